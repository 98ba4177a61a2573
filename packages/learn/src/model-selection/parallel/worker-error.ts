import {
  DTypeError,
  GradusError,
  LinAlgError,
  NotFittedError,
  OutOfMemoryError,
  OutOfRangeError,
  ParameterError,
  ShapeError,
  ValueError,
} from "@gradus/core";

/** A worker thread that does not start, or that ends before its work is done. */
export class WorkerError extends GradusError {
  override readonly name = "WorkerError";
}

/** An error as a message can carry it. */
export interface PackedError {
  readonly name: string;
  readonly message: string;
}

const CLASSES: Readonly<Record<string, new (message: string) => Error>> = {
  DTypeError,
  LinAlgError,
  NotFittedError,
  OutOfMemoryError,
  OutOfRangeError,
  ParameterError,
  RangeError,
  ShapeError,
  TypeError,
  ValueError,
};

export function packError(error: unknown): PackedError {
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: "Error", message: String(error) };
}

/** The error of a worker's fit, of the class that it has there. */
export function unpackError({ name, message }: PackedError): Error {
  return new (CLASSES[name] ?? GradusError)(message);
}
