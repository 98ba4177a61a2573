import {
  gradeSubmission,
  type Outcome,
  type ProjectScore,
  scoreSubmission,
  toProgramError,
  totalScore,
} from "@gradus/course-kit";
import type { ExerciseFolder, ProjectFolder } from "../build/course/folder";
import { loadProgram } from "./load-program";

/** A solution needs a thousandth of it, and a mistake that loops forever should not hold up the rest. */
const mostRounds = 1_000_000;

/** Grades the text of a submission, as the page's runner would. */
export async function gradeSource(
  { exercise, loadCheck }: Pick<ExerciseFolder, "exercise" | "loadCheck">,
  source: string,
): Promise<Outcome> {
  const loaded = await attempt(() => loadProgram(source, { mostRounds }));
  if ("error" in loaded) return { kind: "error", error: toProgramError(loaded.error) };
  return gradeSubmission(exercise, await loadCheck(), loaded.value);
}

/** Scores the text of a project's submission; one that does not run has no points. */
export async function scoreSource(
  { project, loadCheck }: Pick<ProjectFolder, "project" | "loadCheck">,
  source: string,
): Promise<ProjectScore> {
  const loaded = await attempt(() => loadProgram(source));
  if ("value" in loaded) return scoreSubmission(project, await loadCheck(), loaded.value);
  const { name, message } = toProgramError(loaded.error);
  const none = project.rubric.map(({ id }) => ({ id, points: 0, message: `${name}: ${message}` }));
  return totalScore(project, none);
}

async function attempt<T>(run: () => Promise<T>): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await run() };
  } catch (error) {
    return { error };
  }
}
