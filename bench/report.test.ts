import { describe, expect, test } from "vitest";
import { catalogue } from "./catalogue";
import { type Entry, formatTime, reportPage } from "./report";
import { mergeResults, type Result, readResults } from "./results";

const base = {
  workload: "sum",
  ours: 2,
  ourSetting: "2 threads",
  ourScore: 0.5,
  node: "v20.1.0",
  cpu: "a processor",
} as const;

const measured: Result = {
  ...base,
  peer: "pytorch",
  peerVersion: "PyTorch 1",
  peerSetting: "torch 1, OpenBLAS 2",
  peerTime: 4,
  ratio: 0.5,
  peerScore: 0.5,
  peerShare: 1,
  rounds: 7,
};

const unable: Result = { ...base, peer: "tfjs", unable: "it lacks Sum" };

const entries: readonly Entry[] = [
  { name: "sum", subject: "Sums", goals: { pytorch: 1 } },
  { name: "product", subject: "Products" },
];

function rows(results: readonly Result[], entry = entries[0]!): string[] {
  const page = reportPage(results, [entry]);
  return page.split("\n").filter((line) => line.startsWith("| sum"));
}

describe("reportPage", () => {
  test("names times, settings, ratio, goal and scores", () => {
    expect(rows([measured])).toEqual([
      "| sum | v20.1.0 | 2.00 ms | 2 threads | PyTorch 1 | torch 1, OpenBLAS 2 | 4.00 ms | 0.50 | ≤ 1.00 ✓ | 0.500000 | 0.500000 |",
    ]);
  });

  test("marks no goal that is missed", () => {
    expect(rows([{ ...measured, ratio: 1.2 }])[0]).toContain("| ≤ 1.00 |");
  });

  test("a goal may depend on Node's version", () => {
    const goals = { pytorch: (node: string) => (node === "v20.1.0" ? 3 : 2) };
    expect(rows([measured], { ...entries[0]!, goals })[0]).toContain("≤ 3.00");
  });

  test("without a goal for the peer, the goal of our own time stands there", () => {
    const entry = { name: "sum", subject: "Sums", timeGoal: 3 };
    expect(rows([measured], entry)[0]).toContain("| ≤ 3.00 ms ✓ |");
  });

  test("says what a peer cannot do", () => {
    expect(rows([unable])[0]).toContain("| tfjs | cannot: it lacks Sum |");
  });

  test("says when a peer's time is of one run, or reckoned from a part", () => {
    expect(rows([{ ...measured, rounds: 1 }])[0]).toContain("4.00 ms, one run");
    const cut: Result = { ...measured, rounds: 1, peerShare: 0.25, peerScore: null };
    expect(rows([cut])[0]).toContain("4.00 ms, reckoned from 25% of it");
  });

  test("stands by subject in the catalogue's order, without workloads that are gone", () => {
    const product: Result = { ...measured, workload: "product" };
    const gone: Result = { ...measured, workload: "gone" };
    const page = reportPage([product, gone, measured], entries);
    expect(page.match(/^## .*/gm)).toEqual(["## Sums", "## Products"]);
    expect(page).not.toContain("gone");
  });
});

describe("mergeResults", () => {
  test("replaces results of the same workload, peer and Node version, and keeps the others", () => {
    const newer = { ...measured, ratio: 0.4 };
    const other = { ...measured, node: "v24.0.0" };
    expect(mergeResults([measured, unable, other], [newer])).toEqual([newer, unable, other]);
  });
});

test.each([
  [0.0012, "1.20 µs"],
  [0.5, "500 µs"],
  [12.3456, "12.35 ms"],
  [1500, "1.50 s"],
])("formatTime of %d milliseconds", (milliseconds, text) => {
  expect(formatTime(milliseconds)).toBe(text);
});

test("every kept result is of a workload and a peer that are still compared", () => {
  const known = new Set(catalogue.map(({ name }) => name));
  expect(readResults().filter(({ workload }) => !known.has(workload))).toEqual([]);
});
