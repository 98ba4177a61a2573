// What follows a product in a layer, on rows of C that are in the caches still.

import { lanes } from "./simd";

/** y += bias (0: none) on each row, then max(y, 0) if `relu`; rows are `ldc` bytes apart. */
export function finishRows<T>(rows: usize, columns: usize, y: usize, ldc: usize, bias: usize, relu: bool): void {
  const n = columns * sizeof<T>();
  const whole = (columns / lanes<T>()) << 4;
  const low = relu ? (0 as T) : ((-Infinity) as T);
  const floor = v128.splat<T>(low);
  for (let i: usize = 0; i < rows; i++, y += ldc) {
    for (let k: usize = 0; k < whole; k += 16) {
      const b = bias == 0 ? v128.splat<T>(0 as T) : v128.load(bias + k);
      v128.store(y + k, v128.max<T>(v128.add<T>(v128.load(y + k), b), floor));
    }
    for (let k: usize = whole; k < n; k += sizeof<T>()) {
      const b = bias == 0 ? (0 as T) : load<T>(bias + k);
      store<T>(y + k, max<T>((load<T>(y + k) + b) as T, low));
    }
  }
}
