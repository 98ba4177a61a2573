import { ValueError } from "@gradus/core";
import type { Exercise } from "../exercise";
import type { CodePosition, Outcome, ProgramError } from "../run-message";
import { CheckFailure } from "./failure";

/** What a submission exports; a check says by `S` what it expects there. */
export type Check<S> = (submission: S) => void | Promise<void>;

/** What the runner knows and a check does not. */
export interface GradeOptions {
  /** Where in the learner's text an error was thrown. */
  readonly locate?: (error: unknown) => CodePosition | undefined;
}

/**
 * Types the check of an exercise: what `check.ts` exports as default. It returns when the submission is right
 * and fails by `expectClose`, `expectEqual`, `expectThat` or `misconception` when it is wrong.
 *
 * @example
 * ```ts
 * export default defineCheck(({ step }: { step: (w: number, learningRate: number) => number }) => {
 *   expectClose(step(4, 0.1), 3.2);
 * });
 * ```
 */
export function defineCheck<S extends object>(check: Check<S>): Check<S> {
  return check;
}

/**
 * Runs a check on what a submission exports.
 *
 * A {@link CheckFailure} gives "wrong", with the exercise's own text when the check named a misconception;
 * anything else that is thrown is an error of the submission; otherwise it passed.
 *
 * @throws ValueError if the check names a misconception that the exercise does not have.
 */
export async function gradeSubmission<S extends object>(
  exercise: Exercise,
  check: Check<S>,
  submission: object,
  { locate }: GradeOptions = {},
): Promise<Outcome> {
  try {
    await check(guardExports(submission) as S);
    return { kind: "passed" };
  } catch (error) {
    if (!(error instanceof CheckFailure)) {
      return { kind: "error", error: toProgramError(error, locate) };
    }
    if (error.misconception === undefined) return { kind: "wrong", message: error.message };
    const text = exercise.misconceptions[error.misconception];
    if (text === undefined) {
      const known = Object.keys(exercise.misconceptions).join(", ");
      throw new ValueError(
        `check of ${exercise.id}: expected one of the misconceptions ${known}, got ${error.misconception}`,
      );
    }
    const message = `${text} ${error.message}`.trimEnd();
    return { kind: "wrong", message, misconception: error.misconception };
  }
}

/** Whatever was thrown, as plain data. */
export function toProgramError(
  error: unknown,
  locate?: (error: unknown) => CodePosition | undefined,
): ProgramError {
  const position = locate?.(error);
  const named = error instanceof Error ? error : new Error(String(error));
  return { name: named.name, message: named.message, ...(position && { position }) };
}

/** The exports, but a missing one is a wrong answer that says what to export, not a TypeError. */
export function guardExports(submission: object): object {
  return new Proxy(
    { ...submission },
    {
      get(target, name, receiver) {
        if (typeof name === "string" && name !== "then" && !(name in target)) {
          throw new CheckFailure(
            `Your program must export \`${name}\`: keep the word \`export\` before it, and its name.`,
          );
        }
        return Reflect.get(target, name, receiver);
      },
    },
  );
}
