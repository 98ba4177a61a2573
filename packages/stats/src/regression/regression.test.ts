import {
  displayText,
  LinAlgError,
  ParameterError,
  ShapeError,
  toDisplayData,
  ValueError,
} from "@gradus/core";
import { tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/regression.json";
import { addConstant } from "./design";
import { GLM, type GLMOptions } from "./glm";
import { durbinWatson, LinearResults } from "./linear-results";
import { Logit } from "./logit";
import { type LinearFitOptions, OLS, WLS, type WLSOptions } from "./ols";
import { coefficient, general } from "./python-format";
import type { RegressionResults } from "./regression-results";
import type { Entry } from "./summary";

interface Case {
  readonly name: string;
  readonly kind: "OLS" | "WLS" | "GLM" | "Logit";
  readonly y: number[];
  readonly X: number[][];
  readonly options: object;
  readonly fitOptions: LinearFitOptions;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly text: { readonly head: readonly Entry[]; readonly below: string };
}

const models = fixture.models as unknown as Case[];

function fitted({ kind, y, X, options, fitOptions }: Case): RegressionResults {
  if (kind === "OLS") return new OLS(y, X, options).fit(fitOptions);
  if (kind === "WLS") return new WLS(y, X, options as WLSOptions).fit(fitOptions);
  return kind === "GLM" ? new GLM(y, X, options as GLMOptions).fit() : new Logit(y, X).fit();
}

/** The numbers of a result by the fixture's names. */
function actual(fit: RegressionResults, key: string): unknown {
  if (key === "confInt") return fit.confInt();
  if (key === "confInt90") return fit.confInt(0.1);
  if (key === "covParams") return fit.covParams().toArray();
  if (fit instanceof LinearResults) {
    if (key === "omnibusStatistic") return fit.omnibus.statistic;
    if (key === "omnibusPvalue") return fit.omnibus.pvalue;
    if (key === "jarqueBera") {
      const { statistic, pvalue, skew, kurtosis } = fit.jarqueBera;
      return [statistic, pvalue, skew, kurtosis];
    }
  }
  const value = fit[key as keyof RegressionResults] as unknown;
  return key === "predTable" ? (fit as ReturnType<Logit["fit"]>).predTable() : value;
}

const flat = (value: unknown): number[] =>
  (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : [value].flat(3)) as number[];

describe("regression tables", () => {
  test.each(models.map((c) => [c.name, c] as const))("%s equals statsmodels to 1e-6", (_, c) => {
    const fit = fitted(c);
    for (const [key, value] of Object.entries(c.expected)) {
      const [got, want] = [flat(actual(fit, key)), flat(value)];
      expect(got.length, key).toBe(want.length);
      const size = Math.max(...want.map((v) => (v === null ? 0 : Math.abs(v))));
      want.forEach((v, i) => {
        if (v === null) expect(Number.isFinite(got[i]), key).toBe(false);
        // The sum of residuals and the like is 0 but for rounding: 1e-6 of the largest number beside it.
        else
          expect(Math.abs(got[i]! - v), `${key}[${i}] ${got[i]} ${v}`).toBeLessThanOrEqual(
            1e-6 * Math.abs(v) + 1e-8 * size,
          );
      });
    }
  });

  test.each(models.map((c) => [c.name, c] as const))("%s prints statsmodels' table", (_, c) => {
    const summary = fitted(c).summary();
    const { left, right } = summary.parts;
    expect([...left, ...right].filter(([label]) => label !== "Dep. Variable:")).toEqual(
      c.text.head.filter(([label]) => label !== "Dep. Variable:"),
    );
    expect(String(summary).endsWith(c.text.below), String(summary)).toBe(true);
  });
});

const x = [[1], [2], [3], [4], [5], [6], [7], [8]];
const y = [2, 3, 5, 4, 6, 9, 8, 9];
const X = addConstant(x);

describe("summaries", () => {
  const longley = fitted(models[0]!);

  test("the head stands in two columns, as statsmodels sets it", () => {
    const lines = String(longley.summary()).split("\n");
    expect(lines.slice(0, 4)).toEqual([
      "                            OLS Regression Results                            ",
      "==============================================================================",
      "Dep. Variable:                 TOTEMP   R-squared:                       0.995",
      "Model:                            OLS   Adj. R-squared:                  0.992",
    ]);
  });

  test("results and summaries are shown as the table", () => {
    const text = displayText(toDisplayData(longley));
    expect(text).toBe(displayText(toDisplayData(longley.summary())));
    expect(text).toBe(String(longley));
    expect(text).toContain("GNPDEFL       15.0619     84.915      0.177      0.863");
  });

  test("alpha sets the intervals and their heading", () => {
    expect(String(longley.summary({ alpha: 0.1 }))).toContain("[0.05       0.95]");
    expect(longley.summary({ alpha: 0.1 }).parts.coefficients[1]!.high).toBe(
      longley.confInt(0.1)[1]![1],
    );
  });

  test("long names widen the first column", () => {
    const fit = new OLS(y, X, { columnNames: ["const", "a rather long name"] }).fit();
    expect(String(fit)).toContain("\na rather long name     1.0476");
  });

  test("numbers are set as Python sets them", () => {
    expect(general(123456, 4)).toBe("1.235e+05");
    expect(general(0.00001234, 3)).toBe("1.23e-05");
    expect(general(45.6, 5, true)).toBe("45.600");
    expect(general(99999.96, 4)).toBe("1e+05");
    expect(general(1234, 4, true)).toBe("1234.");
    expect(general(0.5, 3)).toBe("0.5");
    expect(general(Number.NaN, 3) + general(-1 / 0, 3)).toBe("nan-inf");
    expect(coefficient(0, 4)).toBe("0");
    expect(coefficient(9999.5, 3)).toBe("9999.500");
  });
});

describe("predictions and tensors", () => {
  test("tensors and arrays give the same fit", () => {
    const fit = new OLS(tensor(y), X).fit();
    expect(fit.params).toEqual(new OLS(y, X.toArray() as number[][]).fit().params);
    expect(fit.predict()).toEqual(fit.fittedvalues);
    expect(fit.predict([[1, 10]])[0]).toBeCloseTo(fit.params[0]! + 10 * fit.params[1]!, 12);
  });

  test("GLM and Logit predict means of new rows", () => {
    const rates = new GLM(y, X, { family: "poisson" }).fit();
    expect(rates.predict([[1, 9]])[0]).toBeCloseTo(
      Math.exp(rates.params[0]! + 9 * rates.params[1]!),
      9,
    );
    const logit = new Logit([0, 0, 1, 0, 1, 0, 1, 1], X).fit();
    expect(logit.predict(X)).toEqual(logit.fittedvalues);
  });

  test("a gaussian GLM is OLS, a binomial one is Logit", () => {
    const close = (a: Float64Array, b: Float64Array) =>
      a.forEach((value, i) => {
        expect(value).toBeCloseTo(b[i]!, 6);
      });
    const [ols, glm] = [new OLS(y, X).fit(), new GLM(y, X).fit()];
    close(ols.params, glm.params);
    close(ols.bse, glm.bse);
    const labels = [0, 0, 1, 0, 1, 0, 1, 1];
    const [logit, binomial] = [
      new Logit(labels, X).fit(),
      new GLM(labels, X, { family: "binomial" }).fit(),
    ];
    close(logit.params, binomial.params);
    close(logit.bse, binomial.bse);
    expect(logit.llf).toBeCloseTo(binomial.llf, 9);
  });

  test("weights of a constant change no coefficient and no p-value", () => {
    const [plain, weighted] = [
      new OLS(y, X).fit(),
      new WLS(y, X, { weights: y.map(() => 7) }).fit(),
    ];
    weighted.pvalues.forEach((p, j) => {
      expect(p).toBeCloseTo(plain.pvalues[j]!, 12);
    });
  });

  test("addConstant puts ones in front or behind, once", () => {
    expect(addConstant([[5, 6]], { prepend: false }).toArray()).toEqual([[5, 6]]);
    expect(addConstant(x, { prepend: false }).toArray()).toEqual(x.map(([v]) => [v, 1]));
    expect(addConstant(X).toArray()).toEqual(X.toArray());
  });

  test("Durbin and Watson's statistic is 0 for residuals that stay", () => {
    expect(durbinWatson(Float64Array.of(2, 2, 2))).toBe(0);
  });

  test("a constant alone leaves the likelihood of the null model", () => {
    const fit = new Logit([0, 1, 1, 0, 1], [[1], [1], [1], [1], [1]]).fit();
    expect(fit.llr).toBeCloseTo(0, 12);
    expect(fit.llrPvalue).toBeNaN();
    expect(
      new OLS(
        y,
        y.map(() => [1]),
      ).fit().fvalue,
    ).toBeNaN();
  });
});

describe("what can be wrong is said", () => {
  const doubled = x.map(([v]) => [1, v!, 2 * v!]);

  test("dependent columns: a warning for least squares, an error for Logit", () => {
    const fit = new OLS(y, doubled).fit();
    expect(fit.warnings).toEqual([expect.stringContaining("3 columns of X have rank 2")]);
    expect(String(fit)).toContain("The smallest eigenvalue is");
    expect(new GLM(y, doubled, { family: "poisson" }).fit().warnings[0]).toContain("rank 2");
    expect(() => new Logit([0, 0, 1, 0, 1, 0, 1, 1], doubled).fit()).toThrow(LinAlgError);
  });

  test("perfect separation: a warning", () => {
    const labels = [0, 0, 0, 0, 1, 1, 1, 1];
    const logit = new Logit(labels, X).fit();
    expect(logit.warnings.join()).toContain("complete separation");
    expect(String(logit)).toContain("complete separation");
    const glm = new GLM(labels, X, { family: "binomial" }).fit();
    expect(glm.warnings.join()).toContain("complete separation");
    expect(String(glm)).toContain("complete separation");
  });

  test("quasi-separation: a warning", () => {
    const logit = new Logit(
      [0, 1, 0, 1, 1, 1, 1, 1],
      x.map((_, i) => [1, Number(i > 3)]),
    ).fit();
    expect(logit.warnings.join()).toContain("quasi-separation");
  });

  test("too few iterations: converged is false, with a warning", () => {
    const glm = new GLM(y, X, { family: "poisson" }).fit({ maxIterations: 1 });
    expect(glm.converged).toBe(false);
    expect(glm.warnings.join()).toContain("did not come to rest in 1 iterations");
    const logit = new Logit([0, 0, 1, 0, 1, 0, 1, 1], X).fit({ maxIterations: 2 });
    expect(logit.converged).toBe(false);
    expect(logit.warnings.join()).toContain("did not come to rest");
    expect(String(logit)).toContain("converged:                      False");
  });

  test("iterations that leave the family's means: ValueError", () => {
    const falling = [100, 50, 20, 5, 1, 0.1, 0.1, 0.1];
    const fit = (family: "poisson" | "gamma") => () =>
      new GLM(falling, X, { family, link: "identity" }).fit();
    expect(fit("poisson")).toThrow(ValueError);
    expect(fit("gamma")).toThrow("expected means that the Gamma family can have");
  });

  test("shapes, values and parameters are checked", () => {
    expect(() => new OLS([1, 2], X)).toThrow(ShapeError);
    expect(() => new OLS(y, tensor(y))).toThrow(ShapeError);
    expect(() => new OLS(y, [...x.slice(1), [Number.NaN]])).toThrow(ValueError);
    expect(() => new OLS([...y.slice(1), Number.NaN], X)).toThrow(ValueError);
    expect(() => new OLS(y, X, { columnNames: ["a"] })).toThrow(ParameterError);
    expect(() =>
      new OLS(
        [1, 2],
        [
          [1, 0],
          [0, 1],
        ],
      ).fit(),
    ).toThrow(ValueError);
    expect(() => new OLS(y, X).fit({ covType: "HC4" as "HC3" })).toThrow(ParameterError);
    expect(() => new OLS(y, X).fit().confInt(2)).toThrow(ParameterError);
    expect(() => new OLS(y, X).fit().predict(x)).toThrow(ShapeError);
    expect(() => new WLS(y, X, { weights: [1] })).toThrow(ShapeError);
    expect(() => new WLS(y, X, { weights: y.map(() => 0) })).toThrow(ValueError);
    expect(() => new GLM(y, X, { family: "binomial" })).toThrow(ValueError);
    expect(() => new GLM(y, X, { family: "weibull" as "gamma" })).toThrow(ParameterError);
    expect(() => new GLM(y, X, { family: "poisson", link: "logit" })).toThrow(ParameterError);
    expect(() => new GLM(y, X, { family: "negativeBinomial", alpha: 0 })).toThrow(ParameterError);
    expect(() => new GLM(y, X, { offset: [1] })).toThrow(ShapeError);
    expect(
      () =>
        new GLM(
          y.map((v) => [v, 1]),
          X,
          { family: "poisson" },
        ),
    ).toThrow(ParameterError);
    expect(
      () =>
        new GLM(
          y.map(() => [0, 0]),
          X,
          { family: "binomial" },
        ),
    ).toThrow(ValueError);
    expect(() => new GLM(y, X).fit({ maxIterations: 0 })).toThrow(ParameterError);
    expect(() =>
      new GLM(
        [1, 2],
        [
          [1, 0],
          [0, 1],
        ],
      ).fit(),
    ).toThrow(ValueError);
    expect(() => new Logit(y, X)).toThrow(ValueError);
    expect(() => new Logit([0, 1], [[1], [1]]).fit({ tolerance: 0 })).toThrow(ParameterError);
  });
});
