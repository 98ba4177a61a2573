import { RandomGenerator } from "@gradus/core";
import type { Maker } from "../catalogue";
import { arrayFile, normalArray } from "../data";
import type { ArrayFile, PeerName } from "../workload";

type Size = readonly [rows: number, features: number];

const COMMON: Size = [100_000, 50];
const LONG: Size = [1_000_000, 20];

export const estimators: readonly Maker[] = [
  {
    name: "LinearRegression 100,000 × 50",
    goals: { "scikit-learn": 1.5, "ml.js": 0.1 },
    ...timed("linearRegression", COMMON, ["scikit-learn", "ml.js"]),
  },
  {
    name: "LinearRegression 1,000,000 × 20",
    timeGoal: 2000,
    ...timed("linearRegression", LONG),
  },
  { name: "Ridge 100,000 × 50", goals: { "scikit-learn": 1.5 }, ...timed("ridge", COMMON) },
];

function timed(
  task: "linearRegression" | "ridge",
  size: Size,
  peers: readonly PeerName[] = ["scikit-learn"],
): Omit<Maker, "name"> {
  return {
    subject: "Estimators",
    make: () => ({
      task,
      settings: {},
      arrays: regression(size),
      repeat: 1,
      peers,
    }),
  };
}

/** Features X (standard normal) and targets y = Xw + b + noise. */
function regression([rows, features]: Size): { X: ArrayFile; y: ArrayFile } {
  const X = normalArray("regression-X", [rows, features], 81);
  const y = arrayFile("regression-y", [rows], () => {
    const values = new RandomGenerator(81);
    const random = new RandomGenerator(82);
    const coef = Array.from({ length: features }, () => 10 * random.normal());
    return () => {
      let target = 3 + 20 * random.normal();
      for (const w of coef) target += w * Math.fround(values.normal());
      return target;
    };
  });
  return { X, y };
}
