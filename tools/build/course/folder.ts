import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type Check,
  type Exercise,
  type Figure,
  type LocatedSegment,
  type Project,
  parseProgram,
  type QuizItem,
  type Scoring,
  type Topic,
} from "@gradus/course-kit";
import { ContentError } from "./content-error";

/** The course of this repository. */
export const courseDir: string = fileURLToPath(new URL("../../../course", import.meta.url));

/** A file of the content with its text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** What learners submit, and the file that judges it: `C` is the type of the check. */
export interface GradedFolder<C = unknown> {
  readonly dir: string;
  readonly start: TextFile;
  /** `solution.ts` of an exercise, `reference.ts` of a project. */
  readonly solution: TextFile;
  readonly checkPath: string;
  readonly loadCheck: () => Promise<C>;
  /** Submissions that make one mistake each, by the file's name without its ending. */
  readonly wrong: ReadonlyMap<string, TextFile>;
}

export interface ExerciseFolder extends GradedFolder<Check<object>> {
  readonly exercise: Exercise;
}

export interface ProjectFolder extends GradedFolder<Scoring<object>> {
  readonly project: Project;
  readonly brief: TextFile;
}

/** A topic's folder as it stands on disk, read but not judged. */
export interface TopicFolder {
  readonly dir: string;
  readonly topic: Topic;
  readonly lesson: TextFile;
  /** Demo files cut at their regions, by path within the folder. */
  readonly programs: ReadonlyMap<
    string,
    TextFile & { readonly segments: readonly LocatedSegment[] }
  >;
  readonly figures: ReadonlyMap<string, { readonly path: string; readonly figure: Figure }>;
  readonly exercises: readonly ExerciseFolder[];
  readonly quiz: { readonly path: string; readonly items: readonly QuizItem[] } | undefined;
}

/** All topics under a course's folder, by name. */
export async function readTopics(course: string = courseDir): Promise<TopicFolder[]> {
  const names = await foldersIn(join(course, "topics"));
  return Promise.all(names.map((name) => readTopic(join(course, "topics", name))));
}

/** All projects under a course's folder, by name. */
export async function readProjects(course: string = courseDir): Promise<ProjectFolder[]> {
  const names = await foldersIn(join(course, "projects"));
  return Promise.all(names.map((name) => readProject(join(course, "projects", name))));
}

/** @throws ContentError if a file that every topic has is missing, or ids are not their folders' names. */
export async function readTopic(dir: string): Promise<TopicFolder> {
  const topicPath = join(dir, "topic.ts");
  const topic = await importDefault<Topic>(topicPath);
  checkId(topicPath, topic.id, dir);
  const exercises = await Promise.all(
    (await foldersIn(join(dir, "exercises"))).map((name) =>
      readExercise(join(dir, "exercises", name)),
    ),
  );
  const quizPath = join(dir, "quiz.ts");
  return {
    dir,
    topic,
    lesson: await readText(join(dir, "lesson.md")),
    programs: await readPrograms(dir),
    figures: await readFigures(join(dir, "figures")),
    exercises,
    quiz: existsSync(quizPath)
      ? { path: quizPath, items: await importDefault<readonly QuizItem[]>(quizPath) }
      : undefined,
  };
}

async function readExercise(dir: string): Promise<ExerciseFolder> {
  const path = join(dir, "exercise.ts");
  const exercise = await importDefault<Exercise>(path);
  checkId(path, exercise.id, dir);
  return { exercise, ...(await readGraded(dir, "solution.ts")) };
}

async function readProject(dir: string): Promise<ProjectFolder> {
  const path = join(dir, "project.ts");
  const project = await importDefault<Project>(path);
  checkId(path, project.id, dir);
  return {
    project,
    brief: await readText(join(dir, "brief.md")),
    ...(await readGraded(dir, "reference.ts")),
  };
}

async function readGraded<C>(dir: string, solutionName: string): Promise<GradedFolder<C>> {
  const wrong = new Map<string, TextFile>();
  for (const name of await filesIn(join(dir, "wrong"), ".ts"))
    wrong.set(name.slice(0, -".ts".length), await readText(join(dir, "wrong", name)));
  const checkPath = join(dir, "check.ts");
  if (!existsSync(checkPath)) throw new ContentError(checkPath, undefined, "is missing");
  const [start, solution] = await Promise.all(
    ["start.ts", solutionName].map((name) => readText(join(dir, name))),
  );
  const loadCheck = () => importDefault<C>(checkPath);
  return { dir, start: start!, solution: solution!, checkPath, loadCheck, wrong };
}

async function readPrograms(dir: string): Promise<TopicFolder["programs"]> {
  const programs = new Map<string, TextFile & { segments: readonly LocatedSegment[] }>();
  for (const name of await filesIn(join(dir, "demos"), ".ts")) {
    if (name.endsWith(".test.ts")) continue;
    const file = await readText(join(dir, "demos", name));
    programs.set(`demos/${name}`, { ...file, ...parseProgram(file.text, `demos/${name}`) });
  }
  return programs;
}

async function readFigures(dir: string): Promise<TopicFolder["figures"]> {
  const figures = new Map<string, { path: string; figure: Figure }>();
  for (const name of await filesIn(dir, ".ts")) {
    if (name.endsWith(".test.ts")) continue;
    const path = join(dir, name);
    const figure = await importDefault<Figure>(path);
    if (`${figure.id}.ts` !== name)
      throw new ContentError(path, undefined, `a figure's id is its file's name, got ${figure.id}`);
    figures.set(figure.id, { path, figure });
  }
  return figures;
}

/** The default export of a content file. */
export async function importDefault<T>(path: string): Promise<T> {
  if (!existsSync(path)) throw new ContentError(path, undefined, "is missing");
  const module: { default?: T } = await import(/* @vite-ignore */ pathToFileURL(path).href);
  if (module.default === undefined)
    throw new ContentError(path, undefined, "has no default export");
  return module.default;
}

function checkId(path: string, id: string, dir: string): void {
  if (!dir.endsWith(`/${id}`) && !dir.endsWith(`\\${id}`))
    throw new ContentError(path, undefined, `the id is the folder's name, got ${id}`);
}

async function readText(path: string): Promise<TextFile> {
  if (!existsSync(path)) throw new ContentError(path, undefined, "is missing");
  return { path, text: await readFile(path, "utf8") };
}

async function filesIn(dir: string, end: string): Promise<string[]> {
  if (!existsSync(dir)) return [];
  return (await readdir(dir)).filter((name) => name.endsWith(end)).sort();
}

async function foldersIn(dir: string): Promise<string[]> {
  if (!existsSync(dir)) return [];
  const entries = await readdir(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
