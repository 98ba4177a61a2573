import { expect } from "vitest";
import type { Transformer } from "../base/estimator";
import { type ContractOptions, expectSame, runner, X, y } from "./contract-data";

/** What every transformer keeps beside the contract of estimators. */
export function transformerContract(create: () => Transformer, options: ContractOptions): void {
  const test = runner(options);

  test("fitTransform is fit, then transform", () => {
    expectSame(create().fitTransform(X, y), create().fit(X, y).transform(X));
  });

  test("keeps the rows", () => {
    expect(create().fitTransform(X, y).shape[0]).toBe(X.length);
  });
}
