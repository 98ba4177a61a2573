import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Command } from "./peers";
import type { Run, Workload } from "./workload";

/** What a contestant answers first: who it is, or why it does not take part. */
export type Introduction =
  | { readonly version: string; readonly setting: string }
  /** The library cannot do this workload: the table says so. */
  | { readonly unable: string }
  /** The library is not here. */
  | { readonly unavailable: string };

/**
 * A library with one workload loaded, waiting to be timed. Processes of their own keep one contestant's
 * heap and threads out of another's time.
 */
export class Contestant {
  /** The library and its version. */
  readonly version: string;
  /** How many threads it uses, or whatever else it can be set to. */
  readonly setting: string;
  readonly #child: ChildProcess;
  readonly #replies: AsyncIterator<string>;

  private constructor(child: ChildProcess, replies: AsyncIterator<string>, who: Named) {
    this.#child = child;
    this.#replies = replies;
    this.version = who.version;
    this.setting = who.setting;
    this.#pause();
  }

  /** @returns the contestant, or why it does not take part */
  static async start(
    { program, args, env }: Command,
    workload: Workload,
  ): Promise<Contestant | Exclude<Introduction, Named>> {
    const child = spawn(program, args, {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, ...env },
    });
    const failed = new Promise<string>((resolve) => child.once("error", (e) => resolve(e.message)));
    const replies = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    child.stdin!.on("error", () => {});
    child.stdin!.write(`${JSON.stringify(workload)}\n`);
    const first = await Promise.race([replies.next(), failed]);
    if (typeof first === "string") return { unavailable: first };
    if (first.done) return { unavailable: "it ended without an answer" };
    const introduction = JSON.parse(first.value) as Introduction;
    if ("version" in introduction) return new Contestant(child, replies, introduction);
    child.kill();
    return introduction;
  }

  async run(): Promise<Run> {
    this.#child.kill("SIGCONT");
    this.#child.stdin!.write('"run"\n');
    const line = await this.#replies.next();
    this.#pause();
    if (line.done) throw new Error(`${this.version} ended in the middle of a run`);
    return JSON.parse(line.value) as Run;
  }

  stop(): void {
    this.#child.kill("SIGKILL"); // which reaches a paused process as well
  }

  /** Threads that wait for more work at full speed, as those of BLAS libraries do, would take others' time. */
  #pause(): void {
    if (process.platform !== "win32") this.#child.kill("SIGSTOP");
  }
}

type Named = Extract<Introduction, { version: string }>;
