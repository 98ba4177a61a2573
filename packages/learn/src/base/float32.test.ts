import { RandomGenerator } from "@gradus/core";
import { randn, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import {
  GaussianNB,
  KBinsDiscretizer,
  LogisticRegression,
  MaxAbsScaler,
  MinMaxScaler,
  PolynomialFeatures,
  Ridge,
  RobustScaler,
  StandardScaler,
} from "../index";
import { expectAllClose } from "../testing/fixtures";

const random = new RandomGenerator(3);
// More numbers than one block has.
const X = randn([30_000, 6], { random, dtype: "float32" })
  .mul(tensor([1, 2, 5, 0.1, 30, 1]))
  .add(3);
const narrow = X.astype("float32");
const wide = narrow.astype("float64");
const noise = randn([30_000], { random, dtype: "float64" });
const y = wide.matmul(tensor([1, -1, 0.2, 3, 0.05, 0])).add(noise);
const labels = tensor(Int32Array.from(y.data(), (value) => (value > 4 ? 2 : value > 2 ? 1 : 0)));
const two = tensor(Int32Array.from(y.data(), (value) => (value > 3 ? 1 : 0)));

/** Results of float32 are those of the same numbers in float64, to float32's digits. */
function expectNear(actual: Tensor, expected: Tensor, digits: number): void {
  expectAllClose(actual, [...expected.data()], { rtol: digits, atol: digits });
}

describe("features of float32", () => {
  test.each([
    ["two classes", two],
    ["three classes", labels],
  ])("LogisticRegression, %s", (_, classes) => {
    const model = new LogisticRegression();
    const [a, b] = [model.clone().fit(narrow, classes), model.clone().fit(wide, classes)];
    expectNear(a.coef, b.coef, 2e-4);
    expectNear(a.predictProba(narrow), b.predictProba(wide), 2e-4);
  });

  test("a fitted model gives float32 the very scores of float64", () => {
    const model = new LogisticRegression().fit(wide, two);
    expectNear(model.decisionFunction(narrow), model.decisionFunction(wide), 1e-12);
    const line = new Ridge().fit(wide, y);
    expectNear(line.predict(narrow), line.predict(wide), 1e-12);
  });

  test("Ridge", () => {
    const [a, b] = [new Ridge().fit(narrow, y), new Ridge().fit(wide, y)];
    expectNear(a.coef, b.coef, 1e-5);
    expect(a.intercept).toBeCloseTo(b.intercept, 4);
  });

  test("GaussianNB", () => {
    const [a, b] = [new GaussianNB().fit(narrow, labels), new GaussianNB().fit(wide, labels)];
    expectNear(a.variance, b.variance, 1e-5);
    expectNear(a.predictProba(narrow), b.predictProba(wide), 1e-4);
  });

  test.each([
    ["StandardScaler", () => new StandardScaler()],
    ["MinMaxScaler", () => new MinMaxScaler()],
    ["MaxAbsScaler", () => new MaxAbsScaler()],
    ["RobustScaler", () => new RobustScaler()],
    ["PolynomialFeatures", () => new PolynomialFeatures({ degree: 3 })],
    ["KBinsDiscretizer", () => new KBinsDiscretizer({ encode: "ordinal" })],
  ] as const)("%s gives float32 back", (name, create) => {
    const [a, b] = [create().fitTransform(narrow), create().fitTransform(wide)];
    expect([a.dtype, b.dtype]).toEqual(["float32", "float64"]);
    const some = (Z: Tensor) => Z.slice([0, 30_000, 150]).astype("float64");
    expectNear(some(a), some(b), 1e-5);
    if (name === "PolynomialFeatures" || name === "KBinsDiscretizer") return;
    const model = create() as StandardScaler;
    expectNear(some(model.fit(wide).inverseTransform(a)), some(wide), 2e-4);
  });
});
