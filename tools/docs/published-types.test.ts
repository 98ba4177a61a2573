import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { root } from "../build/paths";
import { problemsIn } from "./compile";

// What a user's TypeScript sees: the declaration files in dist, by Node's own resolution. The sources can be
// right where these are not.
const folder = join(root, ".cache/published-types");
const options = {
  module: "nodenext",
  moduleResolution: "nodenext",
  target: "es2023",
  lib: ["es2023", "dom", "dom.iterable", "esnext.disposable"],
  types: [],
  skipLibCheck: false,
};

async function problemsOf(program: string): Promise<string[]> {
  writeFileSync(join(folder, "program.mts"), program);
  const problems = await problemsIn(folder, options);
  // Other people's declarations are not ours to mend.
  return problems.filter((problem) => !problem.includes("node_modules/"));
}

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
});

test("the declarations that are published compile, and so does the README's program against them", async () => {
  const [, program] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))!;
  expect(await problemsOf(program!)).toEqual([]);
});
