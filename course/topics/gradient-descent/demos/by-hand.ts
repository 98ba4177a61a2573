// #region pencil
const slope = (w: number) => 2 * w; // f(w) = w², whose curvature is 2 everywhere

let w = 5;
for (let step = 1; step <= 3; step++) {
  w = w - 0.3 * slope(w);
  console.log(`step ${step}: w = ${w.toFixed(2)}`);
}
// #endregion

// #region five-rates
for (const rate of [0.25, 0.5, 0.75, 1, 1.25]) {
  let w = 5;
  const walk = [w];
  for (let step = 0; step < 5; step++) {
    w = w - rate * slope(w);
    walk.push(w);
  }
  console.log(`rate ${rate}:`, walk.map((w) => Number(w.toFixed(2))).join(", "));
}
// #endregion

// #region from-scratch
type Vector = readonly number[];

function descend(
  gradient: (x: Vector) => Vector,
  x0: Vector,
  rate: number,
  nSteps: number,
): Vector {
  let x = x0;
  for (let step = 0; step < nSteps; step++) {
    const g = gradient(x);
    x = x.map((value, i) => value - rate * g[i]!);
  }
  return x;
}

// f(a, b) = (12a² + b²) / 2: curvature 12 across, 1 along.
const valley = ([a, b]: Vector): Vector => [12 * a!, b!];
for (const rate of [0.1, 0.15, 0.16, 0.17]) {
  const [a, b] = descend(valley, [1, 1], rate, 60);
  console.log(`rate ${rate}: across ${a!.toExponential(1)}, along ${b!.toExponential(1)}`);
}

// #endregion

// #region library
import { gradientDescent } from "@gradus/stats";
import { tensor } from "@gradus/tensor";

const curvature = tensor([12, 1]);
const found = gradientDescent((x) => x.square().mul(curvature).sum().div(2), [1, 1], {
  learningRate: 0.15,
  maxIterations: 60,
  tolerance: 0,
});
console.log("from scratch:", descend(valley, [1, 1], 0.15, 60));
console.log("library:     ", found.x.toArray());
// #endregion
