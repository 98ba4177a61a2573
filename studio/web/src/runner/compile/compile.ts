import type { CodePosition } from "@gradus/course-kit";
import { type Transform, transform } from "sucrase";
import { CompileError } from "./compile-error";
import {
  applyEdits,
  describeUnknownImport,
  findImportEdits,
  type ImportMap,
  offsetBefore,
} from "./imports";
import { decodeMappings, originalPosition } from "./source-map";

/** A learner's TypeScript as a JavaScript module that a worker can import. */
export interface CompiledModule {
  readonly code: string;
  /** Where a place of the code came from; lines and columns count from 1. */
  original(position: CodePosition): CodePosition;
}

/**
 * Takes the types out of TypeScript and turns package names into URLs. Every line stays where it is.
 *
 * @throws CompileError for text that does not parse or imports what the map does not have
 */
export function compileModule(source: string, imports: ImportMap, origin: string): CompiledModule {
  const { code, mappings } = stripTypes(source);
  const pieces = decodeMappings(mappings);
  const { edits, unknown } = findImports(code, imports, origin);
  const toSource = (position: CodePosition) =>
    originalPosition(pieces, position.line, position.column);
  const [stranger] = unknown;
  if (stranger) {
    throw new CompileError(
      "ImportError",
      describeUnknownImport(stranger.specifier, imports),
      toSource(positionAt(code, stranger.offset)),
    );
  }
  const edited = applyEdits(code, edits);
  return {
    code: edited,
    original: (position) =>
      toSource(positionAt(code, offsetBefore(edits, offsetAt(edited, position)))),
  };
}

const SCRIPT_START = "async function program() {";

/**
 * The same program as a script that defines a function and never calls it: a browser that loads it says
 * where it does not parse, which it does not say of a module.
 */
export function compileForDiagnosis(source: string): CompiledModule {
  const { code, mappings } = stripTypes(source, ["typescript", "imports"]);
  const pieces = decodeMappings(mappings);
  return {
    code: `${SCRIPT_START}${code}\n}`,
    original: ({ line, column }) =>
      originalPosition(pieces, line, line === 1 ? column - SCRIPT_START.length : column),
  };
}

/** Line and column of an offset in a text, from 1. */
export function positionAt(text: string, offset: number): CodePosition {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}

function offsetAt(text: string, { line, column }: CodePosition): number {
  let start = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf("\n", start);
    if (end < 0) break;
    start = end + 1;
  }
  return start + column - 1;
}

function stripTypes(
  source: string,
  transforms: Transform[] = ["typescript"],
): { code: string; mappings: string } {
  try {
    const { code, sourceMap } = transform(source, {
      transforms,
      disableESTransforms: true,
      filePath: "program.ts",
      sourceMapOptions: { compiledFilename: "program.js" },
    });
    return { code, mappings: sourceMap!.mappings };
  } catch (error) {
    const { message, loc } = error as Error & { loc?: CodePosition };
    throw new CompileError("SyntaxError", withoutPlace(message), loc && clamp(source, loc));
  }
}

function findImports(code: string, imports: ImportMap, origin: string) {
  try {
    return findImportEdits(code, imports, origin);
  } catch {
    // Text that not even the lexer takes: the browser says what is wrong with it.
    return { edits: [], unknown: [] };
  }
}

/** "Error transforming program.ts: Unexpected token (1:9)" → "Unexpected token". */
function withoutPlace(message: string): string {
  return message.replace(/^Error transforming [^:]*: /, "").replace(/ \(\d+:\d+\)$/, "");
}

/** An unexpected end is found behind the last line: it is shown at the end of the last one with text. */
function clamp(source: string, { line, column }: CodePosition): CodePosition {
  const lines = source.trimEnd().split("\n");
  return line <= lines.length
    ? { line, column }
    : { line: lines.length, column: lines[lines.length - 1]!.length + 1 };
}
