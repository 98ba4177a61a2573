import { expect, test } from "vitest";
import {
  LinearRegression,
  MinMaxScaler,
  makePipeline,
  PolynomialFeatures,
  type PolynomialFeaturesOptions,
} from "../index";
import { readFixtureContent } from "../testing/fixtures";

interface Content {
  readonly products: readonly {
    readonly X: number[][];
    readonly options: PolynomialFeaturesOptions;
    readonly names: string;
    readonly powers: number[][];
    readonly values: number[][];
  }[];
  readonly fits: readonly {
    readonly name: string;
    readonly scaled: boolean;
    readonly x: number[];
    readonly y: number[];
    readonly coef: number[];
    readonly intercept: number;
    readonly grid: number[];
    readonly predictions: number[];
  }[];
}

const { products, fits } = readFixtureContent<Content>("acceptance-polynomial");
const column = (x: readonly number[]) => x.map((value) => [value]);

/** Expects each number within 1e-5 of its own size, or of 1 for those below. */
function expectNear(got: Iterable<number>, wanted: readonly number[], what: string) {
  const values = [...got];
  expect(values, what).toHaveLength(wanted.length);
  values.forEach((value, i) => {
    const allowed = 1e-5 * Math.max(1, Math.abs(wanted[i]!));
    expect(Math.abs(value - wanted[i]!), `${what}, ${i}`).toBeLessThanOrEqual(allowed);
  });
}

test("roadmap SUP-005: PolynomialFeatures has scikit-learn's columns in its order, equal to the last bit; fits of degree 9 match to 1e-5", () => {
  expect(products.length).toBeGreaterThanOrEqual(100);
  for (const { X, options, names, powers, values } of products) {
    const poly = new PolynomialFeatures(options).fit(X);
    const what = `${X[0]!.length} features, ${JSON.stringify(options)}`;
    expect(poly.getFeatureNamesOut().join(" | "), what).toBe(names);
    expect(poly.powers.toArray(), what).toEqual(powers);
    expect(poly.transform(X).toArray(), what).toEqual(values);
  }

  expect(fits.length).toBeGreaterThanOrEqual(6);
  for (const { name, scaled, x, y, coef, intercept, grid, predictions } of fits) {
    const poly = new PolynomialFeatures({ degree: 9, includeBias: false });
    const line = new LinearRegression();
    const model = scaled
      ? makePipeline(new MinMaxScaler({ featureRange: [-1, 1] }), poly, line)
      : makePipeline(poly, line);
    model.fit(column(x), y);
    expectNear(model.predict(column(grid)).data(), predictions, `${name}: predictions`);
    const fitted = model.finalStep;
    expectNear(fitted.coef.data(), coef, `${name}: coefficients`);
    expectNear([fitted.intercept as number], [intercept], `${name}: intercept`);
  }
});
