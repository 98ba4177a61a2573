import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";

/** The version of the katex that a module would import. */
function katexVersion(from: string): string {
  const path = createRequire(from).resolve("katex/package.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

test("formulas are styled by the version of KaTeX that typesets them", () => {
  const tools = createRequire(new URL("../../../../tools/package.json", import.meta.url));
  expect(katexVersion(import.meta.url)).toBe(katexVersion(tools.resolve("rehype-katex")));
});
