import type { CodePosition, ProgramError } from "@gradus/course-kit";
import { CompileError } from "../compile/compile-error";
import { type Program, placeOf } from "../compile/program";

/** A program that runs: its text, its module's address, and the way back from one to the other. */
export interface RunningProgram {
  readonly program: Program;
  /** Address of the Blob module. */
  readonly url: string;
  /** From a place in the module to one in the program's text. */
  original(position: CodePosition): CodePosition;
}

/** The topmost place of an error's stack that lies in the module at `url`; counted from 1. */
export function stackPosition(stack: string, url: string): CodePosition | undefined {
  // Chromium writes "at f (url:3:5)", Firefox and Safari "f@url:3:5".
  const at = stack.indexOf(`${url}:`);
  if (at < 0) return undefined;
  const match = /^(\d+):(\d+)/.exec(stack.slice(at + url.length + 1));
  return match ? { line: Number(match[1]), column: Number(match[2]) } : undefined;
}

/** Where in the program's text an error was thrown, if it came through the program. */
export function locateError(error: unknown, running: RunningProgram): CodePosition | undefined {
  if (!(error instanceof Error) || !error.stack) return undefined;
  const position = stackPosition(error.stack, running.url);
  return position && running.original(position);
}

/** Whatever a program threw, for its reader: with the line of the cell, or where else it is. */
export function describeError(
  error: unknown,
  program: Program,
  position: CodePosition | undefined,
): ProgramError {
  const { name, message } = nameAndMessage(error);
  const place = position ? placeOf(program, position) : {};
  return {
    name,
    message: place.note ? `${message} (${place.note})` : message,
    ...(place.position && { position: place.position }),
  };
}

/** The position that a failed compilation knows. */
export function compileErrorPosition(error: unknown): CodePosition | undefined {
  return error instanceof CompileError ? error.position : undefined;
}

function nameAndMessage(error: unknown): { name: string; message: string } {
  if (error instanceof Error) {
    return { name: error.name || "Error", message: error.message || "an error without a message" };
  }
  const shown = typeof error === "string" ? error : safeString(error);
  return {
    name: "Error",
    message: `the program threw ${JSON.stringify(shown)}, which is no Error`,
  };
}

function safeString(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}
