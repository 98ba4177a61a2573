// Unsigned integers that are ordered as the elements are, and sorting by them: stable, NaN last.

/** The key of the element at x. With `descending` larger elements have smaller keys; NaN has the largest. */
@inline
export function keyOf<T, K>(x: usize, descending: bool): K {
  if (isFloat<T>()) {
    const value = load<T>(x);
    if (value != value) return ~(0 as K);
    const sign = ((1 as K) << ((sizeof<K>() << 3) - 1)) as K;
    const bits = load<K>(x);
    const key = (bits & sign ? ~bits : bits | sign) as K;
    return descending ? ~key : key;
  }
  const key = (isSigned<T>() ? load<K>(x) ^ 0x80000000 : (load<T>(x) as K)) as K;
  return descending ? ~key : key;
}

/** Like keyOf, but −0 and 0 are equal: for orders, which must leave equal elements as they stand. */
@inline
export function rankOf<T, K>(x: usize, descending: bool): K {
  if (!isFloat<T>() || load<T>(x) != (0 as T)) return keyOf<T, K>(x, descending);
  const sign = ((1 as K) << ((sizeof<K>() << 3) - 1)) as K;
  return descending ? ~sign : sign;
}

/** Writes the element whose key it is. */
@inline
export function storeKey<T, K>(out: usize, given: K, descending: bool): void {
  if (isFloat<T>()) {
    const isNaN = given == ~(0 as K);
    const key = descending && !isNaN ? ~given : given;
    const sign = ((1 as K) << ((sizeof<K>() << 3) - 1)) as K;
    store<K>(out, (key & sign ? key ^ sign : ~key) as K);
  } else {
    const key = descending ? ~given : given;
    if (isSigned<T>()) store<K>(out, (key ^ 0x80000000) as K);
    else store<T>(out, key as T);
  }
}

/** Below this length merging is faster than counting digits. */
const FEW: usize = 48;
/** From this length on fewer and longer digits are faster: 11 bits instead of 8. */
const MANY: usize = 8192;
/** Bytes of the counts of all digits of a key: 6 of 2048 values, more than 8 of 256. */
export const COUNT_BYTES: usize = 6 * 2048 * 4;

/**
 * Sorts n keys, and with them (unless O is bool) their order, an i32 each. Both have a second place of the same
 * size; the result stands in the first place unless true is returned.
 */
export function sortKeys<K, O>(
  n: usize,
  keys: usize,
  otherKeys: usize,
  order: usize,
  otherOrder: usize,
  counts: usize,
): bool {
  if (n < FEW) return mergeSort<K, O>(n, keys, otherKeys, order, otherOrder);
  if (n < MANY) return sortDigits<K, O, u8>(n, keys, otherKeys, order, otherOrder, counts);
  return sortDigits<K, O, u16>(n, keys, otherKeys, order, otherOrder, counts);
}

function sortDigits<K, O, D>(
  n: usize,
  keys: usize,
  otherKeys: usize,
  order: usize,
  otherOrder: usize,
  counts: usize,
): bool {
  if (sizeof<K>() == 4) return radixSort<K, O, D>(0, n, keys, otherKeys, order, otherOrder, counts);
  // The upper half of the digits nearly sorts most 64-bit keys. Where too many share it, all digits are needed;
  // what was done so far has left equal keys in their order.
  if (!radixSort<K, O, D>(digits<K, D>() / 2, n, keys, otherKeys, order, otherOrder, counts)) {
    if (finish<K, O>(n, keys, order)) return false;
    return radixSort<K, O, D>(0, n, keys, otherKeys, order, otherOrder, counts);
  }
  if (finish<K, O>(n, otherKeys, otherOrder)) return true;
  return !radixSort<K, O, D>(0, n, otherKeys, keys, otherOrder, order, counts);
}

/** How far an element may stand from its place for `finish`. */
const NEAR: usize = 32;

