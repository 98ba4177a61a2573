import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createEnvironment } from "./environment";
import type { TypeScriptService } from "./protocol";
import { createService } from "./service";

const path = "/cells/a.ts";
const before = 'import { double } from "@gradus/sample";\n';

/** The language's libraries as files, and one package of ours. */
function sampleTypes(): Record<string, string> {
  const folder = dirname(createRequire(import.meta.url).resolve("typescript"));
  const types: Record<string, string> = {
    "/node_modules/@gradus/sample/index.d.ts":
      "/** Twice the number. */\nexport declare function double(x: number): number;\n",
  };
  const queue = ["lib.es2023.d.ts"];
  for (const name of queue) {
    const text = readFileSync(join(folder, name), "utf8");
    types[`/${name}`] = text;
    for (const [, reference] of text.matchAll(/reference lib="([^"]+)"/g)) {
      const file = `lib.${reference}.d.ts`;
      if (!queue.includes(file)) queue.push(file);
    }
  }
  return types;
}

describe("the editor's TypeScript", () => {
  let service: TypeScriptService;
  beforeAll(() => {
    service = createService(createEnvironment(sampleTypes()));
  });

  test("finds a wrong argument and says where", async () => {
    const text = `${before}double("2");`;
    const found = await service.diagnostics({ path, text });
    expect(found).toMatchObject([
      { from: before.length + 7, to: before.length + 10, severity: "error" },
    ]);
    expect(found[0]?.message).toMatch(/'string' is not assignable to parameter of type 'number'/);
  });

  test("finds nothing in code that is right", async () => {
    expect(await service.diagnostics({ path, text: `${before}double(2).toFixed(1);` })).toEqual([]);
  });

  test("completes the members of a call's result", async () => {
    const text = `${before}double(2).toF`;
    const found = await service.completions({
      path,
      text,
      position: text.length,
      explicit: false,
    });
    expect(found?.from).toBe(text.length - 3);
    expect(found?.options.map(({ label }) => label)).toContain("toFixed");
  });

  test("completes names of our packages, with type and docstring", async () => {
    const text = `${before}dou`;
    const request = { path, text, position: text.length };
    const found = await service.completions({ ...request, explicit: true });
    expect(found?.options.map(({ label }) => label)).toContain("double");
    expect(await service.details({ ...request, name: "double" })).toMatchObject({
      signature: expect.stringContaining("double(x: number): number"),
      documentation: "Twice the number.",
    });
  });

  test("tells a name's type on hover", async () => {
    const text = `${before}const four = double(2);`;
    const position = text.indexOf("four") + 1;
    expect(await service.hover({ path, text, position })).toMatchObject({
      from: text.indexOf("four"),
      signature: "const four: number",
    });
  });

  test("two cells may declare the same name", async () => {
    await service.diagnostics({ path: "/cells/b.ts", text: "const same = 1;" });
    expect(await service.diagnostics({ path: "/cells/c.ts", text: "const same = 2;" })).toEqual([]);
  });
});
