import { expect, test } from "vitest";
import { textProblem } from "./textProblem";

const control = { kind: "text" as const, label: "Formula", value: "x" };

test("a text has the problem that its control finds, or none", () => {
  const problem = (text: string) => (text === "" ? "Type a formula." : undefined);
  expect(textProblem({ ...control, problem }, "")).toBe("Type a formula.");
  expect(textProblem({ ...control, problem }, "x")).toBeUndefined();
  expect(textProblem(control, "anything")).toBeUndefined();
});

test("a judge that throws does not take the page with it", () => {
  const problem = () => {
    throw new Error("no");
  };
  expect(textProblem({ ...control, problem }, "x")).toBe("This text cannot be read.");
});
