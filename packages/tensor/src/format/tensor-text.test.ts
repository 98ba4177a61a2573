import { expect, test } from "vitest";
import fixture from "../../fixtures/arrays-text.json";
import { arange, type DType, tensor, zeros } from "../index";

interface FixtureArray {
  readonly t: DType;
  readonly s: readonly number[];
  readonly d: readonly (number | string)[];
}

/** Without the last line, which names shape and dtype. */
function firstLines(text: string): string {
  return text.slice(0, text.lastIndexOf("\n"));
}

test(`prints what ${fixture.source} prints`, () => {
  expect(fixture.cases.length).toBeGreaterThan(100);
  for (const { op, args, expected } of fixture.cases) {
    if (op === "large") {
      const [shape, step] = args as unknown as [number[], number];
      const size = shape.reduce((a, b) => a * b, 1);
      expect(firstLines(String(arange(size).mul(step).reshape(shape)))).toBe(expected);
    } else {
      const { t, s, d } = args[0] as FixtureArray;
      const x = tensor(Float64Array.from(d, Number), { shape: s }).astype(t);
      expect(firstLines(String(x)), `${t} ${JSON.stringify(d).slice(0, 200)}`).toBe(expected);
    }
  }
});

test("ends with shape and dtype", () => {
  expect(String(tensor([[1, 2.5]]))).toBe("[[1.  2.5]]\nshape (1, 2), float64");
  expect(String(tensor(3))).toBe("3.0\nshape (), float64");
  expect(String(zeros([2, 0], { dtype: "uint8" }))).toBe("[]\nshape (2, 0), uint8");
});

test("is fast for a large tensor, and a view of one", () => {
  const x = zeros([3000, 1000]);
  expect(String(x.transpose()).split("\n")).toHaveLength(8);
});
