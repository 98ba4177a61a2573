import { DTypeError, OutOfRangeError, ParameterError, ShapeError } from "@gradus/core";
import { contiguous, isTensor, tensorFrom } from "../factory";
import { where as choose } from "../ops/where";
import { shapeText } from "../shape";
import type { Tensor } from "../tensor";

/** The lengths of a padded batch of sequences. */
export interface SequenceLengths {
  /** int32, shape (batch,). */
  readonly lengths: Tensor;
  /** A padded sequence (time, batch, …) with zeros behind the end of each, whatever stood there. */
  readonly cut: (sequence: Tensor) => Tensor;
}

/**
 * Checks the lengths of a batch of sequences.
 *
 * @throws ShapeError unless there is one for each sequence; ParameterError or DTypeError unless they are integers;
 * OutOfRangeError unless each is from 1 to the number of steps.
 */
export function sequenceLengths(
  where: string,
  given: Tensor | ArrayLike<number>,
  [steps, batch]: readonly [steps: number, batch: number],
): SequenceLengths {
  const values = isTensor(given) ? valuesOf(where, given) : Array.from(given);
  if (values.length !== batch) {
    throw new ShapeError(
      `${where}: expected ${batch} lengths, one a sequence, got ${values.length}`,
    );
  }
  values.forEach((value, i) => {
    if (!Number.isInteger(value)) {
      throw new ParameterError(`${where}: lengths must be integers, got ${value} at index ${i}`);
    }
    if (value < 1 || value > steps) {
      throw new OutOfRangeError(
        `${where}: lengths must be from 1 to ${steps}, got ${value} at index ${i}`,
      );
    }
  });
  const live = new Uint8Array(steps * batch).map((_, i) =>
    Math.floor(i / batch) < values[i % batch]! ? 1 : 0,
  );
  const mask = tensorFrom(live, [steps, batch, 1], "bool");
  return {
    lengths: tensorFrom(values, [batch], "int32"),
    cut: (sequence) => choose(mask, sequence, 0),
  };
}

function valuesOf(where: string, given: Tensor): number[] {
  if (given.dtype !== "int32") {
    throw new DTypeError(
      `${where}: expected int32 lengths, got a ${given.dtype} tensor; use astype("int32")`,
    );
  }
  if (given.ndim !== 1) {
    throw new ShapeError(
      `${where}: expected lengths of shape (batch,), got ${shapeText(given.shape)}`,
    );
  }
  return Array.from(contiguous(given).data());
}
