// One pass of Stockham's transform for each radix r. A pass takes sequences of `length` numbers that lie `stride`
// apart, `stride` of them side by side: for p < length/r and q < stride it combines x[q + stride·(p + j·length/r)],
// j < r, into y[q + stride·(r·p + k)], times e^(−2πi·p·k/length).

const SIN_60: f64 = 0.8660254037844386467637;
const COS_72: f64 = 0.3090169943749474241023;
const SIN_72: f64 = 0.9510565162951535721164;
const COS_144: f64 = -0.8090169943749474241023;
const SIN_144: f64 = 0.5877852522924731291687;

/** Two neighbours, or with `one` a single number. */
@inline
function get(one: bool, from: usize): v128 {
  return one ? v128.load64_zero(from) : v128.load(from);
}

@inline
function put(one: bool, to: usize, value: v128): void {
  if (one) store<f64>(to, f64x2.extract_lane(value, 0));
  else v128.store(to, value);
}

/** Stores (a + bi)·(c + di). */
@inline
function putProduct(one: bool, re: usize, im: usize, a: v128, b: v128, c: v128, d: v128): void {
  put(one, re, f64x2.sub(f64x2.mul(a, c), f64x2.mul(b, d)));
  put(one, im, f64x2.add(f64x2.mul(a, d), f64x2.mul(b, c)));
}

/** The q-th pair of places of a row of `stride` ≥ 2 numbers: the last one overlaps where the number is odd. */
@inline
function placeOf(q: usize, stride: usize): usize {
  return min(q, stride - 2) << 3;
}

export function radix2(
  n: usize,
  length: usize,
  stride: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
): void {
  if (stride == 1) pass2(true, n, length, stride, roots, re, im, outRe, outIm);
  else pass2(false, n, length, stride, roots, re, im, outRe, outIm);
}

@inline
function pass2(
  one: bool,
  n: usize,
  length: usize,
  stride: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
): void {
  const m = length >> 1;
  const apart = (stride * m) << 3;
  const next = stride << 3;
  for (let p: usize = 0; p < m; p++) {
    const root = roots + ((p * stride) << 3);
    const c1 = v128.load64_splat(root);
    const d1 = v128.load64_splat(root + (n << 3));
    const from = (stride * p) << 3;
    const to = (stride * 2 * p) << 3;
    for (let q: usize = 0; q < stride; q += 2) {
      const at: usize = one ? 0 : placeOf(q, stride);
      const x = from + at;
      const y = to + at;
      const ar = get(one, re + x);
      const ai = get(one, im + x);
      const br = get(one, re + x + apart);
      const bi = get(one, im + x + apart);
      put(one, outRe + y, f64x2.add(ar, br));
      put(one, outIm + y, f64x2.add(ai, bi));
      putProduct(one, outRe + y + next, outIm + y + next, f64x2.sub(ar, br), f64x2.sub(ai, bi), c1, d1);
    }
  }
}

export function radix4(
  n: usize,
  length: usize,
  stride: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
): void {
  if (stride == 1) pass4(true, n, length, stride, roots, re, im, outRe, outIm);
  else pass4(false, n, length, stride, roots, re, im, outRe, outIm);
}

@inline
function pass4(
  one: bool,
  n: usize,
  length: usize,
  stride: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
): void {
  const m = length >> 2;
  const apart = (stride * m) << 3;
  const next = stride << 3;
  for (let p: usize = 0; p < m; p++) {
    const step = (p * stride) << 3;
    const sines = roots + (n << 3);
    const c1 = v128.load64_splat(roots + step);
    const d1 = v128.load64_splat(sines + step);
    const c2 = v128.load64_splat(roots + 2 * step);
    const d2 = v128.load64_splat(sines + 2 * step);
    const c3 = v128.load64_splat(roots + 3 * step);
    const d3 = v128.load64_splat(sines + 3 * step);
    const to = (stride * 4 * p) << 3;
    for (let q: usize = 0; q < stride; q += 2) {
      const at: usize = one ? 0 : placeOf(q, stride);
      const x = step + at;
      const y = to + at;
      const ar = get(one, re + x);
      const ai = get(one, im + x);
      const br = get(one, re + x + apart);
      const bi = get(one, im + x + apart);
      const cr = get(one, re + x + 2 * apart);
      const ci = get(one, im + x + 2 * apart);
      const dr = get(one, re + x + 3 * apart);
      const di = get(one, im + x + 3 * apart);
      const acr = f64x2.add(ar, cr);
      const aci = f64x2.add(ai, ci);
      const bdr = f64x2.add(br, dr);
      const bdi = f64x2.add(bi, di);
      const er = f64x2.sub(ar, cr);
      const ei = f64x2.sub(ai, ci);
      const fr = f64x2.sub(br, dr);
      const fi = f64x2.sub(bi, di);
      put(one, outRe + y, f64x2.add(acr, bdr));
      put(one, outIm + y, f64x2.add(aci, bdi));
      // e − i·f and e + i·f
      const y1 = y + next;
      putProduct(one, outRe + y1, outIm + y1, f64x2.add(er, fi), f64x2.sub(ei, fr), c1, d1);
      const y2 = y1 + next;
      putProduct(one, outRe + y2, outIm + y2, f64x2.sub(acr, bdr), f64x2.sub(aci, bdi), c2, d2);
      const y3 = y2 + next;
      putProduct(one, outRe + y3, outIm + y3, f64x2.sub(er, fi), f64x2.add(ei, fr), c3, d3);
    }
  }
}

