import { compileTopic } from "../build/course/compile";
import { ContentError } from "../build/course/content-error";
import type { ProjectFolder, TopicFolder } from "../build/course/folder";
import { cellResults } from "./cell-results";
import { idProblems } from "./identifiers";
import { usesFromBelow } from "./run-cell";

/** URLs that stand for the site's; only their presence matters here. */
const imports = Object.fromEntries(
  ["core", "tensor", "stats", "files", "data", "plot", "learn", "course-kit"].map((name) => [
    `@gradus/${name}`,
    `/lib/${name}/dist/index.js`,
  ]),
);

/** What else there is in the course, which a topic may name. */
interface Course {
  readonly topics: ReadonlySet<string>;
  readonly projects: ReadonlyMap<string, ProjectFolder>;
  readonly rows: ReadonlySet<string>;
}

/** What does not fit together in a topic's description: ids, rows of the roadmaps, sources. */
export function structureProblems(folder: TopicFolder, { rows }: Pick<Course, "rows">): string[] {
  const { topic, exercises, quiz, figures } = folder;
  const problems = [
    ...idProblems("topic", [topic.id]),
    ...idProblems(
      "exercise",
      exercises.map(({ exercise }) => exercise.id),
    ),
    ...idProblems("figure", [...figures.keys()]),
    ...idProblems("quiz item", quiz?.items.map(({ id }) => id) ?? []),
    ...topic.rows.filter((row) => !rows.has(row)).map((row) => `row ${row} is in no roadmap`),
  ];
  if (topic.sources.length === 0) problems.push("sources: a topic says where its ideas come from");
  if (topic.teaches.length === 0) problems.push("teaches: a topic says what one can do afterwards");
  return problems;
}

/** Why a topic cannot be made a page: references, links, TeX. */
export async function compileProblems(folder: TopicFolder, course: Course): Promise<string[]> {
  try {
    await compileTopic(folder, { imports, ...course });
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return [error.message];
  }
}

/** Cells that do not run after those above them, or that show nothing. */
export async function cellProblems({ programs }: TopicFolder): Promise<string[]> {
  const problems: string[] = [];
  for (const [path, program] of programs) {
    problems.push(...usesFromBelow(program).map((use) => `${path}: ${use}`));
    for (const { region, logged, displayed, error } of await cellResults(program)) {
      if (error !== undefined) problems.push(`${path}#${region} does not run: ${String(error)}`);
      else if (logged.length + displayed.length === 0)
        problems.push(`${path}#${region} shows nothing`);
      if (logged.some((line) => /\b(NaN|undefined)\b/.test(line)))
        problems.push(`${path}#${region} prints NaN or undefined: ${logged.join(" | ")}`);
    }
  }
  return problems;
}
