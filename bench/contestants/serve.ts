import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { ArrayFile, Workload } from "../workload";

const WARM_UP = 5;

/** One repetition of the workload; returns its score when it is asked for. */
export interface Task {
  repetition(): void | Promise<void>;
  score(): number | Promise<number>;
}

/** How a JavaScript library takes part: its version, and a task made from a workload. */
export interface Library {
  readonly version: string;
  /** @returns the task, or a sentence saying why the library cannot do it */
  prepare(workload: Workload): Promise<Task | string>;
}

/** Answers the line protocol of contestant.ts: first the workload, then as many runs as are asked for. */
export async function serve(library: Library): Promise<void> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const workload = JSON.parse((await lines.next()).value as string) as Workload;
  const task = await library.prepare(workload);
  if (typeof task === "string") return reply({ unavailable: task });
  // Warm-up: compilation, tier-up and first allocations are not timed.
  for (let i = 0; i < WARM_UP; i++) await task.repetition();
  reply({ version: library.version });
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    globalThis.gc?.();
    const start = performance.now();
    for (let i = 0; i < workload.repeat; i++) await task.repetition();
    const milliseconds = (performance.now() - start) / workload.repeat;
    reply({ milliseconds, score: await task.score() });
  }
}

/** The numbers of a data file. */
export function readArray({ path }: ArrayFile): Float32Array {
  const bytes = readFileSync(path);
  return new Float32Array(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  );
}

/** The mean of the absolute values: a checksum that small rounding differences leave alone. */
export function meanAbsolute(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]!);
  return sum / values.length;
}

function reply(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
