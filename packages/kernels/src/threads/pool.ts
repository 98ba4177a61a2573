import { GradusError } from "@gradus/core";
import type { KernelExports } from "../exports";
import { type HelperSetup, startHelper } from "./host";
import { getNumThreads, onNumThreads } from "./settings";

/** The helper threads of one memory: started when the first large operation asks for them. */
export class ThreadPool {
  #started = 0;
  #wanted = false;
  #failure: string | undefined;
  readonly #kernels: KernelExports;
  readonly #setup: Omit<HelperSetup, "index">;

  constructor(kernels: KernelExports, setup: Omit<HelperSetup, "index">) {
    this.#kernels = kernels;
    this.#setup = setup;
    kernels.setActiveThreads(getNumThreads());
    onNumThreads((count) => {
      kernels.setActiveThreads(count);
      if (this.#wanted) this.#startUpTo(count);
    });
  }

  /** How many helper threads are at work or ready for it. */
  get nHelpers(): number {
    return this.#kernels.helperThreads();
  }

  /** Starts the helpers; they join when they are ready, and until then everything is done without them. */
  start(): void {
    this.#wanted = true;
    this.#startUpTo(getNumThreads());
  }

  /** @throws GradusError always: a helper has failed, and with it the operation. */
  fail(): never {
    throw new GradusError(
      `threads: expected every thread to finish its part, got ${this.#failure ?? "one that failed"}`,
    );
  }

  #startUpTo(count: number): void {
    while (this.#started < count - 1) {
      this.#started += 1;
      startHelper({ ...this.#setup, index: this.#started }, (reason) => {
        this.#failure = reason;
      });
    }
  }
}
