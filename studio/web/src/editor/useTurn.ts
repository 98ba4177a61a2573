import { type RefObject, useEffect, useState } from "react";
import { whenIdle } from "../shell/whenIdle";

/** What waits for the browser to have time, in order. */
const waiting: (() => void)[] = [];
let isScheduled = false;

/**
 * Whether it is an element's turn to become more than a placeholder: at once where it is at most a window's
 * height away, and otherwise one after another while the browser has nothing better to do. A lesson has a dozen
 * editors, and who opens it should not wait for those at its end.
 */
export function useTurn(element: RefObject<Element | null>): boolean {
  const [hasCome, setHasCome] = useState(false);
  useEffect(() => {
    if (hasCome || !element.current) return;
    const come = () => setHasCome(true);
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && come(),
      { rootMargin: "100% 0px" },
    );
    observer.observe(element.current);
    waiting.push(come);
    callNext();
    return () => {
      observer.disconnect();
      const place = waiting.indexOf(come);
      if (place >= 0) waiting.splice(place, 1);
    };
  }, [hasCome, element]);
  return hasCome;
}

/** Calls one, and goes on as long as any wait. */
function callNext(): void {
  if (isScheduled) return;
  isScheduled = true;
  whenIdle(() => {
    isScheduled = false;
    waiting.shift()?.();
    if (waiting.length > 0) callNext();
  });
}
