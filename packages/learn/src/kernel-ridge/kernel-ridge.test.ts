import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { KernelRidge, type KernelRidgeOptions, Ridge } from "../index";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, readFixtureContent } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";
import { everyRow } from "../testing/tables";

interface Case {
  readonly table: TableName | null;
  readonly weighted: boolean;
  readonly targets: 1 | 2;
  readonly options: KernelRidgeOptions;
  readonly dualCoef: number[] | number[][];
  readonly predicted: number[] | number[][];
}

interface Own {
  readonly X: number[][];
  readonly y: [number, number][];
  readonly weights: number[];
}

const own = readFixtureContent<Own>("kernel-ridge");

async function dataOf({
  table,
  targets,
}: Case): Promise<{ X: number[][]; y: number[] | number[][] }> {
  if (table === null) return { X: own.X, y: targets === 2 ? own.y : own.y.map(([first]) => first) };
  const { X, y } = await tableByName(table, { standardized: true });
  const names = [...new Set(y)].sort();
  const numbers = y.map((label) => (typeof label === "number" ? label : names.indexOf(label)));
  const step = Math.max(1, Math.floor(y.length / 120));
  return { X: everyRow(X.toArray() as number[][], step), y: everyRow(numbers, step) };
}

const X = [[0], [1], [2], [4]];
const y = [0, 1, 0, 3];

describe("KernelRidge", () => {
  estimatorContract(() => new KernelRidge({ kernel: "rbf", alpha: 0.1 }));

  test.each(readFixture<Case>("kernel-ridge"))(
    "agrees with scikit-learn: $table $options, $targets targets, weighted: $weighted",
    async (c) => {
      const data = await dataOf(c);
      const options = c.weighted ? { sampleWeight: own.weights } : {};
      const model = new KernelRidge(c.options).fit(data.X, data.y, options);
      const coef = model.dualCoef.toArray() as number[] | number[][];
      const shown = coef.slice(0, c.dualCoef.length).flat();
      expectAllClose(shown, c.dualCoef, { rtol: 1e-9 });
      expectAllClose(model.predict(data.X.slice(0, 8)), c.predicted, { rtol: 1e-9 });
    },
  );

  test("with the linear kernel it is ridge regression without intercept", () => {
    const ridge = new Ridge({ alpha: 0.7, fitIntercept: false }).fit(X, y);
    const dual = new KernelRidge({ alpha: 0.7 }).fit(X, y);
    expectAllClose(dual.predict(X), [...ridge.predict(X).data()], { rtol: 1e-12 });
  });

  test("without a penalty it goes through every point, and stands equal rows", () => {
    const exact = new KernelRidge({ kernel: "rbf", gamma: 1, alpha: 0 });
    expectAllClose(exact.fit(X, y).predict(X), y, { rtol: 1e-10, atol: 1e-10 });
    const twice = exact.fit([...X, ...X], [...y, ...y.map((value) => value + 1)]);
    const means = y.map((value) => value + 0.5);
    expectAllClose(twice.predict(X), means, { rtol: 1e-8 });
  });

  test("takes a function of two rows as kernel, which JSON cannot hold", () => {
    const dot = (a: Float64Array, b: Float64Array) => a[0]! * b[0]!;
    const model = new KernelRidge({ kernel: dot }).fit(X, y);
    const named = new KernelRidge().fit(X, y);
    expectAllClose(model.predict(X), [...named.predict(X).data()], { rtol: 1e-12 });
    expect(() => model.toJSON()).toThrow(ValueError);
  });

  test("refuses what cannot be", () => {
    const refused: KernelRidgeOptions[] = [
      { alpha: -1 },
      { alpha: [1, Number.NaN] },
      { kernel: "near" as never },
      { gamma: 0 },
      { degree: 0 },
      { coef0: Infinity },
    ];
    for (const options of refused) expect(() => new KernelRidge(options)).toThrow(ParameterError);
    expect(() => new KernelRidge({ alpha: [1, 2] }).fit(X, y)).toThrow(ShapeError);
    expect(() => new KernelRidge({ kernel: "chi2" }).fit([[-1], [1]], [1, 2])).toThrow(ValueError);
  });
});
