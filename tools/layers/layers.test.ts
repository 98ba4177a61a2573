import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { root } from "../build/paths";
import { checkFolder, findLayerViolations } from "./check";
import { allowedImports } from "./rules";

test("packages import only what stands above them", () => {
  expect(findLayerViolations()).toEqual([]);
});

test("the rules have no cycle: a package comes after all that it imports", () => {
  const order = Object.keys(allowedImports);
  for (const [name, allowed] of Object.entries(allowedImports)) {
    for (const other of allowed) expect(order.indexOf(other)).toBeLessThan(order.indexOf(name));
  }
});

describe("the check finds", () => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const dir = mkdtempSync(join(root, ".cache/layers-"));
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  test.each([
    ['import { Ridge } from "@gradus/learn";', "may not import @gradus/learn"],
    ['import { x } from "@gradus/core/src/errors";', "reaches inside a package"],
    ['import fs from "node:fs";', "does not exist in a browser"],
    ['import { x } from "../../../core/src/errors";', "leaves the folder"],
    ['export { x } from "left-pad";', "is not among the dependencies"],
  ])("%s", (line, reason) => {
    mkdirSync(join(dir, "src"), { recursive: true });
    writeFileSync(join(dir, "package.json"), "{}");
    writeFileSync(join(dir, "src/bad.ts"), `// a comment\n${line}\n`);
    const found = checkFolder(relative(root, dir), ["core"], { isPackage: true });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("bad.ts:2: ");
    expect(found[0]).toContain(reason);
  });
});
