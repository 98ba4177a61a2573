import { setWarningSink, ValueError } from "@gradus/core";
import type { BaseEstimator } from "@gradus/learn";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runOnnx } from "../testing/onnx-run";
import {
  difference,
  flat,
  type Model,
  make,
  type OracleCase,
  oracle,
  revive,
} from "../testing/oracle";
import { readCases, readModel } from "../testing/sklearn-onnx";

// scikit-learn's options and attributes that no estimator here has, each with the reason. docs/decisions/estimators.md
// says more.
const NO_OPTIONS = new Set(
  [
    // How work is done and told of: in threads of its own, by a callback, without changing what is given.
    "copy copyX memory nJobs preDispatch precompute verbose warmStart",
    // Types of Python and of SciPy.
    "decodeError dtype encoding ignoreImplicitZeros input order sparse",
    // Which algorithm finds the solution that all of them have, and its draws.
    "dual selection seed solver solverOptions",
    // Arguments of a function, which closes over them here.
    "kernelParams metricParams",
    // Taken back by scikit-learn since: for `estimator`, for `l1Ratio` and `C`, and for a way to solve.
    "baseEstimator interceptScaling multiClass penalty",
  ]
    .join(" ")
    .split(" "),
);
const NO_ATTRIBUTES = new Set(
  [
    // Of scikit-learn's own working: states of its solvers, and objects that it asks.
    "bsplines f fitStatus labelBinarizer le multimetric nSplits pairwiseIndices scorer shapeFit",
    // What another attribute or option says: how many there are, what was given, whether it was sparse.
    "effectiveMetric effectiveMetricParams fixedVocabulary multilabel nClasses nOutputs nSamplesFit",
    "outputs2d sparseCoef sparseInput sparseOutput xFit yType",
    // None in these cases: nothing is dropped or indicated.
    "dropIdx indicator",
  ]
    .join(" ")
    .split(" "),
);
/** `var` is a word of the language. */
const RENAMED: Readonly<Record<string, string>> = { var: "variance" };
/** Attributes whose name is that of an option here, which is not written otherwise behind `fit`. */
const OPTIONS_TOO = new Set([
  "classWeight",
  "constant",
  "nBins",
  "order",
  "stackMethod",
  "threshold",
]);
/** What estimators lack for which there is no such reason: they do not count. */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  BayesianRidge: ["computeScore", "nIter", "scores", "xOffset", "xScale"],
  CalibratedClassifierCV: ["calibratedClassifiers"],
  KNNImputer: ["metric"],
  LinearRegression: ["positive", "rank", "singular"],
  Ridge: ["maxIter", "nIter", "positive", "tol"],
  RidgeCV: ["alphaPerTarget", "gcvMode", "scoring", "storeCvValues"],
  SelectFromModel: ["prefit"],
  StackingRegressor: ["stackMethod"],
  VotingClassifier: ["flattenTransform"],
};

let previous: ReturnType<typeof setWarningSink>;
beforeAll(() => {
  previous = setWarningSink(() => undefined);
});
afterAll(() => {
  setWarningSink(previous);
});

function fitted({ name, options, table }: OracleCase) {
  const data = oracle.data[table]!;
  const X = revive(data.X) as unknown[];
  const model = make(name, options);
  if (data.y === null) model.fit(X);
  else model.fit(X, revive(data.y));
  const step = Math.max(1, Math.floor(X.length / 8));
  return { model, rows: X.filter((_, i) => i % step === 0) };
}

/** The options and attributes of scikit-learn that an estimator does not have. */
function lacking(model: Model, { params, fitted }: OracleCase): string[] {
  const own = Object.keys(model.getParams());
  const options = params.filter((name) => !NO_OPTIONS.has(name) && !own.includes(name));
  const attributes = Object.keys(fitted).filter(
    (name) => !NO_ATTRIBUTES.has(name) && !((RENAMED[name] ?? name) in model),
  );
  return [...new Set([...options, ...attributes])].sort();
}

/** Where attributes and answers differ from scikit-learn's. */
function differences(model: Model, rows: unknown[], one: OracleCase): string[] {
  const attributes = Object.entries(one.fitted).flatMap(([name, expected]) => {
    const ours = RENAMED[name] ?? name;
    if (expected === null || OPTIONS_TOO.has(name) || !(ours in model)) return [];
    return [[`${one.name}.${name}`, model[ours], expected] as const];
  });
  const answers = Object.entries(one.outputs).map(([method, expected]) => {
    const got = (model[method] as (X: unknown) => unknown).call(model, rows);
    const values = method === "kneighbors" ? (got as { distances: unknown }).distances : got;
    return [`${one.name}.${method}()`, values, expected] as const;
  });
  return [...attributes, ...answers].flatMap(([where, got, expected]) => {
    const found = difference(flat(got), flat(revive(expected)), one.tolerance);
    return found ? [`${where}: ${found}`] : [];
  });
}

/** Whether onnxruntime says of rows what the model says; undefined for a model that is no graph of numbers. */
async function agreesInOnnx(model: Model, rows: unknown[]): Promise<boolean | undefined> {
  const isMatrix = rows.every(
    (row) => Array.isArray(row) && row.every((c) => typeof c === "number"),
  );
  if (!isMatrix) return undefined;
  const estimator = model as unknown as BaseEstimator<object, object>;
  try {
    const outputs = await runOnnx(estimator, rows as number[][], { precision: "float64" });
    const [name, { data }] = Object.entries(outputs)[0]!;
    const method = name === "transformed" ? "transform" : "predict";
    const expected = flat((model[method] as (X: unknown) => unknown).call(model, rows));
    return difference(data, expected, 1e-5) === undefined;
  } catch (error) {
    if (error instanceof ValueError) return undefined;
    throw error;
  }
}

test("roadmap SUP-026: estimators have scikit-learn 1.2.1's names, options, fitted attributes and numbers; its models are read from ONNX, and ours run in onnxruntime", async () => {
  const complete: string[] = [];
  const exported: string[] = [];
  for (const one of oracle.cases) {
    const { model, rows } = fitted(one);
    expect([one.name, lacking(model, one)]).toEqual([one.name, LACKING[one.name] ?? []]);
    expect(differences(model, rows, one)).toEqual([]);
    if (!LACKING[one.name]) complete.push(one.name);
    const agrees = await agreesInOnnx(model, rows);
    if (agrees !== undefined) expect([one.name, agrees]).toEqual([one.name, true]);
    if (agrees) exported.push(one.name);
  }
  expect(new Set(complete).size).toBeGreaterThanOrEqual(60);
  expect(new Set(exported).size).toBeGreaterThanOrEqual(40);
  expect(readCases.length).toBeGreaterThanOrEqual(50);
  for (const one of readCases)
    expect([one.name, readModel(one).differences]).toEqual([one.name, []]);
});
