// #region ten
import { loadDigits } from "@gradus/data";
import {
  DummyClassifier,
  GaussianNB,
  KNeighborsClassifier,
  LinearDiscriminantAnalysis,
  LogisticRegression,
  SVC,
  trainTestSplit,
} from "@gradus/learn";

const { images, labels } = await loadDigits();
const X = images.reshape([labels.size, 64]).toArray<number[][]>();
const y = labels.toArray<number[]>();
const [XTrain, XTest, yTrain, yTest] = trainTestSplit(X, y, { testSize: 0.3, seed: 0 });

const models = [
  ["most frequent digit", new DummyClassifier()],
  ["Gaussian naive Bayes", new GaussianNB()],
  ["linear discriminant", new LinearDiscriminantAnalysis()],
  ["logistic regression", new LogisticRegression({ maxIter: 300 })],
  ["5 nearest neighbours", new KNeighborsClassifier({ nNeighbors: 5 })],
  ["SVC", new SVC()],
] as const;
console.log("right on".padEnd(22), "train  test");
for (const [name, model] of models) {
  model.fit(XTrain, yTrain);
  const [seen, fresh] = [model.score(XTrain, yTrain), model.score(XTest, yTest)];
  console.log(name.padEnd(22), seen.toFixed(3), fresh.toFixed(3));
}

// #endregion

// #region shifted
/** The picture, moved by some columns; what comes in from the side is paper. */
const moved = (x: number[], columns: number) =>
  x.map((_, i) => {
    const from = (i % 8) - columns;
    return from < 0 || from > 7 ? 0 : x[i - columns]!;
  });

const shifted = XTest.map((x) => moved(x, 1));
for (const [name, model] of models.slice(3)) {
  const score = model.score(shifted, yTest);
  console.log(name.padEnd(22), "one column to the right:", score.toFixed(3));
}

// #endregion

// #region augmented
const more = [-1, 0, 1].flatMap((columns) => XTrain.map((x) => moved(x, columns)));
const labelsOfMore = [-1, 0, 1].flatMap(() => yTrain);
const robust = new KNeighborsClassifier({ nNeighbors: 5 }).fit(more, labelsOfMore);
console.log("learned from pictures moved both ways");
console.log("as drawn:", robust.score(XTest, yTest).toFixed(3));
console.log("one column to the right:", robust.score(shifted, yTest).toFixed(3));
// #endregion
