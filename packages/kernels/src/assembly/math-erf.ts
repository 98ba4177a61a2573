// The error function and what is made of it. Coefficients of f64: Cephes ndtr.c (Moshier 1989). Those of f32 are a
// weighted least-squares fit of our own to e^(z²)·erfc(z)/t with t = 1/(1 + z/2), relative error 4.4e-8.

import { exp32, exp64 } from "./math-exp";
import { choose, d2, mulAdd2, mulAdd4, s4 } from "./math-vectors";

/** erf(x)/x as a function of x², for |x| < 1. */
@inline
function erfRatio(z: v128): v128 {
  let p = mulAdd2(z, d2(9.60497373987051638749), d2(9.00260197203842689217e1));
  p = mulAdd2(z, p, d2(2.23200534594684319226e3));
  p = mulAdd2(z, p, d2(7.00332514112805075473e3));
  p = mulAdd2(z, p, d2(5.55923013010394962768e4));
  let q = f64x2.add(z, d2(3.35617141647503099647e1));
  q = mulAdd2(z, q, d2(5.21357949780152679795e2));
  q = mulAdd2(z, q, d2(4.59432382970980127987e3));
  q = mulAdd2(z, q, d2(2.26290000613890934246e4));
  return f64x2.div(p, mulAdd2(z, q, d2(4.92673942608635921086e4)));
}

/** e^(a²)·erfc(a) for 1 ≤ a < 8. */
@inline
function scaledMiddle(a: v128): v128 {
  let p = mulAdd2(a, d2(2.46196981473530512524e-10), d2(5.64189564831068821977e-1));
  p = mulAdd2(a, p, d2(7.46321056442269912687));
  p = mulAdd2(a, p, d2(4.86371970985681366614e1));
  p = mulAdd2(a, p, d2(1.96520832956077098242e2));
  p = mulAdd2(a, p, d2(5.26445194995477358631e2));
  p = mulAdd2(a, p, d2(9.34528527171957607540e2));
  p = mulAdd2(a, p, d2(1.02755188689515710272e3));
  p = mulAdd2(a, p, d2(5.57535335369399327526e2));
  let q = f64x2.add(a, d2(1.32281951154744992508e1));
  q = mulAdd2(a, q, d2(8.67072140885989742329e1));
  q = mulAdd2(a, q, d2(3.54937778887819891062e2));
  q = mulAdd2(a, q, d2(9.75708501743205489753e2));
  q = mulAdd2(a, q, d2(1.82390916687909736289e3));
  q = mulAdd2(a, q, d2(2.24633760818710981792e3));
  q = mulAdd2(a, q, d2(1.65666309194161350182e3));
  return f64x2.div(p, mulAdd2(a, q, d2(5.57535340817727675546e2)));
}

/** e^(a²)·erfc(a) for a ≥ 8. */
@inline
function scaledFar(a: v128): v128 {
  let p = mulAdd2(a, d2(5.64189583547755073984e-1), d2(1.27536670759978104416));
  p = mulAdd2(a, p, d2(5.01905042251180477414));
  p = mulAdd2(a, p, d2(6.16021097993053585195));
  p = mulAdd2(a, p, d2(7.40974269950448939160));
  p = mulAdd2(a, p, d2(2.97886665372100240670));
  let q = f64x2.add(a, d2(2.26052863220117276590));
  q = mulAdd2(a, q, d2(9.39603524938001434673));
  q = mulAdd2(a, q, d2(1.20489539808096656605e1));
  q = mulAdd2(a, q, d2(1.70814450747565897222e1));
  q = mulAdd2(a, q, d2(9.60896809063285878198));
  return f64x2.div(p, mulAdd2(a, q, d2(3.36907645100081516050)));
}

/** erfc(a) for a ≥ 1. The square is split, since its rounding error would be the result's. */
@inline
function erfcFrom1(a: v128): v128 {
  const b = f64x2.pmin(a, d2(30));
  const head = v128.and(b, i64x2.splat(0xfffffffff8000000));
  const d = f64x2.mul(f64x2.sub(b, head), f64x2.add(b, head));
  const e = exp64(f64x2.neg(f64x2.mul(head, head)));
  const rest = mulAdd2(d, f64x2.sub(f64x2.mul(d, d2(0.5)), d2(1)), d2(1));
  let scaled = scaledMiddle(b);
  const far = f64x2.ge(b, d2(8));
  if (v128.any_true(far)) scaled = choose(far, scaledFar(b), scaled);
  return choose(f64x2.eq(a, a), f64x2.mul(f64x2.mul(e, rest), scaled), a);
}

@inline
export function erf64(x: v128): v128 {
  const a = f64x2.abs(x);
  const near = f64x2.mul(x, erfRatio(f64x2.mul(x, x)));
  const small = f64x2.lt(a, d2(1));
  if (i64x2.all_true(small)) return near;
  const far = f64x2.sub(d2(1), erfcFrom1(a));
  return choose(small, near, v128.bitselect(far, x, i64x2.splat(0x7fffffffffffffff)));
}

@inline
export function erfc64(x: v128): v128 {
  const a = f64x2.abs(x);
  const near = f64x2.sub(d2(1), f64x2.mul(x, erfRatio(f64x2.mul(x, x))));
  const small = f64x2.lt(a, d2(1));
  if (i64x2.all_true(small)) return near;
  const right = erfcFrom1(a);
  const far = choose(f64x2.lt(x, d2(0)), f64x2.sub(d2(2), right), right);
  return choose(small, near, far);
}

/** The normal distribution function Φ(x) = ½·erfc(−x/√2). */
@inline
export function normalCdf64(x: v128): v128 {
  return f64x2.mul(d2(0.5), erfc64(f64x2.mul(x, d2(-0.7071067811865476))));
}

@inline
export function normalCdf32(x: v128): v128 {
  return normalCdfWith32(x, exp32(f32x4.mul(f32x4.mul(x, x), s4(-0.5))));
}

/** The same, given e^(−x²/2). */
@inline
export function normalCdfWith32(x: v128, exponential: v128): v128 {
  const z = f32x4.mul(f32x4.abs(x), s4(0.70710678));
  const t = f32x4.div(s4(1), mulAdd4(z, s4(0.5), s4(1)));
  let p = mulAdd4(t, s4(-0.059125073), s4(0.28484926));
  p = mulAdd4(t, p, s4(-0.48776898));
  p = mulAdd4(t, p, s4(0.27871966));
  p = mulAdd4(t, p, s4(-0.02707625));
  p = mulAdd4(t, p, s4(0.20287801));
  p = mulAdd4(t, p, s4(0.24305531));
  p = mulAdd4(t, p, s4(0.28238198));
  p = f32x4.mul(t, mulAdd4(t, p, s4(0.28208604)));
  const right = f32x4.mul(s4(0.5), f32x4.mul(exponential, p));
  return choose(f32x4.lt(x, s4(0)), right, f32x4.sub(s4(1), right));
}
