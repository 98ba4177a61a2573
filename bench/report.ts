import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One comparison, as bench/results.json keeps it. */
export interface Result {
  readonly workload: string;
  /** Median milliseconds of ours. */
  readonly ours: number;
  readonly peer: string;
  readonly peerVersion: string;
  /** Median milliseconds of the peer. */
  readonly peerTime: number;
  /** Ours ÷ peer, the median over the rounds: below 1 we are faster. */
  readonly ratio: number;
  readonly oursScore: number;
  readonly peerScore: number;
  /** Ours, where the workload's operations are known. */
  readonly gflops?: number;
  readonly node: string;
  readonly cpu: string;
}

const jsonFile = fileURLToPath(new URL("./results.json", import.meta.url));
const tableFile = fileURLToPath(new URL("./RESULTS.md", import.meta.url));

/**
 * Puts the results into bench/results.json, where they replace earlier ones of the same workload, peer and
 * Node version, and writes bench/RESULTS.md from it.
 *
 * @returns the table
 */
export function writeReport(fresh: readonly Result[], notes: readonly string[]): string {
  const results = merge(readResults(), fresh);
  writeFileSync(jsonFile, `${JSON.stringify(results, null, 2)}\n`);
  const table = markdownTable(results);
  const machines = [...new Set(results.map(({ cpu }) => cpu))].join("; ");
  const text = [
    "# Speed, side by side",
    "Written by `npm run bench`; do not edit. Contestants run in turn, A B A B …, each in a process of its",
    "own; times are medians of a repetition, the ratio is the median over the rounds of ours ÷ peer, so",
    "that below 1 we are faster. Scores are equal where the results are.",
    "",
    `Ours runs on one thread. Measured on ${machines}.`,
    "",
    table,
    ...notes.map((note) => `\n- ${note}`),
  ];
  writeFileSync(tableFile, `${text.join("\n")}\n`);
  return table;
}

function readResults(): Result[] {
  return existsSync(jsonFile) ? (JSON.parse(readFileSync(jsonFile, "utf8")) as Result[]) : [];
}

function merge(old: readonly Result[], fresh: readonly Result[]): Result[] {
  const key = ({ workload, peer, node }: Result): string => `${workload} / ${peer} / ${node}`;
  const merged = new Map(old.map((result) => [key(result), result]));
  for (const result of fresh) merged.set(key(result), result);
  return [...merged.values()];
}

function markdownTable(results: readonly Result[]): string {
  const header =
    "| workload | Node | ours | peer | peer's time | ours ÷ peer | our score | peer's score |";
  const rows = results.map((r) => {
    const speed = r.gflops === undefined ? "" : ` (${r.gflops.toFixed(1)} GFLOP/s)`;
    const cells = [
      r.workload,
      r.node,
      `${formatTime(r.ours)}${speed}`,
      r.peer === r.peerVersion
        ? r.peer
        : `${r.peerVersion}${r.peer.endsWith("1-thread") ? ", 1 thread" : ""}`,
      formatTime(r.peerTime),
      r.ratio.toFixed(2),
      r.oursScore.toPrecision(6),
      r.peerScore.toPrecision(6),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [header, "| --- | --- | ---: | --- | ---: | ---: | ---: | ---: |", ...rows].join("\n");
}

function formatTime(milliseconds: number): string {
  return milliseconds < 1
    ? `${(milliseconds * 1000).toFixed(0)} µs`
    : `${milliseconds.toFixed(2)} ms`;
}
