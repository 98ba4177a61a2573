import { NotFittedError, ParameterError, ShapeError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import type { CellValue } from "../base/cells";
import type { Label } from "../base/labels";
import { estimatorContract } from "../testing/contract";
import { cellsOf } from "../testing/encoder-cases";
import { readFixture } from "../testing/fixtures";
import { expectClose } from "../testing/missing";
import { TargetEncoder } from "./target-encoder";

interface Case {
  readonly name: string;
  readonly X: CellValue[][];
  readonly y: Label[] | number[];
  readonly smooth: number | "auto";
  readonly targetType: string;
  readonly encodings: number[][];
  readonly targetMean: number[];
  readonly crossed: number[][];
  readonly inOrder: number[][];
  readonly fresh: CellValue[][];
  readonly freshTransformed: number[][];
  readonly namesOut: string[];
}

const except = {
  "refuses NaN and infinity, and names their place": "NaN is a category",
  "refuses what is no matrix of numbers": "text is what it is for",
  "fitTransform is fit, then transform": "each row is encoded by the other folds",
};
const exact = { rtol: 1e-12, atol: 1e-14 };

describe("TargetEncoder", () => {
  estimatorContract(() => new TargetEncoder({ seed: 1 }), { except });

  test.each(readFixture<Case>("target-encoder"))("equals scikit-learn: $name", (c) => {
    const { smooth } = c;
    const X = cellsOf(c.X);
    const encoder = new TargetEncoder({ smooth, seed: 4 });
    expectClose(encoder.fitTransform(X, c.y), c.crossed, exact);
    expect(encoder.targetTypeFound).toBe(c.targetType);
    expectClose(encoder.targetMean, c.targetMean, exact);
    encoder.encodings.forEach((encoding, k) => {
      expectClose(encoding, c.encodings[k]!, exact);
    });
    expectClose(encoder.transform(cellsOf(c.fresh)), c.freshTransformed, exact);
    expect(encoder.getFeatureNamesOut()).toEqual(c.namesOut);
    const inOrder = new TargetEncoder({ smooth, cv: 3, shuffle: false });
    expectClose(inOrder.fitTransform(X, c.y), c.inOrder, exact);
  });

  test("with a smooth of a is CatBoost's (sum + a·prior) / (count + a), the prior being the mean", () => {
    const X = [["a"], ["a"], ["a"], ["b"], ["c"]];
    const y = [1, 0, 1, 1, 0];
    for (const a of [1, 2.5]) {
      const encoder = new TargetEncoder({ smooth: a }).fit(X, y);
      const formula = (sum: number, count: number) => (sum + a * 0.6) / (count + a);
      expectClose(
        encoder.transform([["a"], ["b"], ["c"], ["d"]]),
        [[formula(2, 3)], [formula(1, 1)], [formula(0, 1)], [formula(0, 0)]],
        exact,
      );
    }
  });

  test("knows its classes", () => {
    expect(new TargetEncoder().fit([["a"]], ["yes"]).classes).toEqual(["yes"]);
    expect(new TargetEncoder().fit([["a"]], [1.5]).classes).toBeNull();
    const whole = new TargetEncoder({ targetType: "continuous" }).fit([["a"], ["b"]], [1, 3]);
    expect(whole.targetTypeFound).toBe("continuous");
    expect(whole.categoriesFound).toEqual([["a", "b"]]);
  });

  test("refuses options and targets that cannot be", () => {
    expect(() => new TargetEncoder({ smooth: -1 })).toThrow(ParameterError);
    expect(() => new TargetEncoder({ cv: 1 })).toThrow(ParameterError);
    expect(() => new TargetEncoder({ targetType: "x" as never })).toThrow(ParameterError);
    expect(() => new TargetEncoder({ shuffle: 1 as never })).toThrow(ParameterError);
    const X = [["a"], ["b"], ["a"]];
    expect(() => new TargetEncoder().fit(X, [1, 2])).toThrow(ShapeError);
    expect(() =>
      new TargetEncoder().fit(X, [
        [1.5, 1],
        [2, 2],
        [3, 3],
      ]),
    ).toThrow(ShapeError);
    expect(() => new TargetEncoder().fit(X)).toThrow(ValueError);
    expect(() => new TargetEncoder({ targetType: "binary" }).fit(X, [1, 2, 3])).toThrow(ValueError);
    expect(() => new TargetEncoder().fitTransform(X, [0, 1, 0])).toThrow(ParameterError);
    expect(() => new TargetEncoder().encodings).toThrow(NotFittedError);
    expect(() => new TargetEncoder().targetMean).toThrow(NotFittedError);
    expect(() => new TargetEncoder().classes).toThrow(NotFittedError);
  });
});
