import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../build/paths";
import { compileFolder } from "./compile";
import { writeExamples } from "./example-modules";
import { readPublicSymbols } from "./public-symbols";

// Every @example of a public symbol, and every block of TypeScript in a README, is a program: it compiles, it runs, and
// a line `expression; // → text` has a value that displays as that text. Names that a package exports need no import.

const symbols = readPublicSymbols();
const folder = join(root, ".cache/examples");
const { examples, locate } = writeExamples(symbols, folder);

describe("public symbols", () => {
  test("have a docstring", () => {
    const bare = symbols.filter(({ documentation }) => documentation.trim() === "");
    expect(bare.map(({ where, name }) => `${where} ${name}`)).toEqual([]);
  });
});

describe("examples in docstrings and READMEs", () => {
  test("compile", async () => {
    expect((await compileFolder(folder)).problems.map(locate)).toEqual([]);
  });

  test.each(examples)("$name runs", ({ run }) => run());
});
