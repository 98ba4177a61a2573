import { LinearRegression, makePipeline, PolynomialFeatures, r2Score } from "@gradus/learn";
import type { Tensor } from "@gradus/tensor";
import type { Workload } from "../../workload";
import type { Task } from "../serve";
import { load } from "./load";

export function polynomial({ arrays, settings }: Workload): Task {
  const [X, y] = [load(arrays.X!).astype("float64"), load(arrays.y!).astype("float64")];
  const degree = settings.degree!;
  const make = () => {
    if (degree === 1) return new LinearRegression();
    const features = new PolynomialFeatures({ degree, includeBias: false });
    return makePipeline(features, new LinearRegression());
  };
  let predicted: Tensor;
  return {
    repetition: () => {
      predicted = make().fit(X, y).predict(X);
    },
    score: () => r2Score(y, predicted),
  };
}
