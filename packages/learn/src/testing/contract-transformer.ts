import { NotFittedError, ShapeError, ValueError } from "@gradus/core";
import { expect } from "vitest";
import type { Transformer } from "../base/estimator";
import {
  type ContractOptions,
  dense,
  expectSame,
  frame,
  names,
  runner,
  X,
  y,
} from "./contract-data";

/** What every transformer keeps beside the contract of estimators. */
export function transformerContract(create: () => Transformer, options: ContractOptions): void {
  const test = runner(options);

  test("fitTransform is fit, then transform", () => {
    expectSame(dense(create().fitTransform(X, y)), dense(create().fit(X, y).transform(X)));
  });

  test("names the columns that it gives", () => {
    const model = create().fit(frame, y);
    const found = model.getFeatureNamesOut();
    expect(new Set(found).size).toBe(model.transform(frame).shape[1]);
    expect(model.getFeatureNamesOut(names)).toEqual(found);
    expect(() => model.getFeatureNamesOut(["a", "c", "b"])).toThrow(ValueError);
    const unnamed = create().fit(X, y);
    expect(unnamed.getFeatureNamesOut(names)).toEqual(found);
    expect(() => unnamed.getFeatureNamesOut(["a"])).toThrow(ShapeError);
    expect(() => create().getFeatureNamesOut()).toThrow(NotFittedError);
  });

  test("keeps the rows", () => {
    expect(create().fitTransform(X, y).shape[0]).toBe(X.length);
  });
}
