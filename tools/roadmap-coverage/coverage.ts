import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { Project, RoadmapRow, RowStatus, Topic } from "@gradus/course-kit";
import { root } from "../build/paths";
import { listFiles, madeFolders } from "../list-files";
import { readRows } from "./rows";

/** What in the repository speaks for a row. */
export interface Evidence {
  /** Source files with `@roadmap ID` in a docstring. */
  readonly code: string[];
  /** Ids of topics and projects that list the row. */
  readonly topics: string[];
  /** Test files with an acceptance test, `test("roadmap ID: …")`, of the row's whole measure. */
  readonly tests: string[];
}

/** A row with what speaks for it. */
export interface CoveredRow extends RoadmapRow {
  readonly evidence: Evidence;
}

/**
 * Joins the roadmaps' rows with the repository. A row is done when an acceptance test holds its whole
 * measure (and a topic or project lists it, where the measure asks for a lesson); partial when something
 * serves it; missing otherwise.
 *
 * @throws Error if the repository names a row that does not exist.
 */
export async function coverRows(): Promise<CoveredRow[]> {
  const rows = readRows();
  const found = new Map(
    rows.map((row) => [row.id, { code: [], topics: [], tests: [] } as Evidence]),
  );
  const add = (id: string, kind: keyof Evidence, where: string): void => {
    const evidence = found.get(id);
    if (!evidence) throw new Error(`${where}: the roadmaps have no row ${id}`);
    if (!evidence[kind].includes(where)) evidence[kind].push(where);
  };
  for (const file of listSources()) {
    const where = relative(root, file);
    const text = readFileSync(file, "utf8");
    const isTest = /\.test\.tsx?$/.test(file);
    const pattern = isTest ? /test\(\s*["'`]roadmap ([A-Z]+-\d+):/g : /@roadmap ([A-Z]+-\d+)/g;
    for (const [, id] of text.matchAll(pattern)) add(id!, isTest ? "tests" : "code", where);
  }
  for (const { id, rows: served } of await readContent()) {
    for (const row of served) add(row, "topics", id);
  }
  return rows.map(({ seeds: _, ...row }) => {
    const evidence = found.get(row.id)!;
    return { ...row, topics: evidence.topics, status: statusOf(row.measure, evidence), evidence };
  });
}

/** The rows as the course's map shows them. */
export async function roadmapRows(): Promise<RoadmapRow[]> {
  return (await coverRows()).map(({ evidence: _, ...row }) => row);
}

function statusOf(measure: string, { code, topics, tests }: Evidence): RowStatus {
  const asksForContent = /\b(lesson|track page|auto-graded)\b/.test(measure);
  if (tests.length > 0 && (topics.length > 0 || !asksForContent)) return "done";
  return code.length + topics.length + tests.length > 0 ? "partial" : "missing";
}

async function readContent(): Promise<(Topic | Project)[]> {
  const files = [
    ...listFolders("course/topics").map((folder) => join(folder, "topic.ts")),
    ...listFolders("course/projects").map((folder) => join(folder, "project.ts")),
  ];
  const modules = files.map(
    (file) => import(pathToFileURL(file).href) as Promise<{ default: Topic | Project }>,
  );
  return (await Promise.all(modules)).map((module) => module.default);
}

function listFolders(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, folder, entry.name));
}

/** TypeScript of the library and the studio, and all tests; the coverage tool itself names no rows. */
function listSources(): string[] {
  return ["packages", "studio", "course", "tools/content"]
    .flatMap((folder) => listFiles(join(root, folder), madeFolders))
    .filter((path) => /\.tsx?$/.test(path));
}
