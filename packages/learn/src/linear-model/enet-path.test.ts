import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { expectAllClose, readFixture, tableOf } from "../testing/fixtures";
import { type EnetPathOptions, enetPath } from "./enet-path";
import { lassoPath } from "./lasso-path";

interface Case {
  readonly name: string;
  readonly kind: "lasso" | "enet";
  readonly options: EnetPathOptions;
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly y: number[] | null;
  readonly alphas: number[];
  readonly coefs: number[][];
}

const exact = { tol: 1e-13, maxIter: 100_000 };

describe("paths of coordinate descent", () => {
  test.each(readFixture<Case>("elastic-paths"))(
    "agree with scikit-learn: $kind, $name",
    async (c) => {
      const table = await tableOf(c);
      const [X, y] = [tensor(table.X), tensor(table.y as number[])];
      const path = c.kind === "lasso" ? lassoPath : enetPath;
      const found = path(X.sub(X.mean(0)), y.sub(y.mean()), { ...exact, ...c.options });
      expectAllClose([...found.alphas], c.alphas, { rtol: 1e-10 });
      expect(found.coefs.shape).toEqual([c.coefs.length, c.alphas.length]);
      expectAllClose(found.coefs, c.coefs, { rtol: 1e-6 });
      expect(found.nIters).toHaveLength(c.alphas.length);
      expect(found.dualGaps).toHaveLength(c.alphas.length);
    },
  );

  test("begin where all weights are 0, and one step further they are not", () => {
    const X = [[-1], [0], [1]];
    const { alphas, coefs } = lassoPath(X, [-2, 0, 2], { alphas: 50 });
    expect(alphas[0]).toBeCloseTo(4 / 3, 12);
    expect(alphas[49]).toBeCloseTo(4e-3 / 3, 12);
    const weights = coefs.data();
    expect(weights[0]).toBe(0);
    expect(weights[1]).toBeGreaterThan(0);
  });

  test("refuse options that cannot be", () => {
    const bad: object[] = [
      { l1Ratio: 0 },
      { l1Ratio: 2 },
      { eps: 0 },
      { alphas: 0 },
      { alphas: [] },
      { alphas: [-1] },
      { alphas: "many" },
      { positive: 1 },
      { tol: 0 },
      { maxIter: 0 },
    ];
    for (const options of bad) {
      expect(() => enetPath([[1], [2]], [1, 2], options)).toThrow(ParameterError);
    }
    expect(() => lassoPath([[1], [2]], [1, 2, 3])).toThrow(ShapeError);
    expect(() =>
      lassoPath(
        [[1], [2]],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    ).toThrow("expected one target, got 2");
    expect(() => lassoPath([[1], [Number.NaN]], [1, 2])).toThrow(ValueError);
  });
});
