import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PeerName } from "./workload";

/** One comparison, as bench/results.json keeps it. */
export type Result = Ours & (Measured | Unable);

interface Ours {
  readonly workload: string;
  /** Median milliseconds of ours. */
  readonly ours: number;
  /** On how many threads. */
  readonly ourSetting: string;
  readonly ourScore: number | null;
  /** Ours, where the workload's operations are known. */
  readonly gflops?: number;
  readonly node: string;
  readonly cpu: string;
  readonly peer: PeerName;
}

/** A peer that did the same. */
export interface Measured {
  readonly peerVersion: string;
  /** Which of its settings was the fastest here. */
  readonly peerSetting: string;
  /** Median milliseconds of the peer. */
  readonly peerTime: number;
  /** Ours ÷ peer, the median over the rounds: below 1 we are faster. */
  readonly ratio: number;
  /** Null where it did not come to the end. */
  readonly peerScore: number | null;
  /** How much of a repetition it did in the time it had; its time is reckoned up to a whole one. */
  readonly peerShare: number;
  /** How many runs of the peer the median is over. */
  readonly rounds: number;
}

/** A peer that cannot do it, and why. */
export interface Unable {
  readonly unable: string;
}

const file = fileURLToPath(new URL("./results.json", import.meta.url));

export function readResults(): Result[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Result[]) : [];
}

export function writeResults(results: readonly Result[]): void {
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}

/** The old results, with fresh ones in the place of those of the same workload, peer and Node version. */
export function mergeResults(old: readonly Result[], fresh: readonly Result[]): Result[] {
  const key = ({ workload, peer, node }: Result): string => `${workload} / ${peer} / ${node}`;
  const merged = new Map(old.map((result) => [key(result), result]));
  for (const result of fresh) merged.set(key(result), result);
  return [...merged.values()];
}
