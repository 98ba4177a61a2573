import type { Maker } from "./catalogue";
import type { Measured, Result } from "./results";

/** What the report needs to know of a workload. */
export type Entry = Pick<Maker, "name" | "subject" | "goals" | "timeGoal">;

/**
 * The page of all results, grouped by subject, in the order of the catalogue. Results of workloads that are no
 * longer there are left out.
 */
export function reportPage(
  results: readonly Result[],
  catalogue: readonly Entry[],
  notes: readonly string[] = [],
): string {
  const machines = [...new Set(results.map(({ cpu }) => cpu))].join("; ");
  const subjects = [...new Set(catalogue.map(({ subject }) => subject))];
  const text = [
    "# Speed, side by side",
    "Written by `npm run bench`; do not edit. Contestants run in turn, A B C A B C …, each in a process of its",
    "own, on the same data and initial weights. Times are medians of a repetition; the ratio is the median over",
    "the rounds of ours ÷ peer, so that below 1 we are faster. Scores (checksums, final losses) are equal where",
    "the results are. Of a peer's settings the fastest is shown.",
    "",
    `Measured on ${machines}.`,
  ];
  for (const subject of subjects) {
    const entries = catalogue.filter((entry) => entry.subject === subject);
    const rows = entries.flatMap((entry) => rowsOf(entry, results));
    if (rows.length > 0) text.push("", `## ${subject}`, "", header, ...rows);
  }
  if (notes.length > 0) text.push("", ...notes.map((note) => `- ${note}`));
  return `${text.join("\n")}\n`;
}

const header = [
  "| workload | Node | ours | setting | peer | its setting | its time | ours ÷ peer | goal | our score | its score |",
  "| --- | --- | ---: | --- | --- | --- | ---: | ---: | ---: | ---: | ---: |",
].join("\n");

function rowsOf({ name, goals, timeGoal }: Entry, results: readonly Result[]): string[] {
  const mine = results.filter(({ workload }) => workload === name);
  const byNode = [...mine].sort((a, b) => a.node.localeCompare(b.node, "en", { numeric: true }));
  return byNode.map((result) => {
    const goal = goals?.[result.peer];
    const ratioGoal = typeof goal === "function" ? goal(result.node) : goal;
    return row(result, goalText(result, ratioGoal, timeGoal));
  });
}

/** The goal of the ratio, else that of our time, ticked off where it is reached. */
function goalText(r: Result, ratioGoal: number | undefined, timeGoal: number | undefined): string {
  const tick = (reached: boolean) => (reached ? " ✓" : "");
  if ("unable" in r) return "";
  if (ratioGoal !== undefined) return `≤ ${ratioGoal.toFixed(2)}${tick(r.ratio <= ratioGoal)}`;
  return timeGoal === undefined ? "" : `≤ ${formatTime(timeGoal)}${tick(r.ours <= timeGoal)}`;
}

function row(r: Result, goal: string): string {
  const speed = r.gflops === undefined ? "" : ` (${r.gflops.toFixed(1)} GFLOP/s)`;
  const ours = [r.workload, r.node, `${formatTime(r.ours)}${speed}`, r.ourSetting];
  const score = formatScore(r.ourScore);
  const theirs =
    "unable" in r
      ? [r.peer, `cannot: ${r.unable}`, "", "", "", score, ""]
      : [
          r.peerVersion,
          r.peerSetting,
          `${formatTime(r.peerTime)}${remark(r)}`,
          r.ratio.toFixed(2),
          goal,
          score,
          formatScore(r.peerScore),
        ];
  return `| ${[...ours, ...theirs].join(" | ")} |`;
}

/** What is to be known of a slow peer's time. */
function remark({ rounds, peerShare }: Measured): string {
  if (peerShare < 1) return `, reckoned from ${(100 * peerShare).toFixed(0)}% of it`;
  return rounds === 1 ? ", one run" : "";
}

function formatScore(score: number | null): string {
  return score === null ? "" : score.toPrecision(6);
}

export function formatTime(milliseconds: number): string {
  if (milliseconds < 0.1) return `${(milliseconds * 1000).toFixed(2)} µs`;
  if (milliseconds < 1) return `${(milliseconds * 1000).toFixed(0)} µs`;
  return milliseconds < 1000
    ? `${milliseconds.toFixed(2)} ms`
    : `${(milliseconds / 1000).toFixed(2)} s`;
}
