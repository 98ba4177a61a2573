import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { readPackages, root } from "./paths";

// What a user's TypeScript sees: the declaration files in dist, by Node's own resolution. The sources can be
// right where these are not.
test("the declarations that are published compile, and so does the README's program against them", () => {
  const folder = join(root, ".cache/published-types");
  mkdirSync(folder, { recursive: true });
  const [, program] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))!;
  const file = join(folder, "readme.mts");
  writeFileSync(file, program!);
  const compiled = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts", "lib.esnext.disposable.d.ts"],
    strict: true,
    noEmit: true,
    types: [],
  });
  const ours = [...readPackages().map((info) => join(info.dir, "dist")), folder];
  const problems = ts
    .getPreEmitDiagnostics(compiled)
    .filter(({ file }) => file && ours.some((dir) => file.fileName.startsWith(dir)))
    .map(({ file, messageText }) => {
      const text = ts.flattenDiagnosticMessageText(messageText, " ");
      return `${file!.fileName.slice(root.length)}: ${text}`;
    });
  const declarations = compiled.getSourceFiles().filter((f) => f.fileName.includes("/dist/"));
  expect(declarations.length).toBeGreaterThan(50);
  expect(problems).toEqual([]);
});
