// Decimal numbers to the nearest doubles.

/** The powers of ten that the table of powers of five reaches. */
const LEAST: i32 = -50;
const MOST: i32 = 30;

/** The powers of ten from 0 to 22: those that a double holds exactly. */
const EXACT = memory.data<f64>([
  1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
  1e21, 1e22,
]);

/**
 * The first 128 bits of 5^q, the high half before the low one: cut off, and for negative q rounded up from
 * 2ᵇ / 5^−q.
 */
const FIVES = memory.data<u64>([
  0xef73d256a5c0f77c, 0x963e66858f6d4440, 0x95a8637627989aad, 0xdde7001379a44aa8,
  0xbb127c53b17ec159, 0x5560c018580d5d52, 0xe9d71b689dde71af, 0xaab8f01e6e10b4a6,
  0x9226712162ab070d, 0xcab3961304ca70e8, 0xb6b00d69bb55c8d1, 0x3d607b97c5fd0d22,
  0xe45c10c42a2b3b05, 0x8cb89a7db77c506a, 0x8eb98a7a9a5b04e3, 0x77f3608e92adb242,
  0xb267ed1940f1c61c, 0x55f038b237591ed3, 0xdf01e85f912e37a3, 0x6b6c46dec52f6688,
  0x8b61313bbabce2c6, 0x2323ac4b3b3da015, 0xae397d8aa96c1b77, 0xabec975e0a0d081a,
  0xd9c7dced53c72255, 0x96e7bd358c904a21, 0x881cea14545c7575, 0x7e50d64177da2e54,
  0xaa242499697392d2, 0xdde50bd1d5d0b9e9, 0xd4ad2dbfc3d07787, 0x955e4ec64b44e864,
  0x84ec3c97da624ab4, 0xbd5af13bef0b113e, 0xa6274bbdd0fadd61, 0xecb1ad8aeacdd58e,
  0xcfb11ead453994ba, 0x67de18eda5814af2, 0x81ceb32c4b43fcf4, 0x80eacf948770ced7,
  0xa2425ff75e14fc31, 0xa1258379a94d028d, 0xcad2f7f5359a3b3e, 0x96ee45813a04330,
  0xfd87b5f28300ca0d, 0x8bca9d6e188853fc, 0x9e74d1b791e07e48, 0x775ea264cf55347e,
  0xc612062576589dda, 0x95364afe032a819e, 0xf79687aed3eec551, 0x3a83ddbd83f52205,
  0x9abe14cd44753b52, 0xc4926a9672793543, 0xc16d9a0095928a27, 0x75b7053c0f178294,
  0xf1c90080baf72cb1, 0x5324c68b12dd6339, 0x971da05074da7bee, 0xd3f6fc16ebca5e04,
  0xbce5086492111aea, 0x88f4bb1ca6bcf585, 0xec1e4a7db69561a5, 0x2b31e9e3d06c32e6,
  0x9392ee8e921d5d07, 0x3aff322e62439fd0, 0xb877aa3236a4b449, 0x9befeb9fad487c3,
  0xe69594bec44de15b, 0x4c2ebe687989a9b4, 0x901d7cf73ab0acd9, 0xf9d37014bf60a11,
  0xb424dc35095cd80f, 0x538484c19ef38c95, 0xe12e13424bb40e13, 0x2865a5f206b06fba,
  0x8cbccc096f5088cb, 0xf93f87b7442e45d4, 0xafebff0bcb24aafe, 0xf78f69a51539d749,
  0xdbe6fecebdedd5be, 0xb573440e5a884d1c, 0x89705f4136b4a597, 0x31680a88f8953031,
  0xabcc77118461cefc, 0xfdc20d2b36ba7c3e, 0xd6bf94d5e57a42bc, 0x3d32907604691b4d,
  0x8637bd05af6c69b5, 0xa63f9a49c2c1b110, 0xa7c5ac471b478423, 0xfcf80dc33721d54,
  0xd1b71758e219652b, 0xd3c36113404ea4a9, 0x83126e978d4fdf3b, 0x645a1cac083126ea,
  0xa3d70a3d70a3d70a, 0x3d70a3d70a3d70a4, 0xcccccccccccccccc, 0xcccccccccccccccd,
  0x8000000000000000, 0x0, 0xa000000000000000, 0x0,
  0xc800000000000000, 0x0, 0xfa00000000000000, 0x0,
  0x9c40000000000000, 0x0, 0xc350000000000000, 0x0,
  0xf424000000000000, 0x0, 0x9896800000000000, 0x0,
  0xbebc200000000000, 0x0, 0xee6b280000000000, 0x0,
  0x9502f90000000000, 0x0, 0xba43b74000000000, 0x0,
  0xe8d4a51000000000, 0x0, 0x9184e72a00000000, 0x0,
  0xb5e620f480000000, 0x0, 0xe35fa931a0000000, 0x0,
  0x8e1bc9bf04000000, 0x0, 0xb1a2bc2ec5000000, 0x0,
  0xde0b6b3a76400000, 0x0, 0x8ac7230489e80000, 0x0,
  0xad78ebc5ac620000, 0x0, 0xd8d726b7177a8000, 0x0,
  0x878678326eac9000, 0x0, 0xa968163f0a57b400, 0x0,
  0xd3c21bcecceda100, 0x0, 0x84595161401484a0, 0x0,
  0xa56fa5b99019a5c8, 0x0, 0xcecb8f27f4200f3a, 0x0,
  0x813f3978f8940984, 0x4000000000000000, 0xa18f07d736b90be5, 0x5000000000000000,
  0xc9f2c9cd04674ede, 0xa400000000000000,
]);

