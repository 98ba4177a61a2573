import { ParameterError, ValueError } from "@gradus/core";
import { CategoryColumn, DataFrame, loadDiabetes, loadIris } from "@gradus/data";
import { loguniform } from "@gradus/stats";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KernelRidge } from "../../kernel-ridge/kernel-ridge";
import { LogisticRegression } from "../../linear-model/logistic-regression";
import { Ridge } from "../../linear-model/ridge";
import { MultinomialNB } from "../../naive-bayes/multinomial-nb";
import { caughtWarnings } from "../../testing/caught-warnings";
import { crossValidate } from "../cross-validate";
import { crossValidateAsync } from "../cross-validate-async";
import { GridSearchCV } from "../grid-search-cv";
import { HalvingGridSearchCV } from "../halving-grid-search-cv";
import { RandomizedSearchCV } from "../randomized-search-cv";
import type { Splittable } from "../rows";
import { TPESearchCV } from "../tpe-search-cv";
import { packRows, toSharedMemory, unpackRows } from "./packed-rows";
import { WorkerError } from "./worker-error";
import { WorkerPool } from "./worker-pool";

const workersOfProcess = () =>
  process.getActiveResourcesInfo().filter((name) => name === "Worker" || name === "MessagePort")
    .length;
/** Other tests of the process may have left some. */
const before = workersOfProcess();
const pool = new WorkerPool(2);
const alone = new WorkerPool(1);
let X: Tensor;
let y: number[];
let flowers: DataFrame;
let species: string[];
const warnings = caughtWarnings();

beforeAll(async () => {
  const patients = await loadDiabetes({ scaled: true });
  X = patients.drop("progression").toTensor();
  y = patients.column("progression").toArray() as number[];
  const iris = await loadIris();
  flowers = iris.drop("species") as unknown as DataFrame;
  species = iris.column("species").toArray() as string[];
});
afterAll(async () => {
  await Promise.all([pool.end(), alone.end()]);
  expect(workersOfProcess()).toBeLessThanOrEqual(before);
});

const ridge = new Ridge({ alpha: 0.5 });
const paramGrid = { alpha: [0.01, 0.1, 1], fitIntercept: [true, false] };

/** What a search found, but for the times. */
function found(search: GridSearchCV | HalvingGridSearchCV | RandomizedSearchCV | TPESearchCV) {
  const { cvResults, bestIndex, bestParams, bestScore } = search;
  const names = cvResults.columns.filter((name) => !name.endsWith("_time"));
  const columns = names.map((name) => [name, cvResults.column(name).toArray()]);
  return { columns, bestIndex, bestParams, bestScore };
}

