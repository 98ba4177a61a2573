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

/**
 * Of each element of x (rows × columns) that is a whole number from 0 up to `limit` its place in a table of
 * columns × limit, row by row, and 1 in `found` (bytes) at each place that comes. False at the first other element.
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
  return double
    ? wholePlacesOf<f64>(rows, columns, limit, x, places, found)
    : wholePlacesOf<f32>(rows, columns, limit, x, places, found);
}

function wholePlacesOf<T>(
  rows: usize,
  columns: usize,
  limit: u32,
  x: usize,
  places: usize,
  found: usize,
): bool {
  const end = x + rows * columns * sizeof<T>();
  const last: u32 = (columns as u32) * limit;
  let first: u32 = 0;
  for (; x < end; x += sizeof<T>(), places += 4) {
    const value = load<T>(x);
    const whole = value as u32;
    if ((whole as T) != value || whole >= limit) return false;
    const place = first + whole;
    store<u32>(places, place);
    store<u8>(found + (place as usize), 1);
    first += limit;
    if (first == last) first = 0;
  }
  return true;
}
