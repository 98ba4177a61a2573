import { defineCheck, expectClose } from "@gradus/course-kit";

type Row = readonly (number | null)[];

interface Case {
  readonly train: readonly Row[];
  readonly test: readonly Row[];
  readonly filled: readonly (readonly number[])[];
  readonly mistakes: Readonly<Record<string, readonly (readonly number[])[]>>;
}

const cases: readonly Case[] = [
  {
    train: [
      [1, 10],
      [3, null],
    ],
    test: [[null, null]],
    filled: [[2, 10, 1]],
    mistakes: {
      "gaps-count": [[2, 5, 1]],
      "turned-round": [[2, 10, 0]],
      "width-of-test": [[2, 10, 1, 1]],
    },
  },
  {
    train: [
      [2, null, 7],
      [4, 30, 8],
      [null, 60, 12],
      [12, 90, 9],
    ],
    test: [
      [null, 15, 3],
      [9, null, 5],
      [0, -60, null],
      [8, 0, 1],
    ],
    filled: [
      [6, 15, 3, 1, 0],
      [9, 60, 5, 0, 1],
      [0, -60, 9, 0, 0],
      [8, 0, 1, 0, 0],
    ],
    mistakes: {
      "learns-from-test": [
        [17 / 3, 15, 3, 1, 0],
        [9, -15, 5, 0, 1],
        [0, -60, 3, 0, 0],
        [8, 0, 1, 0, 0],
      ],
      "gaps-count": [
        [4.5, 15, 3, 1, 0],
        [9, 45, 5, 0, 1],
        [0, -60, 9, 0, 0],
        [8, 0, 1, 0, 0],
      ],
      "width-of-test": [
        [6, 15, 3, 1, 0, 0],
        [9, 60, 5, 0, 1, 0],
        [0, -60, 9, 0, 0, 1],
        [8, 0, 1, 0, 0, 0],
      ],
      "turned-round": [
        [6, 15, 3, 0, 1],
        [9, 60, 5, 1, 0],
        [0, -60, 9, 1, 1],
        [8, 0, 1, 1, 1],
      ],
    },
  },
  {
    train: [
      [5, 1],
      [7, 3],
    ],
    test: [[1, 1]],
    filled: [[1, 1]],
    mistakes: {},
  },
];

export default defineCheck(
  ({ fill }: { fill(train: readonly Row[], test: readonly Row[]): number[][] }) => {
    // The second table first: it tells the mistakes apart.
    for (const { train, test, filled, mistakes } of [cases[1]!, cases[0]!, cases[2]!]) {
      expectClose(fill(train, test), filled, {
        of: `fill with ${train.length} training rows`,
        mistakes,
      });
    }
  },
);
