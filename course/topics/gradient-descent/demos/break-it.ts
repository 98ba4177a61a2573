// #region elsewhere
// f(w) = w⁴: the slope is 4w³ and the curvature 12w², so it grows with w.
for (const start of [0.5, 2, 2.2, 2.3]) {
  let w = start;
  const walk = [w];
  for (let step = 0; step < 5; step++) {
    w = w - 0.1 * 4 * w ** 3;
    walk.push(w);
  }
  console.log(walk.map((w) => (Math.abs(w) < 100 ? w.toFixed(2) : w.toExponential(1))).join(", "));
}
// #endregion

// #region kink
let x = 1;
const path = [x];
for (let step = 0; step < 8; step++) {
  const slope = Math.sign(x); // f(x) = |x|
  x = x - 0.3 * slope;
  path.push(x);
}
console.log("|x| with learning rate 0.3:", path.map((x) => x.toFixed(1)).join(", "));
// #endregion
