import { ParameterError, ShapeError, setWarningSink, ValueError } from "@gradus/core";
import { SparseTensor, type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { Label } from "../base/labels";
import { estimatorContract } from "../testing/contract";
import { expectAllClose, readFixture, readFixtureContent } from "../testing/fixtures";
import { type TableName, tableByName } from "../testing/shipped-tables";
import { BernoulliNB } from "./bernoulli-nb";
import { ComplementNB } from "./complement-nb";
import { GaussianNB } from "./gaussian-nb";
import { MultinomialNB } from "./multinomial-nb";

interface Case {
  readonly estimator: keyof typeof classes;
  readonly table: TableName | null;
  readonly options: Readonly<Record<string, never>>;
  readonly weighted: boolean;
  readonly parts: boolean;
  readonly joint: number[][];
  readonly logProba: number[][];
  readonly predicted: number[];
}

const classes = { GaussianNB, MultinomialNB, ComplementNB, BernoulliNB };
const own = readFixtureContent<{ X: number[][]; y: number[]; XNew: number[][]; weights: number[] }>(
  "naive-bayes",
);

/** Features, labels and new rows of a case. */
async function rowsOf({ table }: Case): Promise<{ X: Tensor; y: readonly Label[]; XNew: Tensor }> {
  if (table === null) return { X: tensor(own.X), y: own.y, XNew: tensor(own.XNew) };
  const { X, y } = await tableByName(table);
  const step = Math.max(1, Math.floor(y.length / 6));
  const length = Math.ceil(y.length / step);
  return {
    X,
    y,
    XNew: X.take(
      Int32Array.from({ length }, (_, i) => i * step),
      0,
    ),
  };
}

describe.each(Object.entries(classes))("%s", (name, Class) => {
  estimatorContract(() => new Class());

  test.each(readFixture<Case>("naive-bayes").filter((c) => c.estimator === name))(
    "agrees with scikit-learn: $table $options, in parts $parts, weighted $weighted",
    async (c) => {
      const { X, y, XNew } = await rowsOf(c);
      const model = new Class(c.options);
      if (c.parts) {
        const half = Math.floor(y.length / 2);
        model.partialFit(X.slice([0, half]), y.slice(0, half), { classes: y });
        model.partialFit(X.slice([half, y.length]), y.slice(half));
      } else model.fit(X, y, c.weighted ? { sampleWeight: own.weights } : {});
      expectAllClose(model.predictJointLogProba(XNew), c.joint, { rtol: 1e-10 });
      expectAllClose(model.predictLogProba(XNew), c.logProba, { rtol: 1e-10 });
      if (c.table === null) expect(model.predict(XNew)).toEqual(c.predicted);
    },
  );

  test("learns in parts what it learns at once", () => {
    const X = own.X.slice(0, 40);
    const y = own.y.slice(0, 40);
    const parts = new Class().partialFit(X.slice(0, 13), y.slice(0, 13), { classes: [0, 1, 2] });
    parts.partialFit(X.slice(13), y.slice(13));
    const whole = new Class().fit(X, y);
    expectAllClose(parts.predictLogProba(own.XNew), [...whole.predictLogProba(own.XNew).data()], {
      rtol: 1e-6,
    });
  });

  test("refuses parts without classes, or with others", () => {
    const model = new Class();
    expect(() => model.partialFit([[1]], ["a"])).toThrow("expected classes at the first call");
    model.partialFit([[1]], ["a"], { classes: ["a", "b"] });
    expect(() => model.partialFit([[1]], ["c"])).toThrow(ValueError);
    expect(() => model.partialFit([[1]], ["a"], { classes: ["a"] })).toThrow(ParameterError);
    expect(() => model.partialFit([[1, 2]], ["a"])).toThrow(ShapeError);
  });

  test("refuses priors that cannot be", () => {
    const options = (priors: number[]) =>
      name === "GaussianNB" ? { priors } : ({ classPrior: priors } as object);
    const fit = (priors: number[]) => () => new Class(options(priors)).fit([[1], [2]], ["a", "b"]);
    expect(fit([1])).toThrow(ShapeError);
    expect(fit([0.5, 0.6])).toThrow(ValueError);
    expect(fit([1.5, -0.5])).toThrow(ParameterError);
  });
});

describe.each([MultinomialNB, ComplementNB, BernoulliNB])("%s", (Class) => {
  test("takes sparse counts", () => {
    const [X, XNew] = [own.X, own.XNew].map((rows) => SparseTensor.fromDense(tensor(rows)));
    const sparse = new Class().fit(X!, own.y);
    const dense = new Class().fit(own.X, own.y);
    expectAllClose(sparse.predictLogProba(XNew!), [...dense.predictLogProba(own.XNew).data()], {
      rtol: 1e-12,
    });
    expect(sparse.score(X!, own.y)).toBe(dense.score(own.X, own.y));
  });

  test("refuses an alpha below 0, or for other features", () => {
    expect(() => new Class({ alpha: -1 })).toThrow(ParameterError);
    expect(() => new Class({ alpha: [1, -1] })).toThrow(ParameterError);
    expect(() => new Class({ alpha: [1, 1] }).fit(own.X, own.y)).toThrow(ShapeError);
    expect(() => new Class({ fitPrior: 1 as never })).toThrow(ParameterError);
  });

  test("a tiny alpha is raised with a warning, where it is not forced", () => {
    const seen: string[] = [];
    const previous = setWarningSink(({ message }) => seen.push(message));
    new Class({ alpha: 0, forceAlpha: false }).fit(own.X, own.y);
    setWarningSink(previous);
    expect(seen[0]).toContain("expected alpha >= 1e-10");
  });
});

test("GaussianNB says what it added to variances, ComplementNB the counts of all classes", () => {
  const X = [
    [1, 0],
    [3, 2],
    [5, 4],
  ];
  const gaussian = new GaussianNB({ varSmoothing: 0.5 }).fit(X, [0, 0, 1]);
  expect(gaussian.epsilon).toBeCloseTo(0.5 * (8 / 3), 12);
  expect(new ComplementNB().fit(X, [0, 0, 1]).featureAll.toArray()).toEqual([9, 6]);
  expect(() => new GaussianNB().epsilon).toThrow("call fit first");
  expect(() => new ComplementNB().featureAll).toThrow("call fit first");
});

test("MultinomialNB and ComplementNB refuse counts below 0", () => {
  for (const Class of [MultinomialNB, ComplementNB]) {
    const fit = () =>
      new Class().fit(
        [
          [1, 2],
          [3, -1],
        ],
        ["a", "b"],
      );
    expect(fit).toThrow("expected counts >= 0 in X, got -1 at row 1");
    const sparse = SparseTensor.fromDense(
      tensor([
        [1, 2],
        [3, -1],
      ]),
    );
    expect(() => new Class().fit(sparse, ["a", "b"])).toThrow(ValueError);
  }
});

test("BernoulliNB takes a threshold below 0, also of sparse features", () => {
  const rows = [
    [0, -2],
    [1, 0],
    [-2, 3],
  ];
  const y = ["a", "b", "b"];
  const dense = new BernoulliNB({ binarize: -1 }).fit(rows, y);
  const sparse = new BernoulliNB({ binarize: -1 }).fit(SparseTensor.fromDense(tensor(rows)), y);
  expect(sparse.featureCount.toArray()).toEqual(dense.featureCount.toArray());
  expect(() => new BernoulliNB({ binarize: Number.NaN })).toThrow(ParameterError);
  expect(() => new GaussianNB({ varSmoothing: -1 })).toThrow(ParameterError);
});