describe("searches in workers give what fit gives, to the last bit", () => {
  test("a grid, in one worker and in two, with weights and groups of scores", async () => {
    const options = {
      estimator: ridge,
      paramGrid,
      scoring: ["r2", "negMeanAbsoluteError"],
      refit: "r2",
      returnTrainScore: true,
    } as const;
    const weights = { sampleWeight: Float64Array.from(y, (_, i) => 1 + (i % 3)) };
    const expected = new GridSearchCV(options).fit(X, y, weights);
    for (const workers of [alone, pool]) {
      const reports: string[] = [];
      const search = new GridSearchCV({
        ...options,
        onProgress: ({ done, total, label }) => reports.push(`${label} ${done}/${total}`),
      });
      expect(await search.fitAsync(X, y, { ...weights, workers })).toBe(search);
      expect(found(search)).toEqual(found(expected));
      expect(search.predict(X).data()).toEqual(expected.predict(X).data());
      expect(reports).toEqual(Array.from({ length: 30 }, (_, k) => `Search ${k + 1}/30`));
    }
  });

  test("halving and drawn choices of classifiers, on a table with labels", async () => {
    const estimator = new LogisticRegression();
    const C = [0.01, 0.1, 1, 10];
    const halving = { estimator, paramGrid: { C }, factor: 2, seed: 1, cv: 3 };
    const halved = await new HalvingGridSearchCV(halving).fitAsync(flowers, species, {
      workers: pool,
    });
    expect(found(halved)).toEqual(found(new HalvingGridSearchCV(halving).fit(flowers, species)));
    const drawing = { estimator, paramDistributions: { C }, nIter: 2, seed: 1, cv: 3 };
    const drawn = await new RandomizedSearchCV(drawing).fitAsync(flowers, species, {
      workers: pool,
    });
    expect(found(drawn)).toEqual(found(new RandomizedSearchCV(drawing).fit(flowers, species)));
  });

  test("choices that wait for the scores of earlier ones", async () => {
    const paramDistributions = { alpha: loguniform({ a: 1e-3, b: 1e3 }) };
    const options = { estimator: ridge, paramDistributions, nIter: 12, seed: 2, cv: 3 };
    const shared = await new TPESearchCV(options).fitAsync(X, y, { workers: pool });
    expect(found(shared)).toEqual(found(new TPESearchCV(options).fit(X, y)));
  });

  test("cross-validation, nested and with its estimators", async () => {
    const search = new GridSearchCV({ estimator: ridge, paramGrid, cv: 3 });
    const options = { cv: 4, returnEstimator: true, returnTrainScore: true };
    const expected = crossValidate(search, X, y, options);
    const got = await crossValidateAsync(search, X, y, { ...options, workers: pool });
    expect(got.testScores).toEqual(expected.testScores);
    expect(got.trainScores).toEqual(expected.trainScores);
    expect(got.estimators!.map(({ bestParams }) => bestParams)).toEqual(
      expected.estimators!.map(({ bestParams }) => bestParams),
    );
    expect(got.estimators![1]!.predict(X).data()).toEqual(
      expected.estimators![1]!.predict(X).data(),
    );
  });

  test("sparse features, and calls that share a pool", async () => {
    const counts = X.mul(100).abs().round();
    const sparse = SparseTensor.fromDense(counts);
    const isHigh = y.map((value) => value > 140);
    const scores = (rows: Splittable) =>
      crossValidateAsync(new MultinomialNB(), rows, isHigh, { workers: pool });
    const [dense, thin] = await Promise.all([scores(counts), scores(sparse)]);
    expect(thin.testScore).toEqual(crossValidate(new MultinomialNB(), sparse, isHigh).testScore);
    expect(dense.testScore).toEqual(crossValidate(new MultinomialNB(), counts, isHigh).testScore);
  });

  test("fits that fail have the score that was asked for, and their warnings arrive", async () => {
    const estimator = new MultinomialNB();
    const options = { estimator, paramGrid: { alpha: [1] }, cv: 2, refit: false };
    const isHigh = y.map((value) => value > 140);
    const search = await new GridSearchCV(options).fitAsync(X, isHigh, { workers: pool });
    expect(search.cvResults.column("split0_test_score").toArray()).toEqual([Number.NaN]);
    expect(warnings[0]!.message).toMatch(/^GridSearchCV.fitAsync: expected every fit to succeed/);
  });
});

