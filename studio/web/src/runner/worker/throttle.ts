/**
 * Passes on at most one value in so many milliseconds: the first at once, then the latest. A program that
 * never lets go of its thread is served too, since every new value looks at the clock.
 */
export class Throttle<T> {
  readonly #send: (value: T) => void;
  readonly #interval: number;
  // Taken now: a running program's timers are counted, and this one must not keep it alive.
  readonly #setTimeout = globalThis.setTimeout.bind(globalThis);
  readonly #clearTimeout = globalThis.clearTimeout.bind(globalThis);
  #nextAt = Number.NEGATIVE_INFINITY;
  #waiting: { readonly value: T } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param interval shortest time between two values, in milliseconds */
  constructor(send: (value: T) => void, interval: number) {
    this.#send = send;
    this.#interval = interval;
  }

  push(value: T): void {
    this.#waiting = { value };
    const left = this.#nextAt - performance.now();
    if (left <= 0) this.flush();
    else this.#timer ??= this.#setTimeout(() => this.flush(), left);
  }

  /** Passes on the value that waits, if one does: without this the last one could be lost. */
  flush(): void {
    this.#clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#waiting) return;
    const { value } = this.#waiting;
    this.#waiting = undefined;
    this.#nextAt = performance.now() + this.#interval;
    this.#send(value);
  }
}
