import { readFile } from "node:fs/promises";
import { parseProgram } from "@gradus/course-kit";
import { expect } from "vitest";
import { cellResults } from "./cell-results";

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
    /** What the cells of a program under `demos` print, line by line. @throws what they throw */
    async linesOf(demo: string): Promise<string[]> {
      const path = `demos/${demo}.ts`;
      const results = await cellResults(parseProgram(await read(path), path));
      return results.flatMap(({ logged, error }) => {
        if (error !== undefined) throw error;
        return logged;
      });
    },
  };
}
