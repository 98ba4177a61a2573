import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../build/paths";
import { compileFolder } from "./compile";

// What a user's TypeScript sees: the declaration files in dist, by Node's own resolution. The sources can be
// right where these are not.
test("the declarations that are published compile, and so does the README's program against them", async () => {
  const folder = join(root, ".cache/published-types");
  mkdirSync(folder, { recursive: true });
  const [, program] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))!;
  writeFileSync(join(folder, "readme.mts"), program!);
  const { problems, files } = await compileFolder(folder, {
    module: "nodenext",
    moduleResolution: "nodenext",
    target: "es2023",
    lib: ["es2023", "dom", "dom.iterable", "esnext.disposable"],
    types: [],
    skipLibCheck: false,
  });
  const declarations = files.filter((file) => /packages\/\w[\w-]*\/dist\//.test(file));
  expect(declarations.length).toBeGreaterThan(50);
  // Other people's declarations are not ours to mend.
  expect(problems.filter((problem) => !problem.includes("node_modules/"))).toEqual([]);
});
