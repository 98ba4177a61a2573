import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CompiledCourse, CompiledTopic } from "@gradus/course-kit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../paths";
import { buildCourse } from "./build";
import { bundleModule } from "./bundle";
import { ContentError } from "./content-error";
import { courseDir } from "./folder";

const imports = Object.fromEntries(
  ["core", "tensor", "stats", "files", "data", "plot", "learn", "course-kit"].map((name) => [
    `@gradus/${name}`,
    `/lib/${name}/dist/index.js`,
  ]),
);

describe("buildCourse", () => {
  let work: string;
  let outDir: string;

  /** The course with four topics; the whole of it is compiled by the build, and read by the tests of contents. */
  async function copyCourse(): Promise<string> {
    const from = join(work, "course");
    const parts = ["vectors", "probability", "bayes-theorem", "linear-regression"].map(
      (id) => `topics/${id}`,
    );
    for (const part of [...parts, "projects/ames-house-prices", "figures"]) {
      await cp(join(courseDir, part), join(from, part), { recursive: true });
    }
    return from;
  }

  beforeAll(async () => {
    // Inside the repository, where the topics' imports lead somewhere.
    await mkdir(join(root, ".cache"), { recursive: true });
    work = await mkdtemp(join(root, ".cache/course-"));
    outDir = join(work, "site");
    const from = await copyCourse();
    await buildCourse({ outDir, imports, from });
    await writeFile(join(outDir, "modules/stale.js"), "");
    await buildCourse({ outDir, imports, from });
  });

  afterAll(() => rm(work, { recursive: true, force: true }));

  const readJSON = async (name: string) => JSON.parse(await readFile(join(outDir, name), "utf8"));

  test("writes the table of contents with topics, tracks and rows", async () => {
    const course: CompiledCourse = await readJSON("index.json");
    const ids = course.topics.map(({ id }) => id);
    expect(ids).toHaveLength(4);
    expect(ids).toContain("linear-regression");
    expect(ids.indexOf("probability")).toBeLessThan(ids.indexOf("bayes-theorem"));
    expect(course.topics.find(({ id }) => id === "vectors")?.area).toBe("foundations");
    expect(course.tracks).toHaveLength(5);
    expect(course.rows).toHaveLength(450);
  });

  test("writes topics whose modules are there and import from the site only", async () => {
    const topic: CompiledTopic = await readJSON("topics/linear-regression.json");
    const urls = [
      ...topic.blocks.flatMap((block) => (block.kind === "figure" ? block.module : [])),
      ...topic.exercises.map(({ checkModule }) => checkModule),
      topic.project!.checkModule,
    ];
    expect(urls.length).toBeGreaterThanOrEqual(5);
    for (const url of urls) {
      const code = await readFile(join(outDir, url.replace("/course/", "")), "utf8");
      const specifiers = [...code.matchAll(/from "([^"]+)"/g)].map((match) => match[1]);
      expect(specifiers.filter((from) => !from!.startsWith("/lib/"))).toEqual([]);
      expect(code).toMatch(/export \{[^}]*default/);
    }
  });

  test("removes what an earlier build left", async () => {
    expect(await readdir(join(outDir, "modules"))).not.toContain("stale.js");
  });
});

describe("bundleModule", () => {
  const bundle = (source: string) =>
    bundleModule(`${import.meta.dirname}/figure.ts`, "figure", imports, source);

  test("names the module by its contents", async () => {
    const [a, b] = await Promise.all([bundle("export default 1;"), bundle("export default 2;")]);
    expect(a.fileName).toMatch(/^figure-[0-9a-f]{10}\.js$/);
    expect(a.fileName).not.toBe(b.fileName);
    expect((await bundle("export default 1;")).fileName).toBe(a.fileName);
  });

  test("refuses packages that the site does not serve, and code that does not compile", async () => {
    await expect(bundle('import x from "left-pad"; export default x;')).rejects.toThrow(
      ContentError,
    );
    await expect(bundle('import x from "left-pad"; export default x;')).rejects.toThrow("left-pad");
    await expect(bundle("export default (;")).rejects.toThrow(ContentError);
  });
});
