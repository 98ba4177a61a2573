import { dirname, join } from "node:path";
import type {
  CompiledExercise,
  CompiledProject,
  CompiledQuizItem,
  CompiledTopic,
  QuizItem,
} from "@gradus/course-kit";
import { type BundledModule, bundleModule, type ImportMap } from "./bundle";
import { ContentError, missing } from "./content-error";
import type { ExerciseFolder, GradedFolder, ProjectFolder, TopicFolder } from "./folder";
import { compileLesson } from "./lesson";
import { renderInline, renderMarkdown } from "./markdown";

/** What is compiled, and the course around it. */
export interface CompileContext {
  readonly imports: ImportMap;
  /** Ids of all topics. */
  readonly topics: ReadonlySet<string>;
  readonly projects: ReadonlyMap<string, ProjectFolder>;
}

export interface TopicOutput {
  readonly compiled: CompiledTopic;
  readonly modules: readonly BundledModule[];
}

const EXERCISE_BUDGET = 5_000; // milliseconds
const PROJECT_BUDGET = 20_000; // milliseconds

/** Where the site serves a bundled module. */
const moduleUrl = (module: BundledModule): string => `/course/modules/${module.fileName}`;

/**
 * Compiles one topic to the JSON that the page shows and the modules beside it.
 *
 * @throws ContentError where something that an author wrote does not fit together.
 */
export async function compileTopic(
  folder: TopicFolder,
  context: CompileContext,
): Promise<TopicOutput> {
  const { topic, dir } = folder;
  const modules: BundledModule[] = [];
  const keep = async (module: Promise<BundledModule>): Promise<string> => {
    modules.push(await module);
    return moduleUrl(await module);
  };
  const topicFile = join(dir, "topic.ts");
  for (const id of topic.prerequisites) {
    if (!context.topics.has(id) || id === topic.id)
      throw new ContentError(topicFile, undefined, missing("prerequisite", id, context.topics));
  }

  const figures = new Map<string, { title: string; module: string }>();
  for (const [id, { path, figure }] of folder.figures) {
    const module = await keep(bundleModule(path, `${topic.id}.${id}`, context.imports));
    figures.set(id, { title: figure.title, module });
  }
  const exercises: CompiledExercise[] = [];
  for (const exercise of folder.exercises) {
    const name = `${topic.id}.${exercise.exercise.id}.check`;
    const module = bundleCheck(exercise, "exercise", name, context.imports);
    exercises.push(compileExercise(exercise, await keep(module)));
  }
  const project = topic.project === undefined ? undefined : context.projects.get(topic.project);
  if (topic.project !== undefined && !project)
    throw new ContentError(
      topicFile,
      undefined,
      missing("project", topic.project, context.projects.keys()),
    );
  const scored =
    project && bundleCheck(project, "project", `${project.project.id}.check`, context.imports);

  const { blocks, headings } = compileLesson(folder.lesson.text, folder.lesson.path, {
    programs: folder.programs,
    figures,
    exercises: new Set(exercises.map(({ id }) => id)),
    hasQuiz: folder.quiz !== undefined,
    project: topic.project,
    topics: context.topics,
  });
  const programs = [...folder.programs].map(([path, { segments }]) => {
    return [
      path,
      { segments: segments.map(({ region, source }) => ({ region, source })) },
    ] as const;
  });
  const compiled: CompiledTopic = {
    id: topic.id,
    title: topic.title,
    question: topic.question,
    minutes: topic.minutes,
    prerequisites: topic.prerequisites,
    teaches: topic.teaches,
    rows: topic.rows,
    sources: topic.sources,
    headings,
    blocks,
    programs: Object.fromEntries(programs),
    exercises,
    quiz: (folder.quiz?.items ?? []).map((item) => compileQuizItem(item, folder.quiz!.path)),
    ...(project && scored && { project: compileProject(project, await keep(scored)) }),
  };
  return { compiled, modules };
}

function compileExercise(
  { exercise, dir, start, solution }: ExerciseFolder,
  checkModule: string,
): CompiledExercise {
  const file = join(dir, "exercise.ts");
  return {
    id: exercise.id,
    title: exercise.title,
    promptHtml: renderMarkdown(exercise.prompt, file),
    hintsHtml: exercise.hints.map((hint) => renderMarkdown(hint, file)),
    start: start.text,
    solution: solution.text,
    checkModule,
    timeBudget: exercise.timeBudget ?? EXERCISE_BUDGET,
  };
}

function compileProject(
  { project, brief, start }: ProjectFolder,
  checkModule: string,
): CompiledProject {
  return {
    id: project.id,
    title: project.title,
    summary: project.summary,
    rows: project.rows,
    minutes: project.minutes,
    briefHtml: renderMarkdown(brief.text, brief.path),
    start: start.text,
    rubric: project.rubric,
    passing: project.passing,
    timeBudget: project.timeBudget ?? PROJECT_BUDGET,
    checkModule,
  };
}

/** Each item with its texts rendered. */
function compileQuizItem(item: QuizItem, file: string): CompiledQuizItem {
  const explain = (text: string): string => {
    if (text.trim() === "")
      throw new ContentError(file, undefined, `quiz item "${item.id}": an explanation is missing`);
    return renderMarkdown(text, file);
  };
  const base = { id: item.id, questionHtml: renderMarkdown(item.question, file) };
  switch (item.kind) {
    case "choice": {
      const choices = item.choices.map(({ text, explanation }) => ({
        textHtml: renderInline(text, file),
        explanationHtml: explain(explanation),
      }));
      return { ...base, kind: "choice", choices, answer: item.answer };
    }
    case "numeric": {
      const { answer, tolerance, unit } = item;
      const explanationHtml = explain(item.explanation);
      return {
        ...base,
        kind: "numeric",
        answer,
        tolerance,
        ...(unit !== undefined && { unit }),
        explanationHtml,
      };
    }
    case "output": {
      const { code, answer } = item;
      return { ...base, kind: "output", code, answer, explanationHtml: explain(item.explanation) };
    }
    case "order":
      return {
        ...base,
        kind: "order",
        lines: item.lines,
        explanationHtml: explain(item.explanation),
      };
  }
}

/** A check with the exercise or project it belongs to: a GradeFunction or ScoreFunction. */
function bundleCheck(
  { dir, checkPath }: GradedFolder,
  kind: "exercise" | "project",
  name: string,
  imports: ImportMap,
): Promise<BundledModule> {
  const grade = kind === "exercise" ? "gradeSubmission" : "scoreSubmission";
  const source = `
    import { ${grade} } from "@gradus/course-kit";
    import check from ${JSON.stringify(checkPath)};
    import ${kind} from ${JSON.stringify(join(dir, `${kind}.ts`))};
    export default (submission, options) => ${grade}(${kind}, check, submission, options);`;
  return bundleModule(join(dirname(checkPath), "check.ts"), name, imports, source);
}
