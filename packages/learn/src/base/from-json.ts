import { ValueError } from "@gradus/core";
import * as learn from "../index";
import type { BaseEstimator, EstimatorClass } from "./base-estimator";
import type { Estimator } from "./estimator";
import { type EstimatorJSON, isEstimatorJSON } from "./json";

type AnyEstimator = BaseEstimator<object, object>;
type AnyClass = EstimatorClass<AnyEstimator> & Pick<typeof BaseEstimator, "fromJSON">;

/**
 * The estimator that `toJSON` wrote, of whichever class it is.
 *
 * @param json what `toJSON` gave, or the same after `JSON.stringify` and `JSON.parse`
 * @param own classes that are not of this package, for estimators of your own
 * @throws ValueError if it is no estimator's JSON, is of a class that is not known, or is damaged.
 * @example
 * ```ts
 * const text = JSON.stringify(new Ridge({ alpha: 2 }).fit([[0], [1]], [1, 2]));
 * const model = estimatorFromJSON(JSON.parse(text)) as Ridge;
 * model.alpha; // → 2
 * ```
 */
export function estimatorFromJSON(
  json: EstimatorJSON,
  own: Readonly<Record<string, unknown>> = {},
): Estimator {
  if (!isEstimatorJSON(json)) {
    throw new ValueError(
      "estimatorFromJSON: expected the JSON of an estimator, got something else",
    );
  }
  const known: Readonly<Record<string, unknown>> = { ...learn, ...own };
  const found = known[json.type] as AnyClass | undefined;
  if (typeof found?.fromJSON !== "function") {
    throw new ValueError(
      `estimatorFromJSON: expected an estimator of this version of @gradus/learn, got a ${json.type}`,
    );
  }
  return found.fromJSON(json, (inner) => estimatorFromJSON(inner, own));
}
