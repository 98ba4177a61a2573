import {
  BaggingClassifier,
  BernoulliNB,
  CalibratedClassifierCV,
  CategoricalNB,
  type Classifier,
  ComplementNB,
  DummyClassifier,
  FixedThresholdClassifier,
  GaussianNB,
  GaussianProcessClassifier,
  KBinsDiscretizer,
  KNeighborsClassifier,
  LinearDiscriminantAnalysis,
  LinearSVC,
  LogisticRegression,
  LogisticRegressionCV,
  MinMaxScaler,
  MultinomialNB,
  makePipeline,
  NearestCentroid,
  NuSVC,
  OneVsOneClassifier,
  OneVsRestClassifier,
  OutputCodeClassifier,
  Perceptron,
  PolynomialFeatures,
  QuadraticDiscriminantAnalysis,
  RadiusNeighborsClassifier,
  RBF,
  SGDClassifier,
  StackingClassifier,
  SVC,
  TunedThresholdClassifierCV,
  VotingClassifier,
} from "@gradus/learn";

/** What the figure needs of a classifier. */
export type Drawable = Pick<Classifier, "fit" | "predict">;

/** One entry of the figure's list. */
export interface Entry {
  /** Its class in the library. */
  readonly name: string;
  /** What tells this entry from another of the same class. */
  readonly variant?: string;
  /** How it draws its border, in a few words. */
  readonly how: string;
  make(nClasses: number): Drawable;
}

const logistic = () => new LogisticRegression();
const threeOpinions = () =>
  [
    ["logistic", logistic()],
    ["neighbours", new KNeighborsClassifier({ nNeighbors: 5 })],
    ["bayes", new GaussianNB()],
  ] as const;
/** A threshold is between two classes; where there are more, each pair of classes gets its own. */
const pairwise = (estimator: Classifier, nClasses: number) =>
  nClasses > 2 ? new OneVsOneClassifier({ estimator }) : estimator;

