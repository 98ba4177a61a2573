// #region two-valleys
import { minimize } from "@gradus/stats";
import type { Tensor } from "@gradus/tensor";

const f = (x: Tensor) => x.pow(4).sub(x.square().mul(3)).add(x).sum();
for (const start of [-1, 1]) {
  const { x, fun, success } = minimize(f, [start]);
  console.log(
    `from ${start}: x = ${x.item().toFixed(3)}, f = ${fun.toFixed(3)}, success ${success}`,
  );
}
// #endregion

// #region overshoot
for (const start of [0.9, 1.1]) {
  let x = start;
  const walk = [x];
  for (let step = 0; step < 4; step++) {
    const slope = x / Math.sqrt(1 + x * x); // of f(x) = √(1 + x²)
    const curvature = (1 + x * x) ** -1.5;
    x = x - slope / curvature;
    walk.push(x);
  }
  console.log(walk.map((x) => Number(x.toPrecision(3))).join(", "));
}
const safe = minimize((x) => x.square().add(1).sqrt().sum(), [1.1], { method: "newton" });
console.log("with a line search:", safe.x.item().toFixed(6), "after", safe.nit, "steps");
// #endregion
