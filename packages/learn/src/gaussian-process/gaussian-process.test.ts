import { LinAlgError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  GaussianProcessClassifier,
  GaussianProcessRegressor,
  type KernelJSON,
  kernelFromJSON,
  RBF,
  WhiteKernel,
} from "../index";
import { caughtWarnings } from "../testing/caught-warnings";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, readFixtureContent } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";
import { everyRow } from "../testing/tables";

interface Case {
  readonly name: string;
  readonly table: TableName | null;
  readonly targets: 1 | 2;
  readonly kernel: KernelJSON;
  readonly options: { readonly alpha: number | number[]; readonly normalizeY: boolean };
  readonly theta: number[];
  readonly mean: number[];
  readonly std: number[];
  readonly covSum: number | number[];
  readonly likelihood: number;
  readonly gradient: number[];
}

interface ClassCase extends Pick<Case, "name" | "table" | "kernel" | "likelihood"> {
  readonly two: boolean;
  readonly learned: boolean;
  readonly proba: number[][];
  readonly predicted: number[];
  readonly theta?: number[];
  readonly gradient?: number[];
}

interface Own {
  readonly X: number[][];
  readonly y: number[];
  readonly XNew: number[][];
  readonly learned: Omit<Case, "targets" | "options" | "gradient">[];
  readonly classifiers: ClassCase[];
}

const own = readFixtureContent<Own>("gaussian-process");

const warnings = caughtWarnings();

/** Every few rows of a standardized table, as in the fixture, and the rows behind some of them. */
async function rowsOf(table: TableName | null, count: number) {
  if (table === null) return { X: own.X, y: own.y, queries: own.XNew };
  const { X, y } = await tableByName(table, { standardized: true });
  const names = [...new Set(y)].sort();
  const numbers = y.map((label) => (typeof label === "number" ? label : names.indexOf(label)));
  const rows = X.toArray() as number[][];
  const step = Math.max(1, Math.floor(rows.length / count));
  return {
    X: everyRow(rows, step).slice(0, count),
    y: everyRow(numbers, step).slice(0, count),
    queries: everyRow(rows.slice(1), step).slice(0, 6),
  };
}

const fixed = new RBF({ lengthScaleBounds: "fixed" });
const unweighted = "rows count all the same; a row's noise is in alpha";