/** Every classifier of the library, from the simplest border to the most flexible. */
export const entries: readonly Entry[] = [
  {
    name: "DummyClassifier",
    how: "always the most frequent class, no border",
    make: () => new DummyClassifier(),
  },
  {
    name: "NearestCentroid",
    how: "the class whose mean is nearest",
    make: () => new NearestCentroid(),
  },
  { name: "LogisticRegression", how: "straight, by probabilities", make: logistic },
  {
    name: "LogisticRegression",
    variant: "products of degree 3",
    how: "straight in nine products of the features, so curved here",
    make: () => makePipeline(new PolynomialFeatures({ degree: 3, includeBias: false }), logistic()),
  },
  {
    name: "LogisticRegressionCV",
    how: "straight, its penalty chosen by cross-validation",
    make: () => new LogisticRegressionCV({ Cs: 4, cv: 3 }),
  },
  {
    name: "Perceptron",
    how: "straight, moved by each mistake",
    make: () => new Perceptron({ seed: 0 }),
  },
  {
    name: "SGDClassifier",
    how: "straight, by stochastic gradient descent",
    make: () => new SGDClassifier({ seed: 0 }),
  },
  { name: "LinearSVC", how: "straight, with a wide margin", make: () => new LinearSVC() },
  {
    name: "LinearDiscriminantAnalysis",
    how: "straight, between bells of one shape",
    make: () => new LinearDiscriminantAnalysis(),
  },
  {
    name: "QuadraticDiscriminantAnalysis",
    how: "a conic, between bells of their own shape",
    make: () => new QuadraticDiscriminantAnalysis(),
  },
  {
    name: "GaussianNB",
    how: "a conic, between upright bells",
    make: () => new GaussianNB(),
  },
  {
    name: "BernoulliNB",
    how: "four quarters: each feature above or below 0",
    make: () => new BernoulliNB(),
  },
  {
    name: "CategoricalNB",
    how: "bricks: each feature cut into eight categories",
    make: () =>
      makePipeline(
        new KBinsDiscretizer({ nBins: 8, encode: "ordinal", strategy: "uniform" }),
        new CategoricalNB({ minCategories: 8 }),
      ),
  },
  {
    name: "MultinomialNB",
    how: "by the ratio of the features, as if they were counts",
    make: () => makePipeline(new MinMaxScaler({ clip: true }), new MultinomialNB()),
  },
  {
    name: "ComplementNB",
    how: "by the ratio of the features, from all other classes",
    make: () => makePipeline(new MinMaxScaler({ clip: true }), new ComplementNB()),
  },
  {
    name: "KNeighborsClassifier",
    variant: "k = 1",
    how: "the nearest point decides",
    make: () => new KNeighborsClassifier({ nNeighbors: 1 }),
  },
  {
    name: "KNeighborsClassifier",
    variant: "k = 15",
    how: "a vote of the 15 nearest",
    make: () => new KNeighborsClassifier({ nNeighbors: 15 }),
  },
  {
    name: "RadiusNeighborsClassifier",
    how: "a vote of all within 0.6, and the first class where there is nobody",
    make: () => new RadiusNeighborsClassifier({ radius: 0.6, outlierLabel: 0 }),
  },
  {
    name: "SVC",
    variant: "linear kernel",
    how: "straight, with a wide margin",
    make: () => new SVC({ kernel: "linear" }),
  },
  {
    name: "SVC",
    variant: "RBF kernel",
    how: "smooth, around the points at the border",
    make: () => new SVC({ C: 5 }),
  },
  {
    name: "NuSVC",
    how: "smooth, with a share of points beyond the margin",
    make: () => new NuSVC({ nu: 0.25 }),
  },
  {
    name: "GaussianProcessClassifier",
    how: "smooth, by similarity to every point",
    make: () =>
      new GaussianProcessClassifier({ kernel: new RBF({ lengthScale: 0.7 }), optimizer: null }),
  },
  {
    name: "BaggingClassifier",
    how: "the mean of ten nearest-point classifiers, each of other rows",
    make: () =>
      new BaggingClassifier({
        estimator: new KNeighborsClassifier({ nNeighbors: 1 }),
        maxSamples: 0.3,
        seed: 0,
      }),
  },
  {
    name: "VotingClassifier",
    how: "a vote of a logistic, a neighbour and a Bayes classifier",
    make: () => new VotingClassifier({ estimators: threeOpinions() }),
  },
  {
    name: "StackingClassifier",
    how: "a logistic regression of what three others say",
    make: () =>
      new StackingClassifier({
        estimators: threeOpinions(),
        finalEstimator: logistic(),
        cv: 3,
      }),
  },
  {
    name: "CalibratedClassifierCV",
    how: "a linear machine, its scores made into probabilities",
    make: () => new CalibratedClassifierCV({ estimator: new LinearSVC(), cv: 3 }),
  },
  {
    name: "FixedThresholdClassifier",
    how: "straight, but the second class only from a probability of 0.8",
    make: (n) =>
      pairwise(new FixedThresholdClassifier({ estimator: logistic(), threshold: 0.8 }), n),
  },
  {
    name: "TunedThresholdClassifierCV",
    how: "straight, its threshold chosen by cross-validation",
    make: (n) => pairwise(new TunedThresholdClassifierCV({ estimator: logistic(), cv: 3 }), n),
  },
  {
    name: "OneVsRestClassifier",
    how: "for each class a straight border against all others",
    make: () => new OneVsRestClassifier({ estimator: logistic() }),
  },
  {
    name: "OneVsOneClassifier",
    how: "for each pair of classes a straight border, then a vote",
    make: () => new OneVsOneClassifier({ estimator: logistic() }),
  },
  {
    name: "OutputCodeClassifier",
    how: "each class a code word, each letter a straight border",
    make: () => new OutputCodeClassifier({ estimator: logistic(), codeSize: 3, seed: 1 }),
  },
];

/** What an entry is called in the figure's list. */
export const titleOf = ({ name, variant }: Entry): string =>
  variant ? `${name}, ${variant}` : name;
