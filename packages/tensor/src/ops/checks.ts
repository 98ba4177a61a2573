import { describeValue, ParameterError } from "@gradus/core";

/** @throws ParameterError unless the value is an integer, of either sign. */
export function checkWhole(where: string, name: string, value: number): void {
  if (!Number.isSafeInteger(value)) {
    throw new ParameterError(`${where}: ${name} must be an integer, got ${describeValue(value)}`);
  }
}
