// #region ring
import { makeCircles } from "@gradus/data";
import { LogisticRegression } from "@gradus/learn";

const ring = makeCircles({ nSamples: 200, noise: 0.08, factor: 0.5, seed: 1 });
const [X, y] = [ring.X.toArray<number[][]>(), ring.y.toArray<number[]>()];
const straight = new LogisticRegression().fit(X, y);
console.log("x₁ and x₂:", straight.score(X, y));

const withSquares = X.map(([a, b]) => [a! ** 2, b! ** 2]);
const curved = new LogisticRegression().fit(withSquares, y);
console.log("x₁² and x₂²:", curved.score(withSquares, y));
const [w1, w2] = curved.coef.toArray<number[][]>()[0]!;
const [b] = curved.intercept.toArray<number[]>();
console.log("weights", w1!.toFixed(1), w2!.toFixed(1), " intercept", b!.toFixed(1));
console.log("radius of the border:", Math.sqrt((-2 * b!) / (w1! + w2!)).toFixed(2));
// #endregion