/**
 * digits · 10^q as the nearest double, ties to even; NaN where this cannot tell which that is.
 *
 * One division or product of doubles where both are exact (Clinger), else the product with the power of five
 * in 128 bits.
 *
 * @see Clinger (1990), PLDI, 92–101; Lemire (2021), Software: Practice and Experience 51(8), 1700–1727.
 */
export function scaledByTen(digits: u64, q: i32): f64 {
  if (digits <= (1 as u64) << 53 && q >= -22 && q <= 22) {
    const value = digits as f64;
    return q < 0 ? value / load<f64>(EXACT + ((-q) << 3)) : value * load<f64>(EXACT + (q << 3));
  }
  if (digits == 0) return 0;
  return q < LEAST || q > MOST ? NaN : byPowerOfFive(digits, q);
}

function byPowerOfFive(digits: u64, q: i32): f64 {
  const zeros = clz<u64>(digits);
  const w = digits << zeros;
  const power = FIVES + ((q - LEAST) << 4);
  const first = load<u64>(power);
  let low = w * first;
  let high = highProduct(w, first);
  if ((high & 0x1ff) == 0x1ff) {
    // The bits that decide how to round may change with what the low half of the power adds.
    const second = highProduct(w, load<u64>(power, 8));
    low += second;
    if (second > low) high++;
  }
  if (low == u64.MAX_VALUE && q < -27) return NaN;
  const upper = high >> 63;
  const shift = upper + 9;
  let mantissa = high >> shift; // 54 bits: one more than a double has
  const isHalfway = low <= 1 && q >= -4 && q <= 23 && (mantissa & 3) == 1 && mantissa << shift == high;
  if (isHalfway) mantissa &= ~(1 as u64);
  mantissa = (mantissa + (mantissa & 1)) >> 1;
  // floor(q · log₂ 10) + 63, and the bias of a double.
  let exponent = (((217706 * q) >> 16) + 63 + 1023 + (upper as i32) - (zeros as i32)) as u64;
  if (mantissa >> 53 != 0) {
    mantissa = (1 as u64) << 52;
    exponent++;
  }
  return reinterpret<f64>((mantissa & 0x000fffffffffffff) | (exponent << 52));
}

/** The high half of a product of 128 bits. */
@inline
function highProduct(a: u64, b: u64): u64 {
  const a0 = a & 0xffffffff;
  const a1 = a >> 32;
  const b0 = b & 0xffffffff;
  const b1 = b >> 32;
  const middle = a1 * b0 + ((a0 * b0) >> 32);
  const other = a0 * b1 + (middle & 0xffffffff);
  return a1 * b1 + (middle >> 32) + (other >> 32);
}
