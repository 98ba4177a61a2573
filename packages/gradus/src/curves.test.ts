import { learningCurve, Ridge, validationCurve } from "@gradus/learn";
import { learningCurvePlot, validationCurvePlot } from "@gradus/plot";
import { expect, test } from "vitest";

const X = Array.from({ length: 60 }, (_, i) => [i, Math.sin(i)]);
const y = X.map(([a, b]) => a! - b!);

test("the plots of curves take what the curves are", () => {
  const learning = learningCurvePlot(learningCurve(new Ridge(), X, y, { cv: 2 }));
  expect(learning.description).toContain("Validation score");
  const values = [0.1, 1, 10];
  const validation = validationCurve(new Ridge(), X, y, { paramName: "alpha", paramRange: values });
  expect(validationCurvePlot({ values, ...validation }).description).toContain("best at 0.1");
});