export function radix3(
  n: usize,
  length: usize,
  stride: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
): void {
  if (stride == 1) pass3(true, n, length, stride, roots, re, im, outRe, outIm);
  else pass3(false, n, length, stride, roots, re, im, outRe, outIm);
}

@inline
function pass3(
  one: bool,
  n: usize,
  length: usize,
  stride: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
): void {
  const m = length / 3;
  const apart = (stride * m) << 3;
  const next = stride << 3;
  const half = f64x2.splat(0.5);
  const sin = f64x2.splat(SIN_60);
  for (let p: usize = 0; p < m; p++) {
    const step = (p * stride) << 3;
    const sines = roots + (n << 3);
    const c1 = v128.load64_splat(roots + step);
    const d1 = v128.load64_splat(sines + step);
    const c2 = v128.load64_splat(roots + 2 * step);
    const d2 = v128.load64_splat(sines + 2 * step);
    const to = (stride * 3 * p) << 3;
    for (let q: usize = 0; q < stride; q += 2) {
      const at: usize = one ? 0 : placeOf(q, stride);
      const x = step + at;
      const y = to + at;
      const ar = get(one, re + x);
      const ai = get(one, im + x);
      const br = get(one, re + x + apart);
      const bi = get(one, im + x + apart);
      const cr = get(one, re + x + 2 * apart);
      const ci = get(one, im + x + 2 * apart);
      const sr = f64x2.add(br, cr);
      const si = f64x2.add(bi, ci);
      const er = f64x2.sub(ar, f64x2.mul(half, sr));
      const ei = f64x2.sub(ai, f64x2.mul(half, si));
      const fr = f64x2.mul(sin, f64x2.sub(br, cr));
      const fi = f64x2.mul(sin, f64x2.sub(bi, ci));
      put(one, outRe + y, f64x2.add(ar, sr));
      put(one, outIm + y, f64x2.add(ai, si));
      const y1 = y + next;
      putProduct(one, outRe + y1, outIm + y1, f64x2.add(er, fi), f64x2.sub(ei, fr), c1, d1);
      const y2 = y1 + next;
      putProduct(one, outRe + y2, outIm + y2, f64x2.sub(er, fi), f64x2.add(ei, fr), c2, d2);
    }
  }
}

export function radix5(
  n: usize,
  length: usize,
  stride: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
): void {
  if (stride == 1) pass5(true, n, length, stride, roots, re, im, outRe, outIm);
  else pass5(false, n, length, stride, roots, re, im, outRe, outIm);
}

