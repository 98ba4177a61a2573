import { expect, test } from "vitest";
import fixture from "../../fixtures/acceptance-optimizers.json" with { type: "json" };
import {
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
const steps: Readonly<Record<string, Step>> = { sgdStep, adamStep, adamWStep, rmspropStep };

/** Follows every path of the fixture that serves the row, and says how many there were. */
function followPaths(row: string): number {
  const cases = fixture.cases.filter(({ rows }) => rows.includes(row));
  for (const { step, options, path } of cases) {
    for (const [dtype, tolerance] of [
      ["float64", 1e-12],
      ["float32", 1e-6],
    ] as const) {
      const target = tensor(fixture.target, { dtype });
      const scales = tensor(fixture.scales, { dtype });
      const p = tensor(fixture.start, { dtype, requiresGrad: true });
      const state = optimizerState([p]);
      for (let count = 1; count <= 50; count++) {
        p.zeroGrad();
        const distance = p.sub(target).square().mul(scales).sum();
        distance.add(p.mul(3).sin().sum().mul(0.1)).backward();
        steps[step]!([p], state, options as never);
        if (count % 5 !== 0) continue;
        const wanted = path[count / 5 - 1]!;
        const found = p.data();
        wanted.forEach((want, i) => {
          const where = `${step} ${JSON.stringify(options)} in ${dtype} after ${count} steps`;
          const error = Math.abs(found[i]! - want) / Math.max(1, Math.abs(want));
          expect(error, where).toBeLessThan(tolerance);
        });
      }
    }
  }
  return cases.length;
}

test("roadmap DL-015: 50 steps of SGD with momentum, Nesterov and weight decay equal torch's to 1e-6", () => {
  expect(followPaths("DL-015")).toBe(4);
});

test("roadmap DL-016: 50 steps of Adam, AdamW and AMSGrad equal torch's to 1e-6", () => {
  expect(followPaths("DL-016")).toBe(5);
});

test("roadmap DL-017: 50 steps of RMSprop, centered and with momentum, equal torch's to 1e-6", () => {
  expect(followPaths("DL-017")).toBe(4);
});

test("roadmap DL-022: weight decay of SGD and AdamW equals torch's", () => {
  expect(followPaths("DL-022")).toBe(4);
});
