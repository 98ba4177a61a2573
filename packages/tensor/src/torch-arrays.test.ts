import { describe, expect, test } from "vitest";
import fixture from "../fixtures/torch-arrays.json";
import * as library from "./index";
import { gradients, isTensor, type Tensor } from "./index";
import { decode, expectSameTensor, type FixtureArray, isArray } from "./testing/fixture-arrays";

interface Case {
  readonly op: string;
  readonly args: readonly unknown[];
  readonly y: FixtureArray;
  readonly g: FixtureArray;
  readonly grads: readonly FixtureArray[];
}

const cases = fixture.cases as unknown as readonly Case[];
const operations = new Map<string, Case[]>();
for (const c of cases) operations.set(c.op, [...(operations.get(c.op) ?? []), c]);

const tolerance = { float64: 1e-10, float32: 1e-5, int32: 0, uint8: 0, bool: 0 };

describe.each(["float64", "float32"] as const)(
  `values and gradients agree with ${fixture.source}, %s`,
  (dtype) => {
    test.each([...operations])("%s", (op, list) => {
      const f = (library as unknown as Record<string, (...args: unknown[]) => unknown>)[op]!;
      for (const c of list) {
        const where = `${op} ${JSON.stringify(c.args).slice(0, 300)}`;
        const leaves: Tensor[] = [];
        const args = c.args.map((arg) => toLeaves(arg, dtype, leaves));
        const result = f(...args);
        const y = isTensor(result) ? result : (result as { values: Tensor }).values;
        expectSameTensor(y, { ...c.y, t: dtype }, where, tolerance);
        const loss = y.mul((decode(c.g) as Tensor).astype(dtype)).sum();
        gradients(loss, leaves).forEach((gradient, i) => {
          const expected = { ...c.grads[i]!, t: dtype };
          expectSameTensor(gradient, expected, `${where}, gradient ${i}`, tolerance);
        });
      }
    });
  },
);

test("there are enough cases", () => {
  expect(cases.length).toBeGreaterThan(150);
});

/** Decodes an argument; its floating tensors get the dtype and become leaves of the graph. */
function toLeaves(arg: unknown, dtype: "float64" | "float32", leaves: Tensor[]): unknown {
  if (Array.isArray(arg)) return arg.map((part) => toLeaves(part, dtype, leaves));
  if (!isArray(arg) || arg.t !== "float64") return decode(arg);
  const leaf = (decode(arg) as Tensor).astype(dtype).clone();
  leaf.requiresGrad = true;
  leaves.push(leaf);
  return leaf;
}
