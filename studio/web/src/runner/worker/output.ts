import type { DisplayData, Progress } from "@gradus/core";
import type { RunMessage } from "@gradus/course-kit";
import { Throttle } from "./throttle";

/** How much a program may show: what comes after is left out, and a message says so. */
export interface OutputLimits {
  readonly messages: number;
  /** Characters of text in all. */
  readonly text: number;
  /** Characters of tables and charts in all, as JSON. */
  readonly data: number;
}

export const OUTPUT_LIMITS: OutputLimits = { messages: 1_000, text: 1_000_000, data: 8_000_000 };

/** Text longer than this is cut. */
const LONGEST_TEXT = 100_000;

/** Shortest time between two reports of progress, in milliseconds: more often nobody could read them. */
const PROGRESS_INTERVAL = 100;

type Shown = Extract<RunMessage, { type: "log" | "display" }>;

/** Sends on what a program shows, as long as it is wanted and not too much. */
export class Output {
  /** False while the code before the cell runs. */
  shown: boolean;
  readonly #send: (message: RunMessage) => void;
  readonly #limits: OutputLimits;
  readonly #progress: Throttle<Progress>;
  #used = { messages: 0, text: 0, data: 0 };
  #full = false;

  constructor(
    send: (message: RunMessage) => void,
    { shown = true, limits = OUTPUT_LIMITS }: { shown?: boolean; limits?: OutputLimits } = {},
  ) {
    this.#send = send;
    this.shown = shown;
    this.#limits = limits;
    this.#progress = new Throttle(
      (progress) => send({ type: "progress", progress }),
      PROGRESS_INTERVAL,
    );
  }

  log(level: Extract<RunMessage, { type: "log" }>["level"], text: string): void {
    this.#show("text", text.length, () => ({ type: "log", level, text: cutText(text) }));
  }

  display(data: DisplayData): void {
    if (data.kind === "text") {
      const { text } = data;
      this.#show("text", text.length, () => ({
        type: "display",
        data: { kind: "text", text: cutText(text) },
      }));
      return;
    }
    if (!this.shown || this.#full) return;
    const plain = JSON.stringify(data);
    // Parsed again, since a chart may hold what a message cannot carry.
    this.#show("data", plain.length, () => ({ type: "display", data: JSON.parse(plain) }));
  }

  /** Reports replace each other, so that they count towards no limit; the last one is always sent. */
  progress(progress: Progress): void {
    if (this.shown) this.#progress.push(progress);
  }

  /** Sends what still waits: the program is over. */
  end(): void {
    this.#progress.flush();
  }

  #show(kind: "text" | "data", length: number, message: () => Shown): void {
    if (!this.shown || this.#full) return;
    const size = kind === "text" ? Math.min(length, LONGEST_TEXT) : length;
    const limits = this.#limits;
    const what = kind === "text" ? "text" : "tables and charts";
    if (this.#used.messages >= limits.messages) {
      this.#stop(`${group(limits.messages)} messages`);
    } else if (this.#used[kind] + size > limits[kind]) {
      this.#stop(`${group(limits[kind])} characters of ${what}`);
    } else {
      this.#used.messages += 1;
      this.#used[kind] += size;
      this.#send(message());
    }
  }

  #stop(limit: string): void {
    this.#full = true;
    const text = `A cell shows at most ${limit}; the rest of the output is left out.`;
    this.#send({ type: "log", level: "warn", text });
  }
}

function cutText(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  return `${text.slice(0, LONGEST_TEXT)}… ${group(text.length - LONGEST_TEXT)} more characters`;
}

function group(count: number): string {
  return count.toLocaleString("en-US");
}
