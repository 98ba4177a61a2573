import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Introduction } from "../contestant";
import type { ArrayFile, Run, TaskName, Workload } from "../workload";

/** How long a contestant warms up, in milliseconds, once at least: compilation, tier-up, first allocations. */
const WARM_UP = 400;

/** One repetition of the workload; returns its score when it is asked for. */
export interface Task {
  repetition(): void | Promise<void>;
  /** What is done for warming up instead of repetitions, where one of those takes long. */
  warmUp?(): void | Promise<void>;
  score(): number | Promise<number>;
  /** How much of the last repetition was done until the workload's limit. Default 1, all. */
  share?(): number;
}

/** Makes a task from a workload with its data loaded. */
export type MakeTask = (workload: Workload) => Task | Promise<Task>;

/** How a JavaScript library takes part. */
export interface Library {
  readonly version: string;
  /** How many threads it uses, where that is known. */
  readonly setting: string;
  /** For each task, how to make it, or a sentence saying why the library cannot do it; no entry says it less well. */
  readonly tasks: Readonly<Partial<Record<TaskName, MakeTask | string>>>;
  /** Why the library is not here, if it is not. */
  readonly missing?: string | undefined;
  /** What has to be done before the first task. */
  start?(): Promise<void>;
}

/** Answers the line protocol of contestant.ts: first the workload, then as many runs as are asked for. */
export async function serve(library: Library): Promise<void> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const workload = JSON.parse((await lines.next()).value as string) as Workload;
  if (library.missing !== undefined) return introduce({ unavailable: library.missing });
  const make = library.tasks[workload.task] ?? "it has nothing for it";
  if (typeof make === "string") return introduce({ unable: make });
  await library.start?.();
  const task = await make(workload);
  await warmUp(task);
  introduce({ version: library.version, setting: library.setting });
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const time = await timed(task, workload.repeat);
    const share = task.share?.() ?? 1;
    const score = share === 1 ? await task.score() : null;
    reply({ milliseconds: time / share, score, share } satisfies Run);
  }
}

async function warmUp(task: Task): Promise<void> {
  const start = performance.now();
  do {
    await (task.warmUp ?? task.repetition).call(task);
  } while (performance.now() - start < WARM_UP);
}

/** Garbage is collected when the engine wants to: to force it here would throw away optimized code as well. */
async function timed(task: Task, repeat: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < repeat; i++) {
    const done = task.repetition();
    // Waiting for nothing takes a tenth of a microsecond: too much beside one addition.
    if (done !== undefined) await done;
  }
  return (performance.now() - start) / repeat;
}

function introduce(introduction: Introduction): void {
  reply(introduction);
}

/** The version of an installed package, ours or that which another folder finds. */
export function versionOf(name: string, found = createRequire(import.meta.url)): string {
  let folder = dirname(found.resolve(name));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string })
    .version;
}

/** The numbers of a data file. */
export function readArray({ path }: ArrayFile): Float32Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  // Small files share a buffer with others, at any byte.
  if (byteOffset % 4 === 0)
    return new Float32Array(buffer as ArrayBuffer, byteOffset, byteLength / 4);
  return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
}

/** The text that stands for a whole number in a key of text. */
export function keyText(number: number): string {
  return `key ${number}`;
}

/** The mean of the absolute values: a checksum that small rounding differences leave alone. */
export function meanAbsolute(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]!);
  return sum / values.length;
}

/** A checksum of a table that was read: a number, one that may be missing, a text and a truth of every row. */
export function csvScore(column: (name: string) => ArrayLike<unknown>): number {
  const mean = (name: string, measure: (value: unknown) => number): number => {
    const values = Array.from(column(name), measure).filter((value) => !Number.isNaN(value));
    if (values.length === 0) throw new Error(`csvScore: expected values in ${name}, got none`);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const size = (value: unknown): number =>
    typeof value === "number" ? Math.abs(value) : Number.NaN;
  const length = (value: unknown): number => (value as string).length;
  return mean("x", size) + mean("gap", size) + mean("answer", length) + mean("active", Number);
}

function reply(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
