// Moving elements: any strides to any strides, fills, choices.

/**
 * dst[…] = src[…] over any shape. `meta` points to i32: shape, then strides of src, then of dst
 * (elements). `size` is the bytes of an element: 1, 4 or 8.
 */
export function copyNd(size: usize, ndim: usize, meta: usize, src: usize, dst: usize): void {
  if (size == 8) nested<u64>(ndim, 0, meta, src, dst);
  else if (size == 4) nested<u32>(ndim, 0, meta, src, dst);
  else nested<u8>(ndim, 0, meta, src, dst);
}

function nested<T>(ndim: usize, depth: usize, meta: usize, src: usize, dst: usize): void {
  const n = load<i32>(meta + (depth << 2)) as usize;
  const stepSrc = (load<i32>(meta + ((ndim + depth) << 2)) as isize) * sizeof<T>();
  const stepDst = (load<i32>(meta + ((2 * ndim + depth) << 2)) as isize) * sizeof<T>();
  const left = ndim - depth;
  if (left == 1) return row<T>(n, src, stepSrc, dst, stepDst);
  if (left == 2) {
    const columns = load<i32>(meta + ((depth + 1) << 2)) as usize;
    const across = (load<i32>(meta + ((ndim + depth + 1) << 2)) as isize) * sizeof<T>();
    const acrossDst = (load<i32>(meta + ((2 * ndim + depth + 1) << 2)) as isize) * sizeof<T>();
    if (across != sizeof<T>()) {
      return tiles<T>(n, columns, src, stepSrc, across, dst, stepDst, acrossDst);
    }
  }
  for (let i: usize = 0; i < n; i++) {
    nested<T>(ndim, depth + 1, meta, src, dst);
    src += stepSrc;
    dst += stepDst;
  }
}

function row<T>(n: usize, src: usize, stepSrc: isize, dst: usize, stepDst: isize): void {
  if (stepSrc == sizeof<T>() && stepDst == sizeof<T>()) {
    memory.copy(dst, src, n * sizeof<T>());
    return;
  }
  for (let i: usize = 0; i < n; i++) {
    store<T>(dst, load<T>(src));
    src += stepSrc;
    dst += stepDst;
  }
}

const TILE: usize = 16;

/** A transposing copy walks tiles, so that the cache lines it touches are used whole. */
function tiles<T>(
  rows: usize,
  columns: usize,
  src: usize,
  down: isize,
  across: isize,
  dst: usize,
  downDst: isize,
  acrossDst: isize,
): void {
  for (let i: usize = 0; i < rows; i += TILE) {
    const iEnd = min(i + TILE, rows);
    for (let j: usize = 0; j < columns; j += TILE) {
      const width = min(TILE, columns - j);
      for (let k = i; k < iEnd; k++) {
        row<T>(width, src + k * down + j * across, across, dst + k * downDst + j * acrossDst, acrossDst);
      }
    }
  }
}

/** Fills n elements with the value whose bits stand at `value`. */
export function fill(size: usize, n: usize, value: usize, out: usize): void {
  if (size == 1) {
    memory.fill(out, load<u8>(value), n);
  } else if (size == 4) {
    const bits = load<u32>(value);
    for (let i: usize = 0; i < n; i++) store<u32>(out + (i << 2), bits);
  } else {
    const bits = load<u64>(value);
    for (let i: usize = 0; i < n; i++) store<u64>(out + (i << 3), bits);
  }
}

/** out[i] = condition[i] ? a[i] : b[i], contiguous. */
export function select(size: usize, n: usize, condition: usize, a: usize, b: usize, out: usize): void {
  if (size == 8) choose<u64>(n, condition, a, b, out);
  else if (size == 4) choose<u32>(n, condition, a, b, out);
  else choose<u8>(n, condition, a, b, out);
}

function choose<T>(n: usize, condition: usize, a: usize, b: usize, out: usize): void {
  const end = out + n * sizeof<T>();
  if (sizeof<T>() > 1) {
    for (; out + 16 <= end; out += 16, a += 16, b += 16, condition += 16 / sizeof<T>()) {
      const mask = sizeof<T>() == 4 ? mask4(condition) : mask2(condition);
      v128.store(out, v128.bitselect(v128.load(a), v128.load(b), mask));
    }
  }
  for (; out < end; out += sizeof<T>(), a += sizeof<T>(), b += sizeof<T>(), condition++) {
    store<T>(out, load<u8>(condition) ? load<T>(a) : load<T>(b));
  }
}

/** Four bytes 0 or 1 as masks of 32 bits. */
@inline
function mask4(bytes: usize): v128 {
  return i32x4.neg(i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(bytes))));
}

/** Two bytes 0 or 1 as masks of 64 bits. */
@inline
function mask2(bytes: usize): v128 {
  return i64x2.replace_lane(i64x2.splat(-(load<u8>(bytes) as i64)), 1, -(load<u8>(bytes, 1) as i64));
}
