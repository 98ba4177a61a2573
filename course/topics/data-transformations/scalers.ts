import { quantile } from "@gradus/stats";
import { spread } from "./powers";

/** What four scalers make of the same values, each from its formula. */
export function scaled(values: readonly number[]): Readonly<Record<string, readonly number[]>> {
  const { mean, std } = spread(values);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [q1, q2, q3] = [0.25, 0.5, 0.75].map((share) => quantile(values, share));
  const sorted = values.toSorted((a, b) => a - b);
  return {
    Standard: values.map((x) => (x - mean) / std),
    MinMax: values.map((x) => (x - low) / (high - low)),
    Robust: values.map((x) => (x - q2!) / (q3! - q1!)),
    Quantile: values.map((x) => sorted.indexOf(x) / (values.length - 1)),
  };
}
