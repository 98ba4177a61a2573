import { type Outcome, toProgramError } from "@gradus/course-kit";
import type { ExerciseFolder, ProjectFolder } from "../build/course/folder";
import { gradeSource, scoreSource } from "./grade-source";
import { idProblems } from "./identifiers";

const MOST_HINTS = 3;
const FEWEST_MISCONCEPTIONS = 3;
/** A reference solution shows that nearly all points can be had. */
const REFERENCE_SHARE = 0.9;

/** What is wrong with an exercise: its texts, starter, solution and planted mistakes. */
export async function exerciseProblems(folder: ExerciseFolder): Promise<string[]> {
  const { exercise, start, solution, wrong } = folder;
  const ids = Object.keys(exercise.misconceptions);
  const texts = Object.values(exercise.misconceptions);
  const problems = idProblems("misconception", ids);
  if (exercise.hints.length > MOST_HINTS)
    problems.push(`${exercise.hints.length} hints; at most ${MOST_HINTS}`);
  if (ids.length < FEWEST_MISCONCEPTIONS)
    problems.push(`${ids.length} misconceptions; at least ${FEWEST_MISCONCEPTIONS}`);
  if (new Set(texts).size < texts.length) problems.push("two misconceptions have the same text");
  for (const [id, text] of Object.entries(exercise.misconceptions)) {
    if (text.trim() === "") problems.push(`misconception ${id} has no text`);
    if (!wrong.has(id)) problems.push(`wrong/${id}.ts is missing`);
  }

  const grade = (source: string): Promise<Outcome> =>
    // A check that names a misconception which is not there throws: an error like others to the author.
    gradeSource(folder, source).catch((error) => ({ kind: "error", error: toProgramError(error) }));
  const first = await grade(start.text);
  if (first.kind === "passed") problems.push("start.ts passes");
  if (first.kind === "error") problems.push(`start.ts does not run: ${first.error.message}`);
  const last = await grade(solution.text);
  if (last.kind !== "passed") problems.push(`solution.ts does not pass: ${JSON.stringify(last)}`);
  for (const [id, { text }] of wrong) {
    const outcome = await grade(text);
    const own = exercise.misconceptions[id];
    if (own === undefined) problems.push(`wrong/${id}.ts has no message of its own`);
    else if (outcome.kind !== "wrong" || outcome.misconception !== id)
      problems.push(`wrong/${id}.ts does not get its message: ${JSON.stringify(outcome)}`);
    else if (!outcome.message.startsWith(own))
      problems.push(`wrong/${id}.ts gets another message: ${outcome.message}`);
  }
  return problems;
}

/**
 * What is wrong with a project: its rubric, starter, reference and planted mistakes. Each file under `wrong/`
 * carries the name of the criterion that it must lose points on.
 */
export async function projectProblems(
  folder: ProjectFolder,
  rows: ReadonlySet<string>,
): Promise<string[]> {
  const { project, start, solution, wrong } = folder;
  const total = project.rubric.reduce((sum, { points }) => sum + points, 0);
  const ids = project.rubric.map(({ id }) => id);
  const problems = [
    ...idProblems("project", [project.id]),
    ...idProblems("criterion", ids),
    ...project.rows.filter((row) => !rows.has(row)).map((row) => `row ${row} is in no roadmap`),
  ];
  if (!(project.passing > 0 && project.passing <= total))
    problems.push(`passing takes ${project.passing} of ${total} points`);
  if (wrong.size === 0) problems.push("wrong/ is empty");

  const first = await scoreSource(folder, start.text);
  if (first.passed) problems.push(`start.ts passes with ${first.points} points`);
  const last = await scoreSource(folder, solution.text);
  if (!last.passed || last.points < REFERENCE_SHARE * total)
    problems.push(`reference.ts has ${last.points} of ${total} points: ${JSON.stringify(last)}`);
  for (const { id, message } of last.results)
    if (message.trim() === "") problems.push(`criterion ${id} has no message`);
  for (const [id, { text }] of wrong) {
    const criterion = project.rubric.find((each) => each.id === id);
    if (!criterion) {
      problems.push(`wrong/${id}.ts names no criterion`);
      continue;
    }
    const score = await scoreSource(folder, text);
    const result = score.results.find((each) => each.id === id)!;
    if (result.points >= criterion.points)
      problems.push(`wrong/${id}.ts gets all points of ${id}: ${result.message}`);
    if (score.results.every(({ points }) => points === 0))
      problems.push(`wrong/${id}.ts gets no points at all: ${result.message}`);
  }
  return problems;
}
