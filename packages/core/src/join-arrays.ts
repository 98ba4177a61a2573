/**
 * Lists of numbers one after the other, in one array.
 *
 * @param ArrayType what the result is
 * @param parts arrays of any kind, in their order
 * @example
 * ```ts
 * joinArrays(Int32Array, [[1], Int32Array.of(2, 3)]); // → Int32Array [1, 2, 3]
 * ```
 */
export function joinArrays<A extends { set(numbers: ArrayLike<number>, at: number): void }>(
  ArrayType: new (length: number) => A,
  parts: readonly ArrayLike<number>[],
): A {
  const all = new ArrayType(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