describe("GaussianProcessRegressor", () => {
  estimatorContract(() => new GaussianProcessRegressor({ kernel: fixed, alpha: 0.1 }), {
    except: {
      "refuses weights that cannot be": unweighted,
      "a weight of 2 counts as a row twice, and one of 0 as none": unweighted,
    },
  });

  test.each(readFixture<Case>("gaussian-process"))(
    "agrees with scikit-learn: $name of $table, $targets targets",
    async ({ table, targets, options, ...expected }) => {
      const { X, y, queries } = await rowsOf(table, 40);
      const Y = targets === 2 ? y.map((value) => [value, value ** 2]) : y;
      const kernel = kernelFromJSON(expected.kernel);
      const model = new GaussianProcessRegressor({ kernel, ...options, optimizer: null });
      model.fit(X, Y);
      expectAllClose([...kernel.theta, 1], [...expected.theta, 1], { rtol: 1e-14 });
      expectAllClose(model.predict(queries), expected.mean, { rtol: 1e-8 });
      expectAllClose(model.predictStd(queries), expected.std, { rtol: 1e-8 });
      const covariance = model.predictCov(queries);
      expectAllClose(covariance.sum(0).sum(0), expected.covSum, { rtol: 1e-8 });
      expectAllClose(model.logMarginalLikelihoodValue, expected.likelihood, { rtol: 1e-9 });
      const { value, gradient } = model.logMarginalLikelihood(kernel.theta);
      expectAllClose(value, expected.likelihood, { rtol: 1e-9 });
      expectAllClose([...gradient, 0], [...expected.gradient, 0], { rtol: 1e-8 });
    },
  );

  test.each(own.learned)(
    "learns hyperparameters as likely as scikit-learn's: $name of $table",
    async ({ table, ...expected }) => {
      const { X, y, queries } = await rowsOf(table, 40);
      const kernel = kernelFromJSON(expected.kernel);
      const model = new GaussianProcessRegressor({ kernel, normalizeY: true }).fit(X, y);
      const found = model.logMarginalLikelihoodValue;
      expect(found).toBeGreaterThan(expected.likelihood - 1e-6);
      // Another, higher maximum may be found as well; at the same one, the predictions are the same.
      if (found > expected.likelihood + 1e-6) return;
      expectAllClose(model.predict(queries), expected.mean, { rtol: 1e-4 });
      expectAllClose(model.predictStd(queries), expected.std, { rtol: 1e-3 });
    },
  );

  const X = [[0], [1], [2.5], [4]];
  const y = [0, 1, 0.4, -1];

  test("goes through the targets without noise, and returns to 0 far away", () => {
    const model = new GaussianProcessRegressor({ kernel: fixed }).fit(X, y);
    expectAllClose(model.predict(X), y, { rtol: 1e-6 });
    expectAllClose(model.predictStd(X), [0, 0, 0, 0], { rtol: 0, atol: 1e-4 });
    expectAllClose(model.predict([[100]]), [0], { rtol: 0, atol: 1e-12 });
    expectAllClose(model.predictStd([[100]]), [1], { rtol: 1e-12 });
  });

  test("the variances are the diagonal of the covariance", () => {
    const model = new GaussianProcessRegressor({ kernel: fixed, alpha: 0.1, normalizeY: true });
    model.fit(
      X,
      y.map((value) => [value, 10 * value]),
    );
    const queries = [[0.5], [3]];
    const covariance = model.predictCov(queries);
    const std = model.predictStd(queries).toArray() as number[][];
    for (const target of [0, 1]) {
      const diagonal = covariance.slice(null, null, target).diagonal();
      expectAllClose(
        diagonal,
        std.map((row) => row[target]! ** 2),
        { rtol: 1e-12 },
      );
    }
  });

  test("draws have the predicted mean and covariance, the same for one seed", () => {
    const model = new GaussianProcessRegressor({ kernel: fixed, alpha: 0.05 }).fit(X, y);
    const queries = [[0.5], [1.8], [7]];
    const draws = model.sampleY(queries, { nSamples: 20_000, seed: 3 });
    expect(draws.shape).toEqual([3, 20_000]);
    const spread = [...model.predictStd(queries).data()];
    const mean = [...model.predict(queries).data()];
    expectAllClose(draws.mean(1), mean, { rtol: 0, atol: 0.03 });
    expectAllClose(draws.std(1), spread, { rtol: 0.03 });
    const again = model.sampleY(queries, { nSamples: 2, seed: 9 }).toArray();
    expect(model.sampleY(queries, { nSamples: 2, seed: 9 }).toArray()).toEqual(again);
    const both = new GaussianProcessRegressor({ kernel: fixed }).fit(
      X,
      y.map((v) => [v, -v]),
    );
    expect(both.sampleY(queries, { nSamples: 4 }).shape).toEqual([3, 2, 4]);
  });

  test("warns of a hyperparameter at its bound, and tries again from drawn places", () => {
    const kernel = new RBF({ lengthScale: 0.15, lengthScaleBounds: [0.1, 0.2] });
    const ramp = Array.from({ length: 9 }, (_, i) => i / 8);
    const model = new GaussianProcessRegressor({ kernel, alpha: 0.01 });
    model.fit(
      ramp.map((x) => [x]),
      ramp,
    );
    expect((model.fittedKernel as RBF).lengthScale).toBeCloseTo(0.2, 12);
    expect(warnings[0]?.message).toMatch(
      /expected RBF.lengthScale within its bounds, got the bound 0.2/,
    );
    const wavy = Array.from({ length: 30 }, (_, i) => [i / 3]);
    const values = wavy.map(([x]) => Math.sin(3 * x!) + 0.1 * Math.sin(40 * x!));
    const noisy = new RBF({ lengthScale: 50 }).add(new WhiteKernel());
    const once = new GaussianProcessRegressor({ kernel: noisy }).fit(wavy, values);
    const often = new GaussianProcessRegressor({ kernel: noisy, nRestartsOptimizer: 5, seed: 1 });
    often.fit(wavy, values);
    expect(often.logMarginalLikelihoodValue).toBeGreaterThan(once.logMarginalLikelihoodValue + 1);
  });

  test("refuses what cannot be", () => {
    expect(() => new GaussianProcessRegressor({ kernel: "rbf" as never })).toThrow(ParameterError);
    expect(() => new GaussianProcessRegressor({ alpha: -1 })).toThrow(ParameterError);
    expect(() => new GaussianProcessRegressor({ alpha: [1, -1] })).toThrow(ParameterError);
    expect(() => new GaussianProcessRegressor({ optimizer: "adam" as never })).toThrow(
      ParameterError,
    );
    expect(() => new GaussianProcessRegressor({ nRestartsOptimizer: -1 })).toThrow(ParameterError);
    expect(() => new GaussianProcessRegressor({ normalizeY: 1 as never })).toThrow(ParameterError);
    expect(() => new GaussianProcessRegressor({ seed: 0.5 })).toThrow(ParameterError);
    expect(() => new GaussianProcessRegressor({ alpha: [1, 2] }).fit(X, y)).toThrow(ShapeError);
    const singular = new GaussianProcessRegressor({ kernel: fixed, alpha: 0 });
    expect(() => singular.fit([[1], [1]], [1, 2])).toThrow(LinAlgError);
    expect(() => singular.fit([[1], [1]], [1, 2])).toThrow("a larger alpha helps");
    const model = new GaussianProcessRegressor({ kernel: new RBF() }).fit(X, y);
    expect(() => model.logMarginalLikelihood([])).toThrow(ParameterError);
    expect(() => model.sampleY(X, { nSamples: 0 })).toThrow(ParameterError);
    expect(() => model.sampleY(X, { seed: -1 })).toThrow(ParameterError);
    const scales = new RBF({ lengthScale: [1, 2] });
    expect(() => new GaussianProcessRegressor({ kernel: scales }).fit(X, y)).toThrow(ShapeError);
  });
});

