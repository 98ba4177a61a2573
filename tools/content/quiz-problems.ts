import type { ChoiceItem, NumericItem, OrderItem, OutputItem, QuizItem } from "@gradus/course-kit";
import { runCell } from "./run-cell";

/** What is wrong with a quiz: answers that are not right, and explanations that are not there. */
export async function quizProblems(items: readonly QuizItem[]): Promise<string[]> {
  const problems: string[] = [];
  for (const item of items) {
    for (const problem of await itemProblems(item)) problems.push(`${item.id}: ${problem}`);
  }
  return problems;
}

async function itemProblems(item: QuizItem): Promise<string[]> {
  const problems = item.question.trim() === "" ? ["the question is empty"] : [];
  switch (item.kind) {
    case "choice":
      return [...problems, ...choiceProblems(item)];
    case "numeric":
      return [...problems, ...numericProblems(item), ...explained(item)];
    case "output":
      return [...problems, ...(await outputProblems(item)), ...explained(item)];
    case "order":
      return [...problems, ...orderProblems(item), ...explained(item)];
  }
}

function choiceProblems({ choices, answer }: ChoiceItem): string[] {
  const problems = choices
    .filter(({ explanation }) => explanation.trim() === "")
    .map(({ text }) => `the choice "${text}" has no explanation`);
  if (choices.length < 2) problems.push("a choice needs at least two answers");
  if (!choices[answer]) problems.push(`there is no choice number ${answer}`);
  if (new Set(choices.map(({ text }) => text)).size < choices.length)
    problems.push("two choices are the same");
  return problems;
}

function numericProblems({ answer, tolerance }: NumericItem): string[] {
  if (!Number.isFinite(answer)) return ["the answer is not a finite number"];
  if (!(tolerance > 0)) return ["the tolerance must be above 0"];
  // A tolerance that reaches 0 would take "nothing" for an answer.
  return answer !== 0 && tolerance >= Math.abs(answer) ? ["the tolerance takes in 0"] : [];
}

async function outputProblems({ code, answer }: OutputItem): Promise<string[]> {
  try {
    const { logged } = await runCell(code);
    const printed = logged.join("\n");
    return printed === answer ? [] : [`the code prints ${printed}, the answer says ${answer}`];
  } catch (error) {
    return [`the code does not run: ${String(error)}`];
  }
}

function orderProblems({ lines }: OrderItem): string[] {
  if (lines.length < 3) return ["an order needs at least three lines"];
  return new Set(lines).size < lines.length ? ["two lines are the same"] : [];
}

function explained({ explanation }: { readonly explanation: string }): string[] {
  return explanation.trim() === "" ? ["there is no explanation"] : [];
}
