import { NotFittedError, ParameterError, ParseError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { expectAllClose, readFixtureContent } from "../testing/fixtures";
import { fromLibsvmModel } from "./from-libsvm-model";
import type { OneClassSVM } from "./one-class-svm";
import { SVC } from "./svc";
import type { SVR } from "./svr";
import { toLibsvmModel } from "./to-libsvm-model";

interface Trained {
  readonly name: string;
  readonly model: string;
  readonly X: number[][];
  readonly predicted: number[];
  readonly probabilities: number[][] | null;
  /** The order of the columns of `probabilities`. */
  readonly labels: string[] | null;
}

const { trained } = readFixtureContent<{ trained: Trained[] }>("svm-predict");

describe("models that svm-train wrote", () => {
  test.each(trained)("predict as svm-predict does: $name", (c) => {
    const model = fromLibsvmModel(c.model, { nFeatures: c.X[0]!.length });
    const predicted = (model as SVC | OneClassSVM | SVR).predict(c.X);
    // svm-predict writes six digits.
    if (Array.isArray(predicted)) expect(predicted).toEqual(c.predicted);
    else expectAllClose(predicted, c.predicted, { rtol: 1e-5 });
    if (!c.probabilities) return;
    const svc = model as SVC;
    expect(svc.probability).toBe(true);
    const columns = c.labels!.map((label) => svc.classes.indexOf(Number(label)));
    const shares = svc.predictProba(c.X).toArray() as number[][];
    // libsvm ends its coupling of pairs at 0.005 / nClasses.
    expectAllClose(
      shares.flatMap((row) => columns.map((k) => row[k]!)),
      c.probabilities,
      { rtol: 0, atol: 0.005 },
    );
  });
});

describe("model files", () => {
  const X = [
    [0, 1],
    [1, 0],
    [2, 2],
    [0, 3],
    [3, 1],
    [2, 0],
  ];
  const y = ["a", "b", "c", "a", "b", "c"];

  test("come back as they were, with the places of labels that are no numbers", () => {
    const model = new SVC({ kernel: "poly", degree: 2, coef0: 1, gamma: 0.3 }).fit(X, y);
    const text = toLibsvmModel(model);
    expect(text).toContain("label 0 1 2\n");
    const back = fromLibsvmModel(text) as SVC;
    expect(back.getParams()).toMatchObject({ kernel: "poly", degree: 2, coef0: 1, gamma: 0.3 });
    expect([...back.decisionFunction(X).data()]).toEqual([...model.decisionFunction(X).data()]);
    expect(toLibsvmModel(back)).toBe(text);
  });

  test("refuse what they cannot hold, and what they do not hold", () => {
    expect(() => toLibsvmModel(new SVC())).toThrow(NotFittedError);
    const own = new SVC({ kernel: (A, B) => A.matmul(B.transpose()) }).fit(X, y);
    expect(() => toLibsvmModel(own)).toThrow(ParameterError);
    const text = toLibsvmModel(new SVC().fit(X, y));
    expect(() => fromLibsvmModel("")).toThrow(ParseError);
    expect(() => fromLibsvmModel(text.replace("c_svc", "d_svc"))).toThrow(/svm_type to be one of/);
    expect(() => fromLibsvmModel(text.replace("rbf", "box"))).toThrow(ParseError);
    expect(() => fromLibsvmModel(text.replace(/^rho.*\n/m, ""))).toThrow(/begins with rho/);
    expect(() => fromLibsvmModel(text.replace(/^nr_sv .*/m, "nr_sv 1 1 1"))).toThrow(/nr_sv/);
    expect(() => fromLibsvmModel(text.replace(/^total_sv .*/m, "total_sv 9"))).toThrow(/total_sv/);
    expect(() => fromLibsvmModel(text.replace(/ 1:1\b/, " 1:x"))).toThrow(ParseError);
    expect(() => fromLibsvmModel(text, { nFeatures: 1 })).toThrow(ParameterError);
  });
});
