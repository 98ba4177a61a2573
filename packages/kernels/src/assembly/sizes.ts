// Sizes of memory.

/** The smallest multiple of `unit` that is not below `value`. */
export function roundUp(value: usize, unit: usize): usize {
  return ((value + unit - 1) / unit) * unit;
}
