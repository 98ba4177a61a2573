// #region average
/** Where the card is, in px, t seconds after its start. */
function position(t: number): number {
  const p = Math.min(Math.max(t / 0.4, 0), 1); // the share of the time that is over
  return 300 * p * p * (3 - 2 * p);
}

console.log("position at 0.12 s:", position(0.12), "px");
console.log("average speed of the slide:", 300 / 0.4, "px/s");
// #endregion

// #region shrink
for (const h of [0.1, 0.01, 0.001, 0.0001, 0.00001]) {
  const speed = (position(0.12 + h) - position(0.12)) / h;
  console.log(`over ${h} s: ${speed.toFixed(3)} px/s`);
}
// #endregion

// #region by-hand
const p = 0.12 / 0.4;
const slope = 6 * p * (1 - p); // the derivative of 3p² − 2p³
console.log("ways per slide:", slope);
console.log("px/s:", (slope * 300) / 0.4);
// #endregion

// #region ahead
const speed = 945; // px/s at 0.12 s
for (const h of [1 / 60, 6 / 60]) {
  const guess = position(0.12) + speed * h;
  const truth = position(0.12 + h);
  console.log(
    `${Math.round(60 * h)} frame(s) on: ${guess.toFixed(1)} px, really ${truth.toFixed(1)}`,
  );
}
// #endregion

// #region dual
/** A number that knows how fast it changes. */
interface Dual {
  readonly value: number;
  readonly slope: number;
}

const constant = (value: number): Dual => ({ value, slope: 0 });
const add = (u: Dual, v: Dual): Dual => ({
  value: u.value + v.value,
  slope: u.slope + v.slope, // the sum rule
});
const times = (u: Dual, v: Dual): Dual => ({
  value: u.value * v.value,
  slope: u.slope * v.value + u.value * v.slope, // the product rule
});

/** The derivative of a function that is written with `add` and `times`. */
const derivative = (f: (x: Dual) => Dual, at: number) => f({ value: at, slope: 1 }).slope;

/** The slide again: 300 · p · p · (3 − 2p) with p = t / 0.4. */
function slide(t: Dual): Dual {
  const p = times(constant(1 / 0.4), t);
  const rest = add(constant(3), times(constant(-2), p));
  return times(constant(300), times(times(p, p), rest));
}

console.log("speed at 0.12 s:", derivative(slide, 0.12), "px/s");

// #endregion

// #region library
import { grad, type Tensor, tensor } from "@gradus/tensor";

/** The same once more, for tensors. */
function way(t: Tensor): Tensor {
  const p = t.div(0.4).clip(0, 1);
  return p.square().mul(p.mul(-2).add(3)).mul(300);
}

const velocity = grad(way); // a function like `way`
const acceleration = grad(velocity); // and once more
for (const t of [0.12, 0.2, 0.28]) {
  const v = velocity(tensor(t)).item();
  const a = acceleration(tensor(t)).item();
  console.log(`${t} s: ${v.toFixed(2)} px/s, changing by ${a.toFixed(0)} px/s each second`);
}
// #endregion

// #region loss
const loss = (w: Tensor) => w.mul(3).sub(6).square(); // the target is 6
for (const w of [1, 2, 3]) console.log(`w = ${w}: slope ${grad(loss)(tensor(w)).item()}`);
// #endregion

// #region corner
const steady = (t: Tensor) => t.clip(0, 0.4).mul(300 / 0.4); // px
const at = (t: number) => steady(tensor(t)).item();

const h = 1e-6; // s
console.log("looking back:   ", Math.round((at(0) - at(-h)) / h), "px/s");
console.log("looking ahead:  ", Math.round((at(h) - at(0)) / h), "px/s");
console.log("on both sides:  ", Math.round((at(h) - at(-h)) / (2 * h)), "px/s");
console.log("library's answer:", Math.round(grad(steady)(tensor(0)).item()), "px/s");
// #endregion
