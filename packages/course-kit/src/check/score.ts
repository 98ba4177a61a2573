import { ValueError } from "@gradus/core";
import type { ProjectScore } from "../compiled";
import type { CriterionResult, Project } from "../project";
import { CheckFailure } from "./failure";
import { type GradeOptions, guardExports, toProgramError } from "./grade";

/** What a part of a project's check found out. */
export interface Measured {
  /** Share of the criterion's points, from 0 to 1. */
  readonly share: number;
  /** Why, with the measured numbers. */
  readonly message: string;
}

/** Gives the points of one criterion; what `measure` throws gives none, and its message. */
export type Award = (id: string, measure: () => Measured | Promise<Measured>) => Promise<void>;

/** The check of a project: measures each criterion of its rubric. */
export type Scoring<S> = (submission: S, award: Award) => void | Promise<void>;

/**
 * Types the check of a project: what `check.ts` in its folder exports as default.
 *
 * @example
 * ```ts
 * export default defineScoring(async ({ guess }: { guess: () => number }, award) => {
 *   const miss = Math.abs(guess() - 7);
 *   await award("close", () => ({ share: miss < 1 ? 1 : 0, message: `${miss} away from 7` }));
 * });
 * ```
 */
export function defineScoring<S extends object>(scoring: Scoring<S>): Scoring<S> {
  return scoring;
}

/**
 * Scores a project: one result for every criterion of the rubric, in its order, and their sum.
 *
 * A criterion whose measuring throws gets 0 points and the error's message; one that the check never came to
 * gets 0 points too. Points are rounded to tenths.
 *
 * @throws ValueError if the check awards a criterion that the rubric does not have, or one twice.
 */
export async function scoreSubmission<S extends object>(
  project: Project,
  scoring: Scoring<S>,
  submission: object,
  { locate }: GradeOptions = {},
): Promise<ProjectScore> {
  const found = new Map<string, Measured>();
  const explain = (error: unknown): string => {
    if (error instanceof CheckFailure) return error.message;
    const { name, message, position } = toProgramError(error, locate);
    return `${name}${position ? ` in line ${position.line}` : ""}: ${message}`;
  };
  let stopped = "The check did not come to this point.";
  try {
    await scoring(guardExports(submission) as S, async (id, measure) => {
      if (!project.rubric.some((criterion) => criterion.id === id) || found.has(id))
        throw new ValueError(
          `check of ${project.id}: expected each criterion of the rubric once, got ${id}`,
        );
      try {
        found.set(id, await measure());
      } catch (error) {
        found.set(id, { share: 0, message: explain(error) });
      }
    });
  } catch (error) {
    if (error instanceof ValueError && error.message.startsWith(`check of ${project.id}`))
      throw error;
    stopped = explain(error);
  }
  const results = project.rubric.map(({ id, points }): CriterionResult => {
    const { share, message } = found.get(id) ?? { share: 0, message: stopped };
    // A share that is not a number earns nothing.
    const earned = points * Math.min(1, Math.max(0, share || 0));
    return { id, points: Math.round(10 * earned) / 10, message };
  });
  return totalScore(project, results);
}

/** The sum of a project's results, and whether it is enough to pass. */
export function totalScore(
  project: Pick<Project, "passing">,
  results: readonly CriterionResult[],
): ProjectScore {
  const points = Math.round(10 * results.reduce((sum, result) => sum + result.points, 0)) / 10;
  return { results, points, passed: points >= project.passing };
}