describe("GaussianProcessClassifier", () => {
  const except = {
    "refuses weights that cannot be": unweighted,
    "a weight of 2 counts as a row twice, and one of 0 as none": unweighted,
    "takes one row, and a column that does not vary": "one row has one class, and two are needed",
  };
  estimatorContract(() => new GaussianProcessClassifier(), { except });

  test.each(own.classifiers)(
    "agrees with scikit-learn: $name of $table, two classes: $two, learned: $learned",
    async ({ table, two, learned, ...expected }) => {
      const { X, y, queries } = await rowsOf(table, 60);
      const labels = table === null ? y.map((value) => Number(value > 0)) : y;
      const kept = labels
        .map((label, i) => [label, i] as const)
        .filter(([label]) => !two || label < 2);
      const kernel = kernelFromJSON(expected.kernel);
      const optimizer = learned ? "fmin_l_bfgs_b" : null;
      const model = new GaussianProcessClassifier({ kernel, optimizer }).fit(
        kept.map(([, i]) => X[i]!),
        kept.map(([label]) => label),
      );
      expect(model.predict(queries)).toEqual(expected.predicted);
      const rtol = learned ? 1e-3 : 1e-8;
      expectAllClose(model.predictProba(queries), expected.proba, { rtol });
      const likelihood = model.logMarginalLikelihoodValue;
      expectAllClose(likelihood, expected.likelihood, { rtol: learned ? 1e-7 : 1e-9 });
      if (learned) expect(model.fittedKernels).toHaveLength(model.classes.length === 2 ? 1 : 3);
    },
  );

  test("refuses what cannot be", () => {
    expect(() => new GaussianProcessClassifier({ maxIterPredict: 0 })).toThrow(ParameterError);
    expect(() => new GaussianProcessClassifier({ kernel: 1 as never })).toThrow(ParameterError);
    expect(() => new GaussianProcessClassifier().fit([[1], [2]], ["a", "a"])).toThrow(ValueError);
  });
});
