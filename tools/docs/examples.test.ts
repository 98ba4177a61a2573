import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPackages, root } from "../build/paths";
import { problemsIn } from "./compile";
import { readPublicSymbols } from "./public-symbols";

// Every @example of a public symbol, and every block of TypeScript in a README, is a program: it compiles, it runs, and a line `expression; // → text`
// has a value that displays as that text. Names that a package exports need no import.

const symbols = readPublicSymbols();
const folder = join(root, ".cache/examples");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const inDocstrings = symbols.flatMap((symbol, index) =>
  symbol.examples.map((code, i) => {
    const name = `${symbol.packageName.replace("@gradus/", "")}.${symbol.name}.${i}`;
    // Numbered, since `Tensor` and `tensor` are one file name to some file systems.
    const file = join(folder, `${index}.${name}.ts`);
    writeFileSync(file, toModule(code, symbol.packageName));
    return { name, file };
  }),
);

// A README's block is a whole program, with its imports.
const inReadmes = [
  "README.md",
  ...readPackages().map((info) => `packages/${info.folder}/README.md`),
]
  .filter((path) => existsSync(join(root, path)))
  .flatMap((path) => {
    const blocks = [...readFileSync(join(root, path), "utf8").matchAll(/```ts\n([\s\S]*?)```/g)];
    return blocks.map(([, code], i) => {
      const name = `${path.replaceAll("/", ".")}.${i}`;
      const file = join(folder, `${name}.ts`);
      writeFileSync(file, `${code}\nexport {};\n`);
      return { name, file };
    });
  });

const examples = [...inDocstrings, ...inReadmes];

describe("public symbols", () => {
  test("have a docstring", () => {
    const bare = symbols.filter(({ documentation }) => documentation.trim() === "");
    expect(bare.map(({ where, name }) => `${where} ${name}`)).toEqual([]);
  });
});

describe("examples in docstrings and READMEs", () => {
  test("compile", async () => {
    expect(await problemsIn(folder)).toEqual([]);
  });

  test.each(examples)("$name runs", async ({ file }) => {
    await import(/* @vite-ignore */ file);
  });
});

function toModule(code: string, packageName: string): string {
  const body = code.replace(
    /^(\s*)(?!const |let |\/\/)(.+?);?\s*\/\/ → (.*)$/gm,
    (_, indent, expression, expected) =>
      `${indent}expectDisplay(${expression}, ${JSON.stringify(expected.trim())});`,
  );
  const declared = new Set(
    [...code.matchAll(/\b(?:const|let|function|class) (\w+)/g)].map((m) => m[1]),
  );
  const imported = /^import /m.test(code) ? "" : neededImports(code, packageName, declared);
  return `${imported}import { expectDisplay } from "${root}tools/docs/expect-display";
void expectDisplay;
${body}
export {};
`;
}

/** An import for each public name that the example uses: of its own package first, then of any other. */
function neededImports(
  code: string,
  own: string,
  declared: ReadonlySet<string | undefined>,
): string {
  const words = new Set(code.replace(/\/\/.*$/gm, "").match(/(?<![.\w])[A-Za-z_]\w*/g) ?? []);
  const order = [own, ...readPackages().map((info) => info.name)];
  const found = new Map<string, string>();
  for (const packageName of order) {
    for (const symbol of symbols) {
      const wanted =
        words.has(symbol.name) && !declared.has(symbol.name) && !found.has(symbol.name);
      if (symbol.packageName === packageName && wanted) found.set(symbol.name, packageName);
    }
  }
  return [...found].map(([name, from]) => `import { ${name} } from "${from}";\n`).join("");
}
