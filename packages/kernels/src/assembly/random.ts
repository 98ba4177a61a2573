// Random numbers in bulk: the same stream as RandomGenerator of @gradus/core, number by number.

import { log64 } from "./math-log";
import { d2 } from "./math-vectors";

/**
 * Blocks `first` … of a Philox4x32-10 stream, four words each, to out; `count` is a multiple of 4.
 * Four counters go through the rounds at once, one in each lane.
 */
export function philoxBlocks(key0: u32, key1: u32, stream: u32, first: f64, count: usize, out: usize): void {
  let index = first as u64;
  for (let done: usize = 0; done < count; done += 4) {
    let c0 = i32x4(index as u32, (index + 1) as u32, (index + 2) as u32, (index + 3) as u32);
    let c1 = i32x4(high(index), high(index + 1), high(index + 2), high(index + 3));
    let c2 = i32x4.splat(stream);
    let c3 = i32x4.splat(0);
    let k0 = key0;
    let k1 = key1;
    for (let round = 0; round < 10; round++) {
      const low0 = i32x4.mul(c0, i32x4.splat(0xd2511f53));
      const low1 = i32x4.mul(c2, i32x4.splat(0xcd9e8d57));
      const high0 = multiplyHigh(c0, i32x4.splat(0xd2511f53));
      const high1 = multiplyHigh(c2, i32x4.splat(0xcd9e8d57));
      c0 = v128.xor(v128.xor(high1, c1), i32x4.splat(k0));
      c2 = v128.xor(v128.xor(high0, c3), i32x4.splat(k1));
      c1 = low1;
      c3 = low0;
      k0 += 0x9e3779b9;
      k1 += 0xbb67ae85;
    }
    // Words of one block stand together: a transpose of four by four.
    const a = v128.shuffle<i32>(c0, c1, 0, 4, 1, 5);
    const b = v128.shuffle<i32>(c2, c3, 0, 4, 1, 5);
    const c = v128.shuffle<i32>(c0, c1, 2, 6, 3, 7);
    const d = v128.shuffle<i32>(c2, c3, 2, 6, 3, 7);
    v128.store(out, v128.shuffle<i64>(a, b, 0, 2));
    v128.store(out, v128.shuffle<i64>(a, b, 1, 3), 16);
    v128.store(out, v128.shuffle<i64>(c, d, 0, 2), 32);
    v128.store(out, v128.shuffle<i64>(c, d, 1, 3), 48);
    out += 64;
    index += 4;
  }
}

@inline
function high(index: u64): u32 {
  return (index >> 32) as u32;
}

/** The upper 32 bits of the products of unsigned lanes. */
@inline
function multiplyHigh(a: v128, b: v128): v128 {
  const low = i64x2.extmul_low_i32x4_u(a, b);
  const upper = i64x2.extmul_high_i32x4_u(a, b);
  return v128.shuffle<i32>(low, upper, 1, 3, 5, 7);
}

/** 53 random bits of two words, as a number in [0, 1). */
@inline
function uniform(words: usize): f64 {
  const bits = ((load<u32>(words) >> 5) as f64) * 67108864 + ((load<u32>(words, 4) >> 6) as f64);
  return bits * (1.0 / 9007199254740992);
}

/** n uniform numbers (f64) of 2n words. */
export function uniformNumbers(n: usize, words: usize, out: usize): void {
  for (const end = out + (n << 3); out < end; out += 8, words += 8) store<f64>(out, uniform(words));
}

/**
 * Pairs of standard normal numbers by the polar method, up to `pairs` of them, from `count` words; out needs room for
 * 24 bytes a pair. The numbers of pairs made and of words used go to `counts` (i32).
 */
export function normalPairs(pairs: usize, words: usize, count: usize, out: usize, counts: usize): void {
  const start = words;
  const end = words + ((count & ~3) << 2);
  const squares = out + (pairs << 4);
  let made: usize = 0;
  while (made < pairs && words < end) {
    const u = 2 * uniform(words) - 1;
    const v = 2 * uniform(words + 8) - 1;
    words += 16;
    const s = u * u + v * v;
    // Written always, counted where it lies inside the circle.
    store<f64>(out + (made << 4), u);
    store<f64>(out + (made << 4), v, 8);
    store<f64>(squares + (made << 3), s);
    made += (s < 1 && s != 0) as usize;
  }
  store<i32>(counts, made as i32);
  store<i32>(counts, ((words - start) >> 2) as i32, 4);
  for (let i: usize = 0; i < made; i += 2) {
    const two = i + 1 < made;
    const s = two ? v128.load(squares + (i << 3)) : d2(load<f64>(squares + (i << 3)));
    const factor = f64x2.sqrt(f64x2.div(f64x2.mul(d2(-2), log64(s)), s));
    scale(out + (i << 4), f64x2.extract_lane(factor, 0));
    if (two) scale(out + (i << 4) + 16, f64x2.extract_lane(factor, 1));
  }
}

@inline
function scale(pair: usize, factor: f64): void {
  v128.store(pair, f64x2.mul(v128.load(pair), d2(factor)));
}
