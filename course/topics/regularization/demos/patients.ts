// #region halves
import { loadDiabetes } from "@gradus/data";
import { LinearRegression, StandardScaler, trainTestSplit } from "@gradus/learn";

const patients = await loadDiabetes();
const [train, test] = trainTestSplit(patients, { testSize: 0.25, seed: 0 });
const names = train.drop("progression").columns;
const scaler = new StandardScaler().fit(train.drop("progression"));
type Table = typeof train;
const featuresOf = (table: Table) => scaler.transform(table.drop("progression"));
const weights = (coef: { data(): Iterable<number> }) =>
  [...coef.data()].map((w) => w.toFixed(1).padStart(6)).join("");

console.log("        ", names.map((name) => name.padStart(6)).join(""));
for (const half of [0, 1]) {
  const rows = train.filter((_, i) => i % 2 === half);
  const { coef } = new LinearRegression().fit(featuresOf(rows), rows.column("progression"));
  console.log(`half ${half + 1}   `, weights(coef));
}

// #endregion

// #region ridge
import { Ridge } from "@gradus/learn";
import { eye, solve, type Tensor } from "@gradus/tensor";

/** The weights of ridge regression for standardized X and centred y. */
function ridge(X: Tensor, y: Tensor, alpha: number): Tensor {
  const gram = X.transpose().matmul(X); // (nFeatures, nFeatures)
  return solve(gram.add(eye(X.shape[1]!).mul(alpha)), X.transpose().matmul(y));
}

const X = featuresOf(train);
const y = train.column("progression").toTensor();
const yCentred = y.sub(y.mean());
console.log("ours    ", weights(ridge(X, yCentred, 30)));
console.log("library ", weights(new Ridge({ alpha: 30 }).fit(X, y).coef));
for (const half of [0, 1]) {
  const rows = train.filter((_, i) => i % 2 === half);
  const { coef } = new Ridge({ alpha: 30 }).fit(featuresOf(rows), rows.column("progression"));
  console.log(`half ${half + 1}   `, weights(coef));
}

// #endregion

// #region lasso
import { Lasso } from "@gradus/learn";

const softThreshold = (c: number, alpha: number) => Math.sign(c) * Math.max(0, Math.abs(c) - alpha);

/** The weights of the lasso for standardized X and centred y, by coordinate descent. */
function lasso(X: Tensor, y: Tensor, alpha: number): number[] {
  const n = X.shape[0]!;
  const gram = X.transpose().matmul(X).div(n).toArray<number[][]>(); // its diagonal is 1
  const cross = X.transpose().matmul(y).div(n).toArray<number[]>();
  const w = cross.map(() => 0);
  for (let round = 0; round < 1000; round++) {
    for (const j of w.keys()) {
      const others = gram[j]!.reduce((sum, g, k) => (k === j ? sum : sum + g * w[k]!), 0);
      w[j] = softThreshold(cross[j]! - others, alpha);
    }
  }
  return w;
}

console.log("ours    ", weights({ data: () => lasso(X, yCentred, 2) }));
console.log("library ", weights(new Lasso({ alpha: 2, tol: 1e-10 }).fit(X, y).coef));

// #endregion

// #region path
import { lassoPath } from "@gradus/learn";

const path = lassoPath(X, yCentred, { alphas: [40, 20, 10, 5, 2, 1, 0.1] });
path.alphas.forEach((alpha, i) => {
  const kept = names.filter((_, j) => path.coefs.at(j).at(i).item() !== 0);
  console.log(`α = ${alpha}:`.padEnd(9), kept.join(" ") || "nothing");
});

// #endregion

// #region choose
import { LassoCV, RidgeCV, rootMeanSquaredError } from "@gradus/learn";

const byRidge = new RidgeCV({ alphas: [1, 3, 10, 30, 100, 300] }).fit(X, y);
const byLasso = new LassoCV().fit(X, y);
console.log("RidgeCV: α =", byRidge.alpha, "  LassoCV: α =", byLasso.alpha.toFixed(2));
const XTest = featuresOf(test);
const yTest = test.column("progression");
for (const [name, model] of [
  ["least squares", new LinearRegression().fit(X, y)],
  ["ridge", byRidge],
  ["lasso", byLasso],
] as const) {
  const miss = rootMeanSquaredError(yTest, model.predict(XTest));
  const size = [...model.coef.data()].reduce((sum, w) => sum + Math.abs(w), 0);
  console.log(`${name}:`.padEnd(15), "miss", miss.toFixed(1), "  Σ|w|", size.toFixed(0));
}
// #endregion
