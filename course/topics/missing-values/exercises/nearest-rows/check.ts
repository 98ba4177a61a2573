import { defineCheck, expectClose } from "@gradus/course-kit";
import { fillNearest as expected, makeRows, type Row, type Slip } from "../../nearest";

const slips: readonly Slip[] = ["gap-is-zero", "sum-not-mean", "asks-the-silent", "uses-filled"];

export default defineCheck(
  ({ fillNearest }: { fillNearest(rows: readonly Row[], k: number): number[][] }) => {
    for (const [seed, k] of [
      [1, 3],
      [2, 1],
      [3, 2],
    ] as const) {
      const rows = makeRows(seed);
      const mistakes = Object.fromEntries(slips.map((slip) => [slip, expected(rows, k, slip)]));
      const found = fillNearest(makeRows(seed), k);
      expectClose(found, expected(rows, k), {
        of: `fillNearest of ${rows.length} rows with k = ${k}`,
        mistakes,
      });
    }
  },
);
