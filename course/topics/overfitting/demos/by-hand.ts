// #region by-hand
import { accuracyScore, crossValPredict, KNeighborsClassifier, LeaveOneOut } from "@gradus/learn";

const X = [[1], [3], [4], [6], [10], [11], [14]]; // months
const y = ["left", "left", "stayed", "left", "stayed", "stayed", "stayed"];
for (const k of [1, 3]) {
  const model = new KNeighborsClassifier({ nNeighbors: k });
  const own = model.fit(X, y).predict(X);
  const leftOut = crossValPredict(model, X, y, { cv: new LeaveOneOut() }) as string[];
  const right = (said: readonly unknown[]) => said.filter((each, i) => each === y[i]).length;
  console.log(`k = ${k}: own rows ${right([...own])} of 7, left out ${right([...leftOut])} of 7`);
}
console.log(
  `k = 7: ${
    7 *
    accuracyScore(
      y,
      y.map(() => "stayed"),
    )
  } of 7 on its own rows`,
);
// #endregion
