import { ValueError } from "@gradus/core";
import { readPickle } from "./pickle";

/**
 * The labels and pixels of a batch that Python has pickled: a dictionary with `labels`, a list of numbers, and
 * `data`, an array of bytes.
 * @throws ValueError if it is anything else.
 */
export function readPickledBatch(
  where: string,
  bytes: Uint8Array,
): { readonly labels: number[]; readonly pixels: Uint8Array } {
  const batch = readPickle(where, bytes);
  const entries = batch instanceof Map ? batch : new Map();
  const [labels, pixels] = [entries.get("labels"), entries.get("data")];
  if (!isNumbers(labels) || !(pixels instanceof Uint8Array)) {
    throw new ValueError(
      `${where}: expected a pickled dictionary with a list "labels" and an array of bytes "data"`,
    );
  }
  return { labels, pixels };
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => typeof item === "number");
}
