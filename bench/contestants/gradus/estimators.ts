import { LinearRegression, Ridge, r2Score } from "@gradus/learn";
import type { Workload } from "../../workload";
import type { Task } from "../serve";
import { load } from "./load";

export function estimator({ task, arrays }: Workload): Task {
  const [X, y] = [load(arrays.X!), load(arrays.y!)];
  const make = task === "ridge" ? () => new Ridge({ alpha: 1 }) : () => new LinearRegression();
  let model: LinearRegression | Ridge;
  return {
    repetition: () => {
      model = make().fit(X, y);
    },
    score: () => r2Score(y, model.predict(X)),
  };
}
