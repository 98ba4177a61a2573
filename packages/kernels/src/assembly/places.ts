// Entries of an axis by their places: x seen as (outer, length, inner), places along the middle axis (int32).

import { lanes } from "./simd";

/** out[o, i, :] = x[o, places[i], :]. `size` is the bytes of an element: 1, 4 or 8. */
export function takePlaces(
  size: usize,
  outer: usize,
  length: usize,
  inner: usize,
  n: usize,
  places: usize,
  x: usize,
  out: usize,
): void {
  const bytes = inner * size;
  for (let o: usize = 0; o < outer; o++) {
    const base = x + o * length * bytes;
    if (bytes == 8) takeElements<u64>(n, places, base, out);
    else if (bytes == 4) takeElements<u32>(n, places, base, out);
    else if (bytes == 1) takeElements<u8>(n, places, base, out);
    else {
      for (let i: usize = 0; i < n; i++) {
        memory.copy(out + i * bytes, base + (load<i32>(places + (i << 2)) as usize) * bytes, bytes);
      }
    }
    out += n * bytes;
  }
}

function takeElements<T>(n: usize, places: usize, x: usize, out: usize): void {
  for (let i: usize = 0; i < n; i++) {
    const from = x + (load<i32>(places + (i << 2)) as usize) * sizeof<T>();
    store<T>(out + i * sizeof<T>(), load<T>(from));
  }
}

/** out[o, places[i], :] = x[o, i, :]; of equal places the last counts. */
export function putPlaces(
  size: usize,
  outer: usize,
  length: usize,
  inner: usize,
  n: usize,
  places: usize,
  x: usize,
  out: usize,
): void {
  const bytes = inner * size;
  for (let o: usize = 0; o < outer; o++) {
    const base = out + o * length * bytes;
    if (bytes == 8) putElements<u64>(n, places, x, base);
    else if (bytes == 4) putElements<u32>(n, places, x, base);
    else if (bytes == 1) putElements<u8>(n, places, x, base);
    else {
      for (let i: usize = 0; i < n; i++) {
        memory.copy(base + (load<i32>(places + (i << 2)) as usize) * bytes, x + i * bytes, bytes);
      }
    }
    x += n * bytes;
  }
}

function putElements<T>(n: usize, places: usize, x: usize, out: usize): void {
  for (let i: usize = 0; i < n; i++) {
    const to = out + (load<i32>(places + (i << 2)) as usize) * sizeof<T>();
    store<T>(to, load<T>(x + i * sizeof<T>()));
  }
}

/** out[o, places[i], :] += x[o, i, :], float64 or float32. */
export function addPlaces(
  double: bool,
  outer: usize,
  length: usize,
  inner: usize,
  n: usize,
  places: usize,
  x: usize,
  out: usize,
): void {
  if (double) add<f64>(outer, length, inner, n, places, x, out);
  else add<f32>(outer, length, inner, n, places, x, out);
}

function add<T>(
  outer: usize,
  length: usize,
  inner: usize,
  n: usize,
  places: usize,
  x: usize,
  out: usize,
): void {
  for (let o: usize = 0; o < outer; o++) {
    const base = out + o * length * inner * sizeof<T>();
    for (let i: usize = 0; i < n; i++) {
      let to = base + (load<i32>(places + (i << 2)) as usize) * inner * sizeof<T>();
      const end = to + inner * sizeof<T>();
      for (const whole = to + ((inner / lanes<T>()) << 4); to < whole; to += 16, x += 16) {
        v128.store(to, v128.add<T>(v128.load(to), v128.load(x)));
      }
      for (; to < end; to += sizeof<T>(), x += sizeof<T>()) {
        store<T>(to, (load<T>(to) + load<T>(x)) as T);
      }
    }
  }
}

/** So many elements are converted before their places are found, while they lie in the cache. */
const BLOCK: usize = 1024;

/**
 * Of each element of x (rows × columns) that is a whole number from 0 up to `limit` its place in a table of
 * columns × limit, row by row, and 1 in `found` (bytes) at each place that comes. False where there is another element.
 */
export function wholePlaces(
  double: bool,
  rows: usize,
  columns: usize,
  limit: u32,
  x: usize,
  places: usize,
  found: usize,
): bool {
  const n = rows * columns;
  const last: u32 = (columns as u32) * limit;
  let first: u32 = 0;
  for (let begin: usize = 0; begin < n; begin += BLOCK) {
    const count = min(BLOCK, n - begin);
    const to = places + (begin << 2);
    const isWhole = double
      ? convertWhole<f64>(count, limit, x + (begin << 3), to)
      : convertWhole<f32>(count, limit, x + (begin << 2), to);
    if (!isWhole) return false;
    for (let i: usize = 0; i < count; i++) {
      const place = first + load<u32>(to + (i << 2));
      store<u32>(to + (i << 2), place);
      store<u8>(found + (place as usize), 1);
      first += limit;
      if (first == last) first = 0;
    }
  }
  return true;
}

/** The elements as integers; false if one is no whole number from 0 up to `limit`. */
function convertWhole<T>(count: usize, limit: u32, x: usize, out: usize): bool {
  const width = lanes<T>();
  const whole = count - (count % width);
  const limits = i32x4.splat(limit as i32);
  let fits = i32x4.splat(-1);
  for (let i: usize = 0; i < whole; i += width) {
    const value = v128.load(x + i * sizeof<T>());
    if (sizeof<T>() == 8) {
      const integer = i32x4.trunc_sat_f64x2_s_zero(value);
      const same = f64x2.eq(f64x2.convert_low_i32x4_s(integer), value);
      const inside = v128.lt<u32>(integer, limits);
      fits = v128.and(fits, v128.and(same, i64x2.extend_low_i32x4_s(inside)));
      v128.store64_lane(out + (i << 2), integer, 0);
    } else {
      const integer = i32x4.trunc_sat_f32x4_s(value);
      const same = f32x4.eq(f32x4.convert_i32x4_s(integer), value);
      fits = v128.and(fits, v128.and(same, v128.lt<u32>(integer, limits)));
      v128.store(out + (i << 2), integer);
    }
  }
  if (!i32x4.all_true(fits)) return false;
  for (let i = whole; i < count; i++) {
    const value = load<T>(x + i * sizeof<T>());
    const integer = value as u32;
    if ((integer as T) != value || integer >= limit) return false;
    store<u32>(out + (i << 2), integer);
  }
  return true;
}
