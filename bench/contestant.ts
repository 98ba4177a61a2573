import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { PeerName, Run, Workload } from "./workload";

type Reply = { version?: string; unavailable?: string; error?: string } & Partial<Run>;

/** How each contestant is started; every one is a process of its own and answers line by line in JSON. */
const commands: Readonly<Record<PeerName | "gradus", Command>> = {
  gradus: typescript("contestants/gradus.ts"),
  tfjs: typescript("contestants/tfjs.ts"),
  "jax-js": typescript("contestants/jax.ts"),
  numpy: python("contestants/python.py"),
  "numpy-1-thread": python("contestants/python.py", { OPENBLAS_NUM_THREADS: "1" }),
  "scikit-learn": python("contestants/python.py"),
};

interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * A library with one workload loaded, waiting to be timed. Processes of their own keep one contestant's
 * heap and threads out of another's time.
 */
export class Contestant {
  /** The library and its version. */
  readonly version: string;
  readonly #child: ChildProcess;
  readonly #replies: AsyncIterator<string>;

  private constructor(child: ChildProcess, replies: AsyncIterator<string>, version: string) {
    this.#child = child;
    this.#replies = replies;
    this.version = version;
  }

  /** @returns the contestant, or why it cannot take part here */
  static async start(name: PeerName | "gradus", workload: Workload): Promise<Contestant | string> {
    const { program, args, env } = commands[name];
    const child = spawn(program, args, {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, ...env },
    });
    const failed = new Promise<string>((resolve) => child.once("error", (e) => resolve(e.message)));
    const replies = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    child.stdin!.on("error", () => {});
    child.stdin!.write(`${JSON.stringify(workload)}\n`);
    const first = await Promise.race([replies.next(), failed]);
    if (typeof first === "string") return first;
    if (first.done) return "it ended without an answer";
    const reply = JSON.parse(first.value) as Reply;
    if (reply.version === undefined) {
      child.kill();
      return reply.unavailable ?? reply.error ?? "it gave no version";
    }
    return new Contestant(child, replies, reply.version);
  }

  async run(): Promise<Run> {
    this.#child.stdin!.write('"run"\n');
    const line = await this.#replies.next();
    if (line.done) throw new Error(`${this.version} ended in the middle of a run`);
    const { milliseconds, score, error } = JSON.parse(line.value) as Reply;
    if (milliseconds === undefined || score === undefined)
      throw new Error(error ?? "no time given");
    return { milliseconds, score };
  }

  stop(): void {
    this.#child.kill();
  }
}

function typescript(file: string): Command {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const flags = ["--import", "tsx", "--conditions=gradus-source", "--expose-gc"];
  return { program: process.execPath, args: [...flags, path] };
}

function python(file: string, env: Readonly<Record<string, string>> = {}): Command {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return { program: process.env.PYTHON ?? "python3", args: [path], env };
}
