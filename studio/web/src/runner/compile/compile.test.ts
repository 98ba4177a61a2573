import { describe, expect, test } from "vitest";
import { compileForDiagnosis, compileModule, positionAt } from "./compile";
import { CompileError } from "./compile-error";

const imports = {
  "@gradus/core": "/lib/core/dist/index.js",
  "@gradus/tensor": "/lib/tensor/dist/index.js",
  "gradus/tensor": "/lib/gradus/dist/tensor.js",
};
const origin = "http://127.0.0.1:4321";
const compile = (source: string) => compileModule(source, imports, origin);

function errorOf(source: string): CompileError {
  try {
    compile(source);
  } catch (error) {
    expect(error).toBeInstanceOf(CompileError);
    return error as CompileError;
  }
  throw new Error("it compiled");
}

const PROGRAM = `import { tensor, type Tensor } from "@gradus/tensor";
import type { Progress } from "@gradus/core";
import "@gradus/core"; import * as all from 'gradus/tensor';
interface Point {
  x: number;
  y?: string;
}
enum Color { Red, Green = 5 }
abstract class Model<T extends Point> { constructor(private readonly weight: T) { this.weight!; } }
export const text = \`import { a } from "not-an-import"\`; // import b from "nor-this"
export const later = async (name: string) => { const m = await import("@gradus/core") as any; return m.needle; };
const computed = (name: string): Promise<unknown> => import("@gradus/" + name);
let z = <Point>{ x: 1 } satisfies Point; tensor(z, all); export { z as needle2 };
export type { Point }; export * from "@gradus/core";`;

describe("compileModule", () => {
  const { code, original } = compile(PROGRAM);

  test("keeps every line in its place", () => {
    expect(code.split("\n")).toHaveLength(PROGRAM.split("\n").length);
    for (const [index, line] of PROGRAM.split("\n").entries()) {
      const word = /needle2?|Color|Model|computed/.exec(line)?.[0];
      if (word) expect(code.split("\n")[index]).toContain(word);
    }
  });

  test("turns package names into URLs, and only those", () => {
    expect(code).toContain(`from "${origin}/lib/tensor/dist/index.js"`);
    expect(code).toContain(`import "${origin}/lib/core/dist/index.js"`);
    expect(code).toContain(`from "${origin}/lib/gradus/dist/tensor.js"`);
    expect(code).toContain(`import("${origin}/lib/core/dist/index.js")`);
    expect(code).toContain(`export * from "${origin}/lib/core/dist/index.js"`);
    expect(code).toContain('`import { a } from "not-an-import"`; // import b from "nor-this"');
    expect(code).toContain('import(__gradusResolveImport("@gradus/" + name))');
    expect(code).not.toMatch(/["']@gradus\/(core|tensor)["']/);
  });

  test.each([
    "needle;",
    "needle2",
    "Model",
    "this.weight; ",
    "computed",
    '"@gradus/" + name',
    "name)",
    "tensor(z",
  ])("finds the way back to %s", (word) => {
    const inSource = word === "this.weight; " ? "this.weight!" : word;
    const position = positionAt(code, code.lastIndexOf(word));
    expect(original(position)).toEqual(positionAt(PROGRAM, PROGRAM.lastIndexOf(inSource)));
  });

  test.each([
    ["let x = ;", 1, 9, "Unexpected token"],
    ["const a = 1;\nfunction f( {\n", 2, 14, 'Unexpected token, expected ","'],
    ["let x = 'abc", 1, 9, "Unterminated string constant"],
    ["if (x) {\n  y();\n\n\n", 2, 7, "Unexpected token"],
    ["}", 1, 1, "Unexpected token"],
  ])("says where %j does not parse", (source, line, column, message) => {
    const error = errorOf(source);
    expect(error).toMatchObject({ name: "SyntaxError", message, position: { line, column } });
  });

  test.each([
    ['import _ from "lodash";', "lodash", 1, 15],
    ["const a = 1;\nexport { b } from './b';", "./b", 2, 19],
    ['const f: () => unknown = () => import("fs");', "fs", 1, 39],
    ['import x from "https://example.org/x.js";', "https://example.org/x.js", 1, 15],
    ['import x from "constructor";', "constructor", 1, 15],
  ])("says what can be imported instead of %j", (source, specifier, line, column) => {
    const program =
      source.includes("import _") || source.includes("import x") ? `${source} x;_;` : source;
    expect(errorOf(program)).toMatchObject({
      name: "ImportError",
      message: `Cannot import "${specifier}": a program here can import @gradus/core, @gradus/tensor.`,
      position: { line, column },
    });
  });

  test("leaves out imports of types only, as TypeScript does", () => {
    expect(compile('import { Tensor } from "@gradus/tensor";\nlet t: Tensor;').code).not.toContain(
      "/lib/",
    );
  });

  test("leaves what only a browser can refuse to the browser", () => {
    expect(compile("const a = 1;\nconst a = 2;").code).toBe("const a = 1;\nconst a = 2;");
  });
});

describe("compileForDiagnosis", () => {
  test("makes a script that a browser can parse, with the way back", () => {
    const source = 'import { a } from "@gradus/core";\nexport const b = await a<number>();\nb;';
    const { code, original } = compileForDiagnosis(source);
    // The body is parsed, and never runs.
    expect(() => new Function(code)).not.toThrow();
    expect(original(positionAt(code, code.lastIndexOf("await")))).toEqual({ line: 2, column: 18 });
    expect(original({ line: 1, column: code.indexOf("{") + 2 }).line).toBe(1);
  });
});
