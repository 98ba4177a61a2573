import type { CodePosition, ProgramError } from "@gradus/course-kit";
import { compileModule, positionAt } from "../compile/compile";
import { CompileError } from "../compile/compile-error";
import type { ImportMap } from "../compile/imports";
import type { Program } from "../compile/program";
import { compileErrorPosition, describeError, locateError, type RunningProgram } from "./errors";
import { findImportedName, readMissingExport } from "./link-error";
import { findSyntaxError } from "./syntax-error";

export interface ProgramEnvironment {
  readonly imports: ImportMap;
  readonly origin: string;
}

/** What came of loading a program: its exports, or why there are none. */
export type Loaded =
  | { readonly kind: "loaded"; readonly exports: object; readonly running: RunningProgram }
  | { readonly kind: "failed"; readonly error: ProgramError };

/**
 * Compiles a program and runs it to the end of its top level.
 *
 * @param onStart called with the program when it is about to run
 */
export async function loadProgram(
  program: Program,
  { imports, origin }: ProgramEnvironment,
  onStart: (running: RunningProgram) => void,
): Promise<Loaded> {
  let running: RunningProgram;
  try {
    const { code, original } = compileModule(program.source, imports, origin);
    const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    running = { program, url, original };
  } catch (error) {
    return failed(program, error, compileErrorPosition(error));
  }
  onStart(running);
  try {
    const exports = (await import(/* @vite-ignore */ running.url)) as object;
    return { kind: "loaded", exports, running };
  } catch (error) {
    const position = locateError(error, running);
    if (position || !(error instanceof SyntaxError)) return failed(program, error, position);
    return await explainSyntaxError(error, running, imports);
  }
}

/** The browser refused the module before it ran, and its error does not say where. */
async function explainSyntaxError(
  error: SyntaxError,
  running: RunningProgram,
  imports: ImportMap,
): Promise<Loaded> {
  const { program } = running;
  const missing = readMissingExport(error.message, imports);
  if (missing) {
    const offset = findImportedName(program.source, missing);
    const position = offset === null ? undefined : positionAt(program.source, offset);
    const message = `"${missing.specifier}" has no export named "${missing.name}".`;
    return failed(program, new CompileError("ImportError", message, position), position);
  }
  return failed(program, error, await findSyntaxError(program.source));
}

function failed(
  program: Program,
  error: unknown,
  position: CodePosition | undefined,
): Extract<Loaded, { kind: "failed" }> {
  return { kind: "failed", error: describeError(error, program, position) };
}
