import { formatValue } from "@gradus/core";
import { expect } from "vitest";

/** What a line `expression; // → text` of an example becomes in the tests. */
export function expectDisplay(value: unknown, text: string): void {
  expect(formatValue(value)).toBe(text);
}