describe("what cannot be done in workers is refused", () => {
  test("functions and classes of one's own do not travel", async () => {
    class Mine extends Ridge {
      static override readonly typeName: string = "Mine";
    }
    const kernel = new KernelRidge({ kernel: (a: Float64Array) => a[0]! });
    for (const estimator of [new Mine(), kernel]) {
      await expect(crossValidateAsync(estimator, X, y, { workers: pool })).rejects.toThrow(
        /^crossValidateAsync: expected an estimator of @gradus\/learn with options that JSON can hold/,
      );
    }
    const scoring = () => 1;
    const refused = crossValidateAsync(ridge, X, y, { scoring, workers: pool });
    await expect(refused).rejects.toThrow(ParameterError);
    await expect(refused).rejects.toThrow("expected scoring by names");
    expect(() => new WorkerPool(0)).toThrow(ParameterError);
    await expect(crossValidateAsync(ridge, X, y, { workers: 1.5 })).rejects.toThrow(ParameterError);
  });

  test("the error of a fit is the first one that fit would throw, of its class", async () => {
    const nb = new MultinomialNB();
    const isHigh = y.map((value) => value > 140);
    const first = () => crossValidate(nb, X, isHigh);
    expect(first).toThrow(ValueError);
    const message = String(
      (
        await Promise.resolve()
          .then(first)
          .catch((e) => e)
      ).message,
    );
    const refused = crossValidateAsync(nb, X, isHigh, { workers: pool });
    await expect(refused).rejects.toThrow(ValueError);
    await expect(refused).rejects.toThrow(message);
    const unknown = new GridSearchCV({ estimator: ridge, paramGrid: { nothing: [1] } });
    await expect(unknown.fitAsync(X, y, { workers: pool })).rejects.toThrow(ParameterError);
    expect(() => unknown.bestParams).toThrow("call fit first");
  });

  test("a signal ends the work with its reason, and the pool serves the next call", async () => {
    const controller = new AbortController();
    const search = new GridSearchCV({
      estimator: ridge,
      paramGrid,
      onProgress: ({ done }) => {
        if (done === 3) controller.abort(new RangeError("enough"));
      },
    });
    const { signal } = controller;
    const workers = alone;
    await expect(search.fitAsync(X, y, { workers, signal })).rejects.toThrow("enough");
    await expect(search.fitAsync(X, y, { workers, signal })).rejects.toThrow("enough");
    const again = new GridSearchCV({ estimator: ridge, paramGrid });
    await again.fitAsync(X, y, { workers });
    expect(found(again)).toEqual(
      found(new GridSearchCV({ estimator: ridge, paramGrid }).fit(X, y)),
    );
  });

  test("a worker that ends or does not start", async () => {
    const dying = `import { parentPort } from "node:worker_threads";
      parentPort.on("message", ({ kind }) => {
        if (kind === "fit") process.exit(3);
        parentPort.postMessage({ kind: "done" });
      });
      parentPort.postMessage({ kind: "ready" });`;
    const program = new URL(`data:text/javascript,${encodeURIComponent(dying)}`);
    const call = crossValidateAsync(ridge, X, y, { workers: new WorkerPool(2, { program }) });
    await expect(call).rejects.toThrow(WorkerError);
    await expect(call).rejects.toThrow("got one that ended: exit code 3");
    for (const nowhere of ["file:///no/such/program.mjs", "http://nowhere"]) {
      const workers = new WorkerPool(1, { program: nowhere });
      await expect(crossValidateAsync(ridge, X, y, { workers })).rejects.toThrow(WorkerError);
    }
  });
});

test("rows travel as what they are", () => {
  const columns = {
    a: [1.5, Number.NaN, -0],
    b: Int32Array.of(1, 2, 3),
    c: ["x", null, "y"],
    d: [true, null, false],
    e: [new Date(5), null, new Date(7)],
  };
  const sizes = new CategoryColumn("f", Int32Array.of(1, -1, 0), ["s", "m", "l"], true);
  const plain = DataFrame.fromColumns(columns);
  const frame = DataFrame.fromColumns([
    ...plain.columns.map((n) => plain.column(n)),
    sizes,
  ] as never);
  const through = (rows: Splittable) =>
    unpackRows(structuredClone(packRows(rows, toSharedMemory))) as never;
  const table = through(frame) as DataFrame;
  for (const name of frame.columns) {
    expect(table.column(name).type).toBe(frame.column(name).type);
    expect(table.column(name).toArray()).toEqual(frame.column(name).toArray());
  }
  const category = through(sizes) as CategoryColumn;
  expect([category.categories, category.ordered]).toEqual([["s", "m", "l"], true]);
  for (const dtype of ["float64", "float32", "int32", "uint8", "bool"] as const) {
    const given = tensor(
      [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
      { dtype },
    );
    const got = through(given) as Tensor;
    expect([got.dtype, got.toArray()]).toEqual([dtype, given.toArray()]);
  }
  for (const rows of [
    [1, -0, Number.NaN],
    [
      [1, 2],
      [3, 4],
    ],
    [[1], [2, 3]],
    ["a", null],
    [true, false],
    [[], []],
    [],
  ]) {
    expect(through(rows)).toEqual(rows);
  }
  expect(through(Float32Array.of(1, 2))).toEqual(Float32Array.of(1, 2));
});
