import { RandomGenerator } from "@gradus/core";
import type { Maker } from "../catalogue";
import { arrayFile, normalArray } from "../data";
import type { ArrayFile } from "../workload";

const N_SAMPLES = 100_000;
const N_FEATURES = 50;

export const estimators: readonly Maker[] = (["linearRegression", "ridge"] as const).map(
  (task) => ({
    name: `${task === "ridge" ? "Ridge" : "LinearRegression"} 100,000 × 50`,
    subject: "Estimators",
    make: () => ({
      task,
      settings: {},
      arrays: regression(),
      repeat: 1,
      peers: ["scikit-learn"],
    }),
  }),
);

/** Features X (standard normal) and targets y = Xw + b + noise. */
function regression(): { X: ArrayFile; y: ArrayFile } {
  const X = normalArray("regression-X", [N_SAMPLES, N_FEATURES], 81);
  const y = arrayFile("regression-y", [N_SAMPLES], () => {
    const features = new RandomGenerator(81);
    const random = new RandomGenerator(82);
    const coef = Array.from({ length: N_FEATURES }, () => 10 * random.normal());
    return () => {
      let target = 3 + 20 * random.normal();
      for (const w of coef) target += w * Math.fround(features.normal());
      return target;
    };
  });
  return { X, y };
}