@inline
function pass5(
  one: bool,
  n: usize,
  length: usize,
  stride: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
): void {
  const m = length / 5;
  const apart = (stride * m) << 3;
  const next = stride << 3;
  const k1 = f64x2.splat(COS_72);
  const k2 = f64x2.splat(COS_144);
  const s1 = f64x2.splat(SIN_72);
  const s2 = f64x2.splat(SIN_144);
  const sines = roots + (n << 3);
  for (let p: usize = 0; p < m; p++) {
    const step = (p * stride) << 3;
    const to = (stride * 5 * p) << 3;
    for (let q: usize = 0; q < stride; q += 2) {
      const at: usize = one ? 0 : placeOf(q, stride);
      const x = step + at;
      let y = to + at;
      const ar = get(one, re + x);
      const ai = get(one, im + x);
      const br = get(one, re + x + apart);
      const bi = get(one, im + x + apart);
      const cr = get(one, re + x + 2 * apart);
      const ci = get(one, im + x + 2 * apart);
      const dr = get(one, re + x + 3 * apart);
      const di = get(one, im + x + 3 * apart);
      const er = get(one, re + x + 4 * apart);
      const ei = get(one, im + x + 4 * apart);
      const pr = f64x2.add(br, er);
      const pi = f64x2.add(bi, ei);
      const qr = f64x2.add(cr, dr);
      const qi = f64x2.add(ci, di);
      const ur = f64x2.sub(br, er);
      const ui = f64x2.sub(bi, ei);
      const vr = f64x2.sub(cr, dr);
      const vi = f64x2.sub(ci, di);
      put(one, outRe + y, f64x2.add(ar, f64x2.add(pr, qr)));
      put(one, outIm + y, f64x2.add(ai, f64x2.add(pi, qi)));
      const fr = f64x2.add(ar, f64x2.add(f64x2.mul(k1, pr), f64x2.mul(k2, qr)));
      const fi = f64x2.add(ai, f64x2.add(f64x2.mul(k1, pi), f64x2.mul(k2, qi)));
      const gr = f64x2.add(f64x2.mul(s1, ur), f64x2.mul(s2, vr));
      const gi = f64x2.add(f64x2.mul(s1, ui), f64x2.mul(s2, vi));
      const hr = f64x2.add(ar, f64x2.add(f64x2.mul(k2, pr), f64x2.mul(k1, qr)));
      const hi = f64x2.add(ai, f64x2.add(f64x2.mul(k2, pi), f64x2.mul(k1, qi)));
      const jr = f64x2.sub(f64x2.mul(s2, ur), f64x2.mul(s1, vr));
      const ji = f64x2.sub(f64x2.mul(s2, ui), f64x2.mul(s1, vi));
      y += next;
      let c = v128.load64_splat(roots + step);
      let d = v128.load64_splat(sines + step);
      putProduct(one, outRe + y, outIm + y, f64x2.add(fr, gi), f64x2.sub(fi, gr), c, d);
      y += next;
      c = v128.load64_splat(roots + 2 * step);
      d = v128.load64_splat(sines + 2 * step);
      putProduct(one, outRe + y, outIm + y, f64x2.add(hr, ji), f64x2.sub(hi, jr), c, d);
      y += next;
      c = v128.load64_splat(roots + 3 * step);
      d = v128.load64_splat(sines + 3 * step);
      putProduct(one, outRe + y, outIm + y, f64x2.sub(hr, ji), f64x2.add(hi, jr), c, d);
      y += next;
      c = v128.load64_splat(roots + 4 * step);
      d = v128.load64_splat(sines + 4 * step);
      putProduct(one, outRe + y, outIm + y, f64x2.sub(fr, gi), f64x2.add(fi, gr), c, d);
    }
  }
}

/** Any small radix, by the definition. */
export function radixAny(
  radix: usize,
  n: usize,
  length: usize,
  stride: usize,
  roots: usize,
  re: usize,
  im: usize,
  outRe: usize,
  outIm: usize,
): void {
  const m = length / radix;
  const apart = (stride * m) << 3;
  const sines = roots + (n << 3);
  for (let p: usize = 0; p < m; p++) {
    for (let k: usize = 0; k < radix; k++) {
      const to = (stride * (radix * p + k)) << 3;
      for (let q: usize = 0; q < stride; q++) {
        const from = (stride * p + q) << 3;
        let sumRe: f64 = 0;
        let sumIm: f64 = 0;
        for (let j: usize = 0; j < radix; j++) {
          // e^(−2πi(jk/radix + pk/length))
          const turn = (((j * k) % radix) * (n / radix) + p * k * stride) % n;
          const c = load<f64>(roots + (turn << 3));
          const d = load<f64>(sines + (turn << 3));
          const a = load<f64>(re + from + j * apart);
          const b = load<f64>(im + from + j * apart);
          sumRe += a * c - b * d;
          sumIm += a * d + b * c;
        }
        store<f64>(outRe + to + (q << 3), sumRe);
        store<f64>(outIm + to + (q << 3), sumIm);
      }
    }
  }
}
