import { setTimeout } from "node:timers/promises";
import type { Run } from "./workload";

/** Whatever can be timed in turn. */
export interface Runner {
  run(): Promise<Run>;
}

/** How long a rotation goes on. */
export interface RotationOptions {
  readonly rounds: number;
  /** A runner whose runs have taken this long together, in milliseconds, sits out the rounds that follow. */
  readonly patience: number;
}

/** Milliseconds between two runs. */
const REST = 50;

/**
 * Runs all of them in turn, A B C A B C …, so that what the machine does meanwhile falls on all alike.
 *
 * @returns each one's runs, one a round; a slow one has fewer
 */
export async function rotate(
  runners: readonly Runner[],
  { rounds, patience }: RotationOptions,
): Promise<Run[][]> {
  const runs: Run[][] = runners.map(() => []);
  const spent = runners.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    for (const [i, runner] of runners.entries()) {
      if (spent[i]! >= patience) continue;
      await setTimeout(REST);
      const start = performance.now();
      runs[i]!.push(await runner.run());
      spent[i]! += performance.now() - start;
    }
  }
  return runs;
}
