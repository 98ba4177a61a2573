/**
 * The base of every error that Gradus throws on purpose: `catch (e) { if (e instanceof GradusError) … }`.
 *
 * A message says where, what was expected and what came:
 * `Ridge: alpha must be a finite number > 0, got -1`.
 */
export class GradusError extends Error {
  override readonly name: string = "GradusError";
}

/** An option or argument has a value that it may not have. */
export class ParameterError extends GradusError {
  override readonly name = "ParameterError";
}

/** Shapes that do not fit together, or a shape an operation cannot take. */
export class ShapeError extends GradusError {
  override readonly name = "ShapeError";
}

/** An element type (dtype) that an operation cannot take. */
export class DTypeError extends GradusError {
  override readonly name = "DTypeError";
}

/** An index or axis outside the range that the shape allows. */
export class OutOfRangeError extends GradusError {
  override readonly name = "OutOfRangeError";
}

/** Values that an operation cannot use: NaN where finite numbers are needed, text in a number column. */
export class ValueError extends GradusError {
  override readonly name = "ValueError";
}

/** A model was asked for something that only `fit` can give it. */
export class NotFittedError extends GradusError {
  override readonly name = "NotFittedError";
}

/** A linear-algebra problem without an answer: a singular system, a matrix that is not positive definite. */
export class LinAlgError extends GradusError {
  override readonly name = "LinAlgError";
}

/** There is no memory for a result of this size. */
export class OutOfMemoryError extends GradusError {
  override readonly name = "OutOfMemoryError";
}

/** A tensor was used after its memory was given back; the message names the remedy. */
export class DisposedError extends GradusError {
  override readonly name = "DisposedError";
}

/** Where in a text a {@link ParseError} was found; lines and columns count from 1. */
export interface ParseLocation {
  readonly source?: string | undefined;
  readonly line: number;
  readonly column: number;
}

/** Text that cannot be read as the format it should have, with its line and column (both from 1). */
export class ParseError extends GradusError {
  override readonly name = "ParseError";
  readonly source: string | undefined;
  readonly line: number;
  readonly column: number;

  constructor(message: string, { source, line, column }: ParseLocation) {
    super(`${source ?? "text"}:${line}:${column}: ${message}`);
    this.source = source;
    this.line = line;
    this.column = column;
  }
}
