import { normalArray, regressionArrays } from "./data";
import type { Workload } from "./workload";

/** Everything that is timed. Data files are made when this is called. */
export function makeWorkloads(filter: string): Workload[] {
  return makers
    .filter(({ name }) => name.includes(filter))
    .map(({ name, make }) => ({ name, ...make() }));
}

interface Maker {
  readonly name: string;
  make(): Omit<Workload, "name">;
}

const makers: readonly Maker[] = [
  ...[
    { n: 256, repeat: 200 },
    { n: 512, repeat: 30 },
    { n: 1024, repeat: 6 },
  ].map(({ n, repeat }) => ({
    name: `matmul f32 ${n}`,
    make: () => ({
      task: "matmul" as const,
      arrays: {
        A: normalArray(`matmul-${n}-A`, [n, n], 11),
        B: normalArray(`matmul-${n}-B`, [n, n], 12),
      },
      repeat,
      flop: 2 * n ** 3,
      peers: ["tfjs", "jax-js", "numpy-1-thread", "numpy"] as const,
    }),
  })),
  ...(["linearRegression", "ridge"] as const).map((task) => ({
    name: `${task === "ridge" ? "Ridge" : "LinearRegression"} 100,000 × 50`,
    make: () => ({
      task,
      arrays: regressionArrays(100_000, 50),
      repeat: 1,
      peers: ["scikit-learn"] as const,
    }),
  })),
];
