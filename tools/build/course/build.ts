import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CompiledCourse } from "@gradus/course-kit";
import type { ImportMap } from "./bundle";
import { type CompileContext, compileTopic } from "./compile";
import { courseDir, readProjects, readTopics } from "./folder";
import { courseOrder } from "./order";
import { readRoadmap } from "./roadmap";

export { ContentError } from "./content-error";

export interface BuildCourseOptions {
  /** Folder that the site serves under /course. */
  readonly outDir: string;
  /** URLs of the packages that figures and checks import. */
  readonly imports: ImportMap;
  /** Folder with topics and projects; by default the repository's own. */
  readonly from?: string;
}

/**
 * Compiles the course: `index.json`, `topics/<id>.json` and `modules/*.js`. What an earlier build left there
 * and this one does not write is removed.
 *
 * @throws ContentError with file and line where something that an author wrote does not fit together.
 */
export async function buildCourse({
  outDir,
  imports,
  from = courseDir,
}: BuildCourseOptions): Promise<void> {
  const [topics, projects, roadmap] = await Promise.all([
    readTopics(from),
    readProjects(from),
    readRoadmap(),
  ]);
  const context: CompileContext = {
    imports,
    topics: new Set(topics.map(({ topic }) => topic.id)),
    projects: new Map(projects.map((folder) => [folder.project.id, folder])),
  };
  const compiled = await Promise.all(topics.map((folder) => compileTopic(folder, context)));
  const ordered = courseOrder(
    compiled.map((output) => output.compiled),
    roadmap.rows.map(({ id }) => id),
  );
  const areas = new Map(roadmap.rows.map(({ id, area }) => [id, area]));

  const course: CompiledCourse = {
    topics: ordered.map((topic) => ({
      id: topic.id,
      title: topic.title,
      question: topic.question,
      minutes: topic.minutes,
      area: areas.get(topic.rows[0]!)!,
      prerequisites: topic.prerequisites,
      rows: topic.rows,
      nExercises: topic.exercises.length,
      nQuizItems: topic.quiz.length,
    })),
    ...roadmap,
  };
  const files = new Map<string, string>();
  for (const { compiled: topic, modules } of compiled) {
    files.set(`topics/${topic.id}.json`, JSON.stringify(topic));
    for (const { fileName, code } of modules) files.set(`modules/${fileName}`, code);
  }
  files.set("index.json", JSON.stringify(course));
  await writeFiles(outDir, files);
}

async function writeFiles(dir: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const sub of ["topics", "modules"]) {
    await mkdir(join(dir, sub), { recursive: true });
    for (const name of await readdir(join(dir, sub)))
      if (!files.has(`${sub}/${name}`)) await rm(join(dir, sub, name));
  }
  await Promise.all([...files].map(([name, text]) => writeFile(join(dir, name), text)));
}
