import type { Outcome, ProjectScore } from "@gradus/course-kit";
import { Mirror } from "./mirror";
import { Outbox } from "./outbox";
import { applyEntry, type EntryKind, reconcile } from "./reconcile";
import { emptyProgress, type SavedAnswer, type SaveState, type TopicProgress } from "./types";

export interface TopicStoreOptions {
  readonly storage?: Storage | undefined;
  readonly fetch?: typeof fetch;
  readonly delay?: number;
  readonly retryDelay?: number;
}

export interface TopicSnapshot {
  readonly progress: TopicProgress;
  readonly save: SaveState;
  /** Whether the server's word is in; until then only the browser's copy is known. */
  readonly loaded: boolean;
}

/**
 * One topic's code, answers and results: kept in memory for the page, copied into the browser at every change,
 * sent to the server soon after.
 */
export class TopicStore {
  readonly #topic: string;
  readonly #mirror: Mirror;
  readonly #outbox: Outbox;
  readonly #fetch: typeof fetch;
  readonly #listeners = new Set<() => void>();
  #snapshot: TopicSnapshot;

  constructor(topic: string, options: TopicStoreOptions = {}) {
    this.#topic = topic;
    this.#fetch = options.fetch ?? ((...request) => fetch(...request));
    this.#mirror = new Mirror(options.storage, topic);
    this.#snapshot = {
      progress: reconcile(emptyProgress, this.#mirror.entries()),
      save: { kind: "saved" },
      loaded: false,
    };
    this.#outbox = new Outbox({
      ...options,
      fetch: this.#fetch,
      onState: (save) => this.#set({ save }),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): TopicSnapshot => this.#snapshot;

  /** Asks the server for what it has, joins it with the browser's copy, and sends what never arrived. */
  async load(timeout = 1_500): Promise<void> {
    let known = emptyProgress;
    try {
      const signal = AbortSignal.timeout(timeout);
      const response = await this.#fetch(this.#url(), { signal });
      if (response.ok) known = (await response.json()) as TopicProgress;
    } catch {
      // Without the server the browser's copy has to do; the next save says that it is away.
    }
    const entries = this.#mirror.entries();
    this.#set({ progress: reconcile(known, entries), loaded: true });
    for (const [id, { value, pending }] of entries) if (pending) this.#deliver(id, value);
  }

  setCode(key: string, source: string): void {
    if (this.#snapshot.progress.code[key] === source) return;
    this.#change("code", key, source);
  }

  /** Back to the original: the learner's version is forgotten everywhere. */
  resetCode(key: string): void {
    this.#change("code", key, null);
  }

  answer(item: string, answer: SavedAnswer): void {
    this.#change("answers", item, answer);
  }

  recordAttempt(
    id: string,
    attempt: { source: string; outcome: Outcome; milliseconds: number },
  ): void {
    const before = this.#snapshot.progress.exercises[id];
    const { source, outcome, milliseconds } = attempt;
    this.#change("exercises", id, {
      source,
      outcome,
      milliseconds,
      attempts: (before?.attempts ?? 0) + 1,
    });
  }

  recordScore(id: string, source: string, score: ProjectScore): void {
    this.#change("project", id, { source, score });
  }

  /** Sends what waits; call it before a program runs. The browser has its copy already. */
  flush(): Promise<void> {
    return this.#outbox.flush();
  }

  flushOnLeave(): void {
    this.#outbox.flushOnLeave();
  }

  close(): void {
    this.#outbox.close();
    this.#outbox.flushOnLeave();
  }

  #change(kind: EntryKind, key: string, value: unknown): void {
    const id = `${kind}/${key}`;
    this.#mirror.write(id, { value, pending: true });
    this.#set({ progress: applyEntry(this.#snapshot.progress, id, value) });
    this.#deliver(id, value);
  }

  #deliver(id: string, value: unknown): void {
    const slash = id.indexOf("/");
    const kind = id.slice(0, slash) as EntryKind;
    const key = encodeURIComponent(id.slice(slash + 1));
    const delivered = () => this.#mirror.confirm(id, value);
    const put = (method: "PUT" | "POST" | "DELETE", path: string, body?: unknown) =>
      this.#outbox.put(id, { method, url: this.#url(path), body, delivered });
    if (kind === "code" && value === null) put("DELETE", `/code/${key}`);
    else if (kind === "code") put("PUT", `/code/${key}`, { source: value });
    else if (kind === "answers") put("PUT", `/answers/${key}`, value);
    else if (kind === "exercises") put("POST", `/exercises/${key}/attempts`, attemptBody(value));
    else put("POST", `/projects/${key}/attempts`, value);
  }

  #url(path = ""): string {
    return `/api/progress/${encodeURIComponent(this.#topic)}${path}`;
  }

  #set(change: Partial<TopicSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The server counts attempts itself. */
function attemptBody(value: unknown): unknown {
  const { source, outcome, milliseconds } = value as Record<string, unknown>;
  return { source, outcome, milliseconds };
}
