import { errorMessage } from "../data/fetchJson";
import type { SaveState } from "./types";

/** A change on its way to the server. */
export interface Delivery {
  readonly method: "PUT" | "POST" | "DELETE";
  readonly url: string;
  readonly body?: unknown;
  /** Called once the server has it. */
  readonly delivered: () => void;
}

export interface OutboxOptions {
  readonly fetch?: typeof fetch;
  /** How long a change waits for the next keystroke, in milliseconds. Default 600. */
  readonly delay?: number;
  /** How long it waits after a failure, in milliseconds. Default 4,000. */
  readonly retryDelay?: number;
  readonly onState: (state: SaveState) => void;
}

/** Sends changes one after the other; a newer change of the same thing replaces an older one that still waits. */
export class Outbox {
  readonly #waiting = new Map<string, Delivery>();
  readonly #options: Required<OutboxOptions>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | undefined;

  constructor(options: OutboxOptions) {
    this.#options = {
      fetch: options.fetch ?? ((...request) => fetch(...request)),
      delay: options.delay ?? 600,
      retryDelay: options.retryDelay ?? 4_000,
      onState: options.onState,
    };
  }

  put(id: string, delivery: Delivery): void {
    this.#waiting.delete(id);
    this.#waiting.set(id, delivery);
    this.#options.onState({ kind: "saving" });
    this.#schedule(this.#options.delay);
  }

  /** Sends what waits now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = undefined;
    });
    await this.#sending;
  }

  /** The last chance of a page that goes away: requests that outlive it. */
  flushOnLeave(): void {
    for (const delivery of this.#waiting.values()) {
      void this.#request(delivery, true).catch(() => undefined);
    }
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), delay);
  }

  async #sendAll(): Promise<void> {
    let failure: string | undefined;
    for (const [id, delivery] of this.#waiting) {
      const result = await this.#send(delivery);
      // A change that came meanwhile stays in the queue.
      if (result.gone && this.#waiting.get(id) === delivery) this.#waiting.delete(id);
      failure ??= result.failure;
      if (!result.gone) break;
    }
    if (failure !== undefined) this.#options.onState({ kind: "failed", message: failure });
    else if (this.#waiting.size === 0) this.#options.onState({ kind: "saved" });
    if (this.#waiting.size > 0) {
      this.#schedule(failure === undefined ? this.#options.delay : this.#options.retryDelay);
    }
  }

  /** `gone` when there is no use in trying again: it arrived, or the server refuses it. */
  async #send(delivery: Delivery): Promise<{ gone: boolean; failure?: string }> {
    try {
      const response = await this.#request(delivery, false);
      if (response.ok) {
        delivery.delivered();
        return { gone: true };
      }
      const refused = response.status >= 400 && response.status < 500;
      return { gone: refused, failure: await errorMessage(response) };
    } catch {
      return { gone: false, failure: "the server does not answer" };
    }
  }

  #request({ method, url, body }: Delivery, keepalive: boolean): Promise<Response> {
    return this.#options.fetch(url, {
      method,
      keepalive,
      ...(body !== undefined && {
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
  }
}
