import { describe, expect, test } from "vitest";
import { findImportedName, readMissingExport } from "./link-error";

const imports = { "@gradus/tensor": "/lib/tensor/dist/index.js" };
const missing = { specifier: "@gradus/tensor", name: "tenser" };

describe("readMissingExport", () => {
  const url = "http://127.0.0.1:4321/lib/tensor/dist/index.js";
  test.each([
    `The requested module '${url}' does not provide an export named 'tenser'`,
    `The requested module '${url}' doesn't provide an export named: 'tenser'`,
  ])("reads %s", (message) => {
    expect(readMissingExport(message, imports)).toEqual(missing);
  });

  test("reads the name where the module is not told", () => {
    expect(readMissingExport("Importing binding name 'tenser' is not found.", imports)).toEqual({
      specifier: "the module",
      name: "tenser",
    });
  });

  test("leaves other errors alone", () => {
    expect(readMissingExport("Identifier 'a' has already been declared", imports)).toBeNull();
  });
});

describe("findImportedName", () => {
  test.each([
    'import { tenser } from "@gradus/tensor";',
    "// tenser\nimport {\n  tensor,\n  tenser as t,\n} from '@gradus/tensor';",
    'import a from "@gradus/core";\nimport { mytenser, tenser } from "@gradus/tensor";',
  ])("in %j", (source) => {
    const offset = findImportedName(source, missing)!;
    expect(source.slice(offset)).toMatch(/^tenser( |,)/);
    expect(source.slice(offset - 1, offset)).toBe(" ");
  });

  test("is null where it is not imported by name", () => {
    expect(findImportedName('import * as t from "@gradus/tensor"; t.tenser', missing)).toBeNull();
  });
});
