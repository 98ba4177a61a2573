import type { Maker } from "../catalogue";
import { normalArray } from "../data";

const subject = "The cost of an operation";

const goals = { tfjs: 1, "jax-js": 1 };

/** Next to nothing to compute: what is timed is everything around it. */
export const arithmetic: readonly Maker[] = [
  {
    name: "add, n = 1",
    subject,
    goals,
    timeGoal: 0.0012,
    make: () => ({
      task: "add",
      settings: {},
      arrays: { a: normalArray("add-a", [1], 61), b: normalArray("add-b", [1], 62) },
      repeat: 20_000,
      peers: ["tfjs", "jax-js", "numpy", "pytorch"],
    }),
  },
  {
    name: "mul + sum + backward, n = 10",
    subject,
    goals,
    timeGoal: 0.012,
    make: () => ({
      task: "mulSumBackward",
      settings: {},
      arrays: { x: normalArray("mul-x", [10], 63) },
      repeat: 3000,
      peers: ["tfjs", "jax-js", "pytorch"],
    }),
  },
];
