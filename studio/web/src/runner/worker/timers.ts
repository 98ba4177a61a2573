/** What a worker's global scope has of timers. */
export interface TimerScope {
  setTimeout(handler: () => void, delay?: number): number;
  clearTimeout(id?: number): void;
  setInterval(handler: () => void, delay?: number): number;
  clearInterval(id?: number): void;
}

/** How long after its last step a program still counts as running, in milliseconds. */
const TAIL = 10;

/**
 * Replaces a scope's timers by ones that are counted, so that a program counts as over only when nothing it
 * has set going will still come.
 *
 * @returns a function whose promise resolves when no timer is left
 */
export function countTimers(scope: TimerScope): () => Promise<void> {
  const native = {
    setTimeout: scope.setTimeout.bind(scope),
    clearTimeout: scope.clearTimeout.bind(scope),
    setInterval: scope.setInterval.bind(scope),
    clearInterval: scope.clearInterval.bind(scope),
  };
  const pending = new Set<number>();
  let wake = () => {};
  const forget = (id: number | undefined) => {
    if (id !== undefined && pending.delete(id) && pending.size === 0) wake();
  };
  const call = (handler: unknown, args: readonly unknown[]) => {
    if (typeof handler === "function") handler(...args);
  };

  scope.setTimeout = (handler: () => void, delay?: number, ...args: unknown[]) => {
    const id = native.setTimeout(() => {
      try {
        call(handler, args);
      } finally {
        forget(id);
      }
    }, delay);
    pending.add(id);
    return id;
  };
  scope.setInterval = (handler: () => void, delay?: number, ...args: unknown[]) => {
    const id = native.setInterval(() => call(handler, args), delay);
    pending.add(id);
    return id;
  };
  scope.clearTimeout = scope.clearInterval = (id?: number) => {
    native.clearTimeout(id);
    forget(id);
  };

  return async () => {
    for (;;) {
      // Rejections that nobody handles are reported a few turns of the event loop later.
      await new Promise<void>((resolve) => native.setTimeout(resolve, TAIL));
      if (pending.size === 0) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
}
