import { expect, test } from "vitest";
import fixture from "../../fixtures/nn-optimizers.json" with { type: "json" };
import {
  adagradStep,
  adamStep,
  adamWStep,
  type OptimizerState,
  optimizerState,
  rmspropStep,
  sgdStep,
  type Tensor,
  tensor,
} from "../index";

type Step = (parameters: readonly Tensor[], state: OptimizerState, options: never) => void;
const steps = { sgdStep, adamStep, adamWStep, rmspropStep, adagradStep };

interface Trajectory {
  readonly op: string;
  /** Start and target, each its shape and its elements. */
  readonly in: readonly (readonly [number[], number[]])[];
  readonly options: Record<string, unknown>;
  /** Where the parameters are after each seventh step. */
  readonly out: readonly (readonly [number[], number[]])[];
}

const trajectories = fixture.cases as unknown as readonly Trajectory[];

/** Walks 50 steps of every path that is asked for, in both types, and gives the options of each path. */
function walk(...names: (keyof typeof steps)[]): Record<string, unknown>[] {
  const paths = trajectories.filter(({ op }) => names.includes(op as keyof typeof steps));
  for (const path of paths) {
    walkOne(path, "float64", 1e-12);
    walkOne(path, "float32", 1e-6);
  }
  return paths.map(({ options }) => options);
}

function walkOne(c: Trajectory, dtype: "float64" | "float32", tolerance: number): void {
  const [start, target] = c.in.map(([, values]) => tensor(values, { dtype }));
  const p = tensor(start!, { requiresGrad: true });
  const state = optimizerState([p]);
  const scale = tensor([1, 2, 3, 4, 5, 6, 7], { dtype }).mul(0.3);
  const path = c.out[0]![1];
  for (let step = 0; step < 50; step++) {
    p.zeroGrad();
    const loss = p.sub(target!).square().mul(scale);
    loss
      .add(p.mul(0.1 * step))
      .sum()
      .backward();
    (steps[c.op as keyof typeof steps] as Step)([p], state, c.options as never);
    if (step % 7 !== 0) continue;
    p.data().forEach((value, i) => {
      const want = path[step + i]!;
      const error = Math.abs(value - want) / Math.max(1, Math.abs(want));
      const where = `${c.op} ${JSON.stringify(c.options)} in ${dtype} after ${step + 1} steps`;
      expect(error, where).toBeLessThan(tolerance);
    });
  }
}

const having = (options: readonly Record<string, unknown>[], name: string) =>
  options.filter((option) => option[name]).length;

test("roadmap DL-015: 50 steps of SGD with momentum, Nesterov and weight decay equal torch's to 1e-6", () => {
  const options = walk("sgdStep");
  expect(options).toHaveLength(4);
  for (const name of ["momentum", "nesterov", "weightDecay", "dampening"]) {
    expect(having(options, name), name).toBeGreaterThan(0);
  }
});

test("roadmap DL-016: 50 steps of Adam, AdamW and AMSGrad equal torch's to 1e-6", () => {
  expect(having(walk("adamStep"), "amsgrad")).toBe(1);
  expect(having(walk("adamWStep"), "amsgrad")).toBe(1);
});

test("roadmap DL-017: 50 steps of RMSprop, centered and with momentum, equal torch's to 1e-6", () => {
  const options = walk("rmspropStep");
  expect(having(options, "centered")).toBe(2);
  expect(having(options, "momentum")).toBe(2);
});

test("roadmap DL-022: weight decay of SGD and AdamW equals torch's", () => {
  expect(having(walk("sgdStep"), "weightDecay")).toBe(2);
  // AdamW decays by 0.01 unless told otherwise.
  expect(having(walk("adamWStep"), "weightDecay")).toBe(1);
});

test("50 steps of Adagrad equal torch's to 1e-6", () => {
  expect(walk("adagradStep")).toHaveLength(2);
});
