import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { runCell } from "./run-cell";

/**
 * What a test needs that holds a topic's sentences to its programs.
 *
 * @param url the test's own, `import.meta.url`, in the topic's folder
 */
export async function claimsOf(url: string) {
  const read = (name: string) => readFile(new URL(name, url), "utf8");
  const lesson = await read("lesson.md");
  return {
    /** The text of the lesson. */
    lesson,
    /** The lesson has this sentence. */
    says: (sentence: string) => expect(lesson).toContain(sentence),
    /** What a program under `demos` prints, line by line. */
    linesOf: async (demo: string) => (await runCell(await read(`demos/${demo}.ts`))).logged,
  };
}
