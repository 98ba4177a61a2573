// Steps of sequential minimal optimization (support vector machines) over n variables in float64, whose rows of the
// kernel's matrix are float32. `noRise` and `noFall` are 0 where a variable can move that way, else ∞ and −∞.

/** Curvature in place of one that is not above 0, as where two rows are equal. */
const LEAST_CURVATURE: f64 = 1e-12;

/**
 * The variable that can fall with the largest (level + slope)² / curvature among those with level + slope > 0, where
 * the curvature is own + diagonal − 2·row; of equals the last one. −1 if there is none. The square and the curvature go
 * to `out`.
 */
export function dualPartner(
  n: usize,
  level: f64,
  own: f64,
  slope: usize,
  noFall: usize,
  diagonal: usize,
  row: usize,
  out: usize,
): i32 {
  const levels = f64x2.splat(level);
  const owns = f64x2.splat(own);
  const least = f64x2.splat(LEAST_CURVATURE);
  const zero = f64x2.splat(0);
  let squares = zero;
  let bases = f64x2.splat(1);
  let places = i64x2.splat(-1);
  let at = i64x2(0, 1);
  const two = i64x2.splat(2);
  const whole = n & ~1;
  for (let t: usize = 0; t < whole; t += 2) {
    const open = f64x2.add(v128.load(slope + (t << 3)), v128.load(noFall + (t << 3)));
    const gap = f64x2.pmax(zero, f64x2.add(levels, open));
    const kernel = f64x2.promote_low_f32x4(v128.load64_zero(row + (t << 2)));
    const sum = f64x2.add(owns, v128.load(diagonal + (t << 3)));
    const curvature = f64x2.pmax(least, f64x2.sub(sum, f64x2.add(kernel, kernel)));
    const square = f64x2.mul(gap, gap);
    const isBetter = v128.and(
      f64x2.ge(f64x2.mul(square, bases), f64x2.mul(squares, curvature)),
      f64x2.gt(gap, zero),
    );
    squares = v128.bitselect(square, squares, isBetter);
    bases = v128.bitselect(curvature, bases, isBetter);
    places = v128.bitselect(at, places, isBetter);
    at = i64x2.add(at, two);
  }
  let square = f64x2.extract_lane(squares, 0);
  let base = f64x2.extract_lane(bases, 0);
  let place = i64x2.extract_lane(places, 0) as i32;
  const otherSquare = f64x2.extract_lane(squares, 1);
  const otherBase = f64x2.extract_lane(bases, 1);
  const otherPlace = i64x2.extract_lane(places, 1) as i32;
  const mine = square * otherBase;
  const others = otherSquare * base;
  if (others > mine || (others == mine && otherPlace > place)) {
    square = otherSquare;
    base = otherBase;
    place = otherPlace;
  }
  if (whole < n) {
    const gap = level + (load<f64>(slope + (whole << 3)) + load<f64>(noFall + (whole << 3)));
    const kernel = load<f32>(row + (whole << 2)) as f64;
    const curvature = max(LEAST_CURVATURE, own + load<f64>(diagonal + (whole << 3)) - (kernel + kernel));
    if (gap > 0 && gap * gap * base >= square * curvature) {
      square = gap * gap;
      base = curvature;
      place = whole as i32;
    }
  }
  store<f64>(out, square);
  store<f64>(out, base, 8);
  return place;
}

/**
 * slope += step·(first − second) for rows of the kernel's matrix. The least slope of those that can rise, and the largest
 * of those that can fall, go to `out`.
 * @returns the place of the least one, of equals the last
 */
export function dualDescend(
  n: usize,
  step: f64,
  slope: usize,
  noRise: usize,
  noFall: usize,
  first: usize,
  second: usize,
  out: usize,
): i32 {
  const steps = f64x2.splat(step);
  let least = f64x2.splat(Infinity);
  let most = f64x2.splat(-Infinity);
  let places = i64x2.splat(-1);
  let at = i64x2(0, 1);
  const two = i64x2.splat(2);
  const whole = n & ~1;
  for (let t: usize = 0; t < whole; t += 2) {
    const apart = f64x2.sub(
      f64x2.promote_low_f32x4(v128.load64_zero(first + (t << 2))),
      f64x2.promote_low_f32x4(v128.load64_zero(second + (t << 2))),
    );
    const value = f64x2.add(v128.load(slope + (t << 3)), f64x2.mul(steps, apart));
    v128.store(slope + (t << 3), value);
    const low = f64x2.add(value, v128.load(noRise + (t << 3)));
    const isLower = f64x2.le(low, least);
    least = v128.bitselect(low, least, isLower);
    places = v128.bitselect(at, places, isLower);
    most = f64x2.pmax(most, f64x2.add(value, v128.load(noFall + (t << 3))));
    at = i64x2.add(at, two);
  }
  let lowest = f64x2.extract_lane(least, 0);
  let highest = max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
  let place = i64x2.extract_lane(places, 0) as i32;
  const other = f64x2.extract_lane(least, 1);
  const otherPlace = i64x2.extract_lane(places, 1) as i32;
  if (other < lowest || (other == lowest && otherPlace > place)) {
    lowest = other;
    place = otherPlace;
  }
  if (whole < n) {
    const apart = (load<f32>(first + (whole << 2)) as f64) - (load<f32>(second + (whole << 2)) as f64);
    const value = load<f64>(slope + (whole << 3)) + step * apart;
    store<f64>(slope + (whole << 3), value);
    const low = value + load<f64>(noRise + (whole << 3));
    if (low <= lowest) {
      lowest = low;
      place = whole as i32;
    }
    highest = max(highest, value + load<f64>(noFall + (whole << 3)));
  }
  store<f64>(out, lowest);
  store<f64>(out, highest, 8);
  return place;
}