/** Sorts by insertion what is nearly sorted; false, the keys being in another order, if it is not. */
function finish<K, O>(n: usize, keys: usize, order: usize): bool {
  let last = load<K>(keys);
  for (let i: usize = 1; i < n; i++) {
    const key = load<K>(keys + i * sizeof<K>());
    if (last <= key) {
      last = key;
      continue;
    }
    const place: i32 = isBoolean<O>() ? 0 : load<i32>(order + (i << 2));
    const end = i > NEAR ? i - NEAR : 0;
    let j = i;
    for (; j > end; j--) {
      const before = load<K>(keys + (j - 1) * sizeof<K>());
      if (before <= key) break;
      store<K>(keys + j * sizeof<K>(), before);
      if (!isBoolean<O>()) store<i32>(order + (j << 2), load<i32>(order + ((j - 1) << 2)));
    }
    store<K>(keys + j * sizeof<K>(), key);
    if (!isBoolean<O>()) store<i32>(order + (j << 2), place);
    if (j == end && j > 0) return false;
  }
  return true;
}

const RUN: usize = 16;

function mergeSort<K, O>(n: usize, a: usize, b: usize, orderA: usize, orderB: usize): bool {
  for (let i: usize = 0; i < n; i += RUN) {
    insertionSort<K, O>(min(RUN, n - i), a + i * sizeof<K>(), orderA + (i << 2));
  }
  let swapped = false;
  for (let width = RUN; width < n; width <<= 1) {
    const from = swapped ? b : a;
    const to = swapped ? a : b;
    const orderFrom = swapped ? orderB : orderA;
    const orderTo = swapped ? orderA : orderB;
    for (let i: usize = 0; i < n; i += 2 * width) {
      merge<K, O>(i, min(i + width, n), min(i + 2 * width, n), from, to, orderFrom, orderTo);
    }
    swapped = !swapped;
  }
  return swapped;
}

function insertionSort<K, O>(n: usize, keys: usize, order: usize): void {
  for (let i: usize = 1; i < n; i++) {
    const key = load<K>(keys + i * sizeof<K>());
    const place: i32 = isBoolean<O>() ? 0 : load<i32>(order + (i << 2));
    let j = i;
    for (; j > 0; j--) {
      const before = load<K>(keys + (j - 1) * sizeof<K>());
      if (before <= key) break;
      store<K>(keys + j * sizeof<K>(), before);
      if (!isBoolean<O>()) store<i32>(order + (j << 2), load<i32>(order + ((j - 1) << 2)));
    }
    store<K>(keys + j * sizeof<K>(), key);
    if (!isBoolean<O>()) store<i32>(order + (j << 2), place);
  }
}

/** Merges the sorted ranges [start, middle) and [middle, end), without a branch on the keys. */
function merge<K, O>(
  start: usize,
  middle: usize,
  end: usize,
  from: usize,
  to: usize,
  orderFrom: usize,
  orderTo: usize,
): void {
  let i = start;
  let j = middle;
  let k = start;
  while (i < middle && j < end) {
    const a = load<K>(from + i * sizeof<K>());
    const b = load<K>(from + j * sizeof<K>());
    const right = (a > b) as usize;
    store<K>(to + k * sizeof<K>(), right ? b : a);
    if (!isBoolean<O>()) {
      store<i32>(orderTo + (k << 2), load<i32>(orderFrom + ((right ? j : i) << 2)));
    }
    i += 1 - right;
    j += right;
    k++;
  }
  const rest = i < middle ? i : j;
  memory.copy(to + k * sizeof<K>(), from + rest * sizeof<K>(), (end - k) * sizeof<K>());
  if (!isBoolean<O>()) memory.copy(orderTo + (k << 2), orderFrom + (rest << 2), (end - k) << 2);
}

/** Bits of a digit: 8 for D = u8, 11 for D = u16. */
@inline
function digitBits<D>(): usize {
  return sizeof<D>() == 1 ? 8 : 11;
}

