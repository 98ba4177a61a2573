import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { browserStorage } from "./mirror";
import { type TopicSnapshot, TopicStore } from "./topicStore";

const TopicContext = createContext<TopicStore | undefined>(undefined);

interface TopicProviderProps {
  readonly topic: string;
  readonly children: ReactNode;
}

/** Gives a lesson its store, loads it, and sends what waits when the page goes away. */
export function TopicProvider({ topic, children }: TopicProviderProps) {
  const [store] = useState(() => new TopicStore(topic, { storage: browserStorage() }));
  useEffect(() => {
    void store.load();
    const leave = () => store.flushOnLeave();
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      store.close();
    };
  }, [store]);
  return <TopicContext value={store}>{children}</TopicContext>;
}

/** @throws Error outside a TopicProvider */
export function useTopicStore(): TopicStore {
  const store = useContext(TopicContext);
  if (!store) throw new Error("useTopicStore: there is no TopicProvider above");
  return store;
}

/** A part of the topic's state; `select` must give the same object while nothing changed. */
export function useTopic<T>(select: (snapshot: TopicSnapshot) => T): T {
  const store = useTopicStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getSnapshot()));
}
