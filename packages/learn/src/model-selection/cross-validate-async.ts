import { checkBoolean } from "@gradus/core";
import { estimatorFromJSON } from "../base/from-json";
import { warnOfLeakage } from "../base/leakage";
import type { Predictor } from "../metrics/scorer";
import {
  type CrossValidateOptions,
  type CrossValidateResult,
  crossValidateResult,
  scorersOf,
} from "./cross-validate";
import { foldsOfRows } from "./folding";
import type { WorkerOptions } from "./parallel/options";
import { withTrials } from "./parallel/trials";
import type { Splittable } from "./rows";

/**
 * What `crossValidate` does, with the folds shared between worker threads: the same scores to the last bit, and this
 * thread stays free. Worth it where a fit takes longer than the tenth of a second that a worker needs to start.
 *
 * @param estimator not changed: copies are fitted
 * @param options those of `crossValidate`, how many workers, or a pool of them; and a signal that ends the work
 * @throws ParameterError for an estimator or a scoring that cannot travel to a worker (a function, a class of your
 *   own); WorkerError if a worker does not start or ends; the reason of the signal once it aborts; and as
 *   `crossValidate`.
 * @example
 * ```ts
 * const X = Array.from({ length: 20 }, (_, i) => [i, i % 3]);
 * const y = X.map(([a, b]) => 2 * a! - b!);
 * const { testScore } = await crossValidateAsync(new Ridge(), X, y, { cv: 4, workers: 1 });
 * testScore.length; // → 4
 * ```
 */
export async function crossValidateAsync<E extends Predictor>(
  estimator: E,
  X: Splittable,
  y: Splittable,
  { workers, signal, ...options }: CrossValidateOptions & WorkerOptions = {},
): Promise<CrossValidateResult<E>> {
  const where = "crossValidateAsync";
  checkBoolean(where, "returnTrainScore", options.returnTrainScore ?? false);
  warnOfLeakage(where, X);
  const folds = foldsOfRows(where, estimator, [X, y], options);
  scorersOf(options.scoring);
  const { onProgress } = options;
  const label = "Cross-validation";
  const call = { ...options, rows: [X, y] } as const;
  const [runs] = await withTrials(where, call, { workers, signal }, (trials) =>
    trials.run({ estimators: [estimator], folds, onProgress, label }),
  );
  const estimators = options.returnEstimator
    ? runs!.map((run) => estimatorFromJSON(run.estimator!) as unknown as E)
    : undefined;
  return crossValidateResult(runs!, options, estimators);
}