/** How many digits a key has. */
@inline
function digits<K, D>(): usize {
  return ((sizeof<K>() << 3) + digitBits<D>() - 1) / digitBits<D>();
}

@inline
function digitOf<K, D>(key: K, pass: usize): usize {
  return ((key >> ((pass * digitBits<D>()) as K)) as usize) & ((1 << digitBits<D>()) - 1);
}

/** From a digit upwards, least significant first; a digit that all keys share is passed over. */
function radixSort<K, O, D>(
  firstPass: usize,
  n: usize,
  keys: usize,
  otherKeys: usize,
  order: usize,
  otherOrder: usize,
  counts: usize,
): bool {
  const size = (1 as usize) << digitBits<D>();
  if (firstPass == 0) countDigits<K, D>(n, keys, counts);
  else countUpperDigits<K, D>(n, keys, counts);
  let swapped = false;
  for (let pass = firstPass; pass < digits<K, D>(); pass++) {
    const count = counts + ((pass * size) << 2);
    const from = swapped ? otherKeys : keys;
    if (load<u32>(count + (digitOf<K, D>(load<K>(from), pass) << 2)) == (n as u32)) continue;
    let before: u32 = 0;
    for (let d: usize = 0; d < size; d++) {
      const own = load<u32>(count + (d << 2));
      store<u32>(count + (d << 2), before);
      before += own;
    }
    const to = swapped ? keys : otherKeys;
    const orderFrom = swapped ? otherOrder : order;
    const orderTo = swapped ? order : otherOrder;
    for (let i: usize = 0; i < n; i++) {
      const key = load<K>(from + i * sizeof<K>());
      const at = count + (digitOf<K, D>(key, pass) << 2);
      const place = load<u32>(at) as usize;
      store<u32>(at, (place + 1) as u32);
      store<K>(to + place * sizeof<K>(), key);
      if (!isBoolean<O>()) store<i32>(orderTo + (place << 2), load<i32>(orderFrom + (i << 2)));
    }
    swapped = !swapped;
  }
  return swapped;
}

function countDigits<K, D>(n: usize, keys: usize, counts: usize): void {
  memory.fill(counts, 0, (digits<K, D>() << digitBits<D>()) << 2);
  for (let i: usize = 0; i < n; i++) {
    const key = load<K>(keys + i * sizeof<K>());
    countDigit<K, D>(key, 0, counts);
    countDigit<K, D>(key, 1, counts);
    countDigit<K, D>(key, 2, counts);
    if (digits<K, D>() > 3) countDigit<K, D>(key, 3, counts);
    if (digits<K, D>() > 4) countDigit<K, D>(key, 4, counts);
    if (digits<K, D>() > 5) countDigit<K, D>(key, 5, counts);
    if (digits<K, D>() > 6) countDigit<K, D>(key, 6, counts);
    if (digits<K, D>() > 7) countDigit<K, D>(key, 7, counts);
  }
}

/** Those of the upper half. */
function countUpperDigits<K, D>(n: usize, keys: usize, counts: usize): void {
  memory.fill(counts, 0, (digits<K, D>() << digitBits<D>()) << 2);
  const first = digits<K, D>() / 2;
  for (let i: usize = 0; i < n; i++) {
    const key = load<K>(keys + i * sizeof<K>());
    countDigit<K, D>(key, first, counts);
    countDigit<K, D>(key, first + 1, counts);
    countDigit<K, D>(key, first + 2, counts);
    if (digits<K, D>() == 8) countDigit<K, D>(key, first + 3, counts);
  }
}

@inline
function countDigit<K, D>(key: K, pass: usize, counts: usize): void {
  const at = counts + (((pass << digitBits<D>()) + digitOf<K, D>(key, pass)) << 2);
  store<u32>(at, load<u32>(at) + 1);
}
