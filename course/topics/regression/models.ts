import type { Point } from "@gradus/course-kit";
import {
  DummyRegressor,
  HuberRegressor,
  KNeighborsRegressor,
  LinearRegression,
  makePipeline,
  PolynomialFeatures,
  type Regressor,
  StandardScaler,
  TransformedTargetRegressor,
} from "@gradus/learn";

type Drawable = Pick<Regressor, "fit" | "predict">;

const parabola = () =>
  makePipeline(
    new StandardScaler(),
    new PolynomialFeatures({ degree: 2, includeBias: false }),
    new LinearRegression(),
  );

/** What the figure lets one choose, by name. */
export const models: Readonly<Record<string, () => Drawable>> = {
  "always the mean": () => new DummyRegressor(),
  "a line": () => new LinearRegression(),
  "a robust line": () =>
    makePipeline(new StandardScaler(), new HuberRegressor({ epsilon: 1.1, maxIter: 300 })),
  "a parabola": parabola,
  "a line for the logarithm": () =>
    new TransformedTargetRegressor({
      regressor: new LinearRegression(),
      func: (y) => y.log(),
      inverseFunc: (y) => y.exp(),
    }),
  "the mean of 15 neighbours": () => new KNeighborsRegressor({ nNeighbors: 15 }),
};

export interface Fit {
  readonly curve: readonly Point[];
  /** Predicted value and residual (true minus predicted) of each point. */
  readonly residuals: readonly Point[];
  readonly rmse: number;
  readonly r2: number;
  /** By predictions, the low, the middle and the high third: where they lie, their residuals' mean and size. */
  readonly thirds: readonly {
    readonly from: number;
    readonly to: number;
    readonly mean: number;
    readonly size: number;
  }[];
}

/** Fits a model and looks at what it leaves, in units of y or in per cent of the prediction. */
export function fit(
  name: string,
  points: readonly Point[],
  ends: readonly [number, number],
  relative = false,
): Fit {
  const model = (models[name] ?? models["a line"]!)();
  model.fit(
    points.map(([x]) => [x]),
    points.map(([, y]) => y),
  );
  const xs = Array.from({ length: 121 }, (_, i) => ends[0] + ((ends[1] - ends[0]) * i) / 120);
  const all = model.predict([...points.map(([x]) => [x]), ...xs.map((x) => [x])]).data();
  const squares = sum(points.map(([, y], i) => (y - all[i]!) ** 2));
  const residuals = points.map(([, y], i): Point => {
    const predicted = all[i]!;
    const scale = relative ? 100 / Math.max(1, Math.abs(predicted)) : 1;
    return [predicted, scale * (y - predicted)];
  });
  const middle = sum(points.map(([, y]) => y)) / points.length;
  return {
    curve: xs.map((x, i): Point => [x, all[points.length + i]!]),
    residuals,
    rmse: Math.sqrt(squares / points.length),
    r2: 1 - squares / sum(points.map(([, y]) => (y - middle) ** 2)),
    thirds: thirdsOf(residuals),
  };
}

function thirdsOf(residuals: readonly Point[]): Fit["thirds"] {
  const sorted = [...residuals].sort((a, b) => a[0] - b[0]);
  return [0, 1, 2].map((third) => {
    const part = sorted.slice(
      Math.round((third * sorted.length) / 3),
      Math.round(((third + 1) * sorted.length) / 3),
    );
    const mean = sum(part.map(([, r]) => r)) / part.length;
    const size = Math.sqrt(sum(part.map(([, r]) => (r - mean) ** 2)) / part.length);
    return { from: part[0]![0], to: part.at(-1)![0], mean, size };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
