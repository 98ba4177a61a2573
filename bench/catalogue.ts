import type { PeerName, Workload } from "./workload";
import { arithmetic } from "./workloads/arithmetic";
import { cnn } from "./workloads/cnn";
import { convolutions } from "./workloads/convolutions";
import { csv } from "./workloads/csv";
import { decompositions } from "./workloads/decompositions";
import { estimators } from "./workloads/estimators";
import { features } from "./workloads/features";
import { gpt } from "./workloads/gpt";
import { learning } from "./workloads/learning";
import { matrixProducts } from "./workloads/matrix-products";
import { metrics } from "./workloads/metrics";
import { mlp } from "./workloads/mlp";
import { neighbors } from "./workloads/neighbors";
import { polynomials } from "./workloads/polynomials";
import { recurrent } from "./workloads/recurrent";
import { supportVectors } from "./workloads/support-vectors";
import { tables } from "./workloads/tables";

/** A workload before its data files are made. */
export interface Maker {
  readonly name: string;
  /** The report's heading above it. */
  readonly subject: string;
  /** The largest ours ÷ peer that we are content with; it may depend on Node's version. */
  readonly goals?: Readonly<Partial<Record<PeerName, number | ((node: string) => number)>>>;
  /** Or the most milliseconds that ours should take, whatever the peers do. */
  readonly timeGoal?: number;
  make(): Omit<Workload, "name" | "limit">;
}

/** Everything that is timed, in the report's order. */
export const catalogue: readonly Maker[] = [
  ...matrixProducts,
  ...convolutions,
  mlp,
  cnn,
  ...recurrent,
  gpt,
  ...arithmetic,
  ...decompositions,
  ...estimators,
  ...polynomials,
  ...learning,
  ...neighbors,
  ...supportVectors,
  ...features,
  ...metrics,
  ...tables,
  ...csv,
];

/** Makes the workload and its data files; what takes a contestant longer than the limit is cut short. */
export function makeWorkload({ name, make }: Maker, limit: number): Workload {
  return { name, ...make(), limit };
}
