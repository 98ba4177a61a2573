import { readFileSync } from "node:fs";
import {
  LogisticRegression,
  makePipeline,
  mutualInfoClassif,
  type Pipeline,
  TfidfVectorizer,
} from "@gradus/learn";
import type { Workload } from "../../workload";
import { meanAbsolute, type Task } from "../serve";
import { load } from "./load";

export function textClassifier({ arrays, settings }: Workload): Task {
  const lines = readFileSync(arrays.texts!.path, "utf8").trimEnd().split("\n").slice(1);
  const labels = lines.map((line) => Number(line.slice(0, line.indexOf(" "))));
  const texts = lines.map((line) => line.slice(line.indexOf(" ") + 1));
  let model: Pipeline<LogisticRegression>;
  return {
    repetition: () => {
      const last = new LogisticRegression({ maxIter: settings.maxIter!, tol: settings.tol! });
      model = makePipeline(new TfidfVectorizer(), last).fit(texts, labels);
    },
    score: () => model.score(texts, labels),
  };
}

export function mutualInfo({ arrays, settings }: Workload): Task {
  const [X, y] = [load(arrays.X!).astype("float64"), load(arrays.y!)];
  let found: Float64Array;
  return {
    repetition: () => {
      found = mutualInfoClassif(X, y, { seed: settings.seed! });
    },
    score: () => meanAbsolute(found),
  };
}
