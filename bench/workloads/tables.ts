import type { Maker } from "../catalogue";
import { labelArray, normalArray } from "../data";
import type { ArrayFile } from "../workload";

const N_ROWS = 1_000_000;
const N_GROUPS = 1_000;
const N_KEYS = 100_000;
const KINDS = ["whole numbers", "text"] as const;

/** Grouping and merging tables by a key of whole numbers, and of text made from them. */
export const tables: readonly Maker[] = [
  ...KINDS.map((kind, text) =>
    maker(`groupby-mean 1,000,000 × 1,000 groups, ${kind}`, "groupMean", text),
  ),
  ...KINDS.map((kind, text) => maker(`inner join 1,000,000 × 100,000, ${kind}`, "innerJoin", text)),
];

function maker(name: string, task: "groupMean" | "innerJoin", text: number): Maker {
  return {
    name,
    subject: "Tables",
    goals: { pandas: 1.5, arquero: 1 },
    make: () => ({
      task,
      settings: { text },
      arrays: task === "groupMean" ? grouped() : joined(),
      repeat: 1,
      peers: ["pandas", "arquero"],
    }),
  };
}

function grouped(): Record<string, ArrayFile> {
  return {
    key: labelArray("groups-key", [N_ROWS], { classes: N_GROUPS, seed: 91 }),
    value: normalArray("groups-value", [N_ROWS], 92),
  };
}

/** Keys of the right table may come twice or not at all: both are drawn at random. */
function joined(): Record<string, ArrayFile> {
  return {
    leftKey: labelArray("join-left-key", [N_ROWS], { classes: N_KEYS, seed: 93 }),
    leftValue: normalArray("join-left-value", [N_ROWS], 94),
    rightKey: labelArray("join-right-key", [N_KEYS], { classes: N_KEYS, seed: 95 }),
    rightValue: normalArray("join-right-value", [N_KEYS], 96),
  };
}
