import { NotFittedError } from "@gradus/core";

/** What `fit` learned. @throws NotFittedError before `fit`. */
export function requireFitted<T>(where: string, fitted: T | undefined): T {
  if (fitted === undefined)
    throw new NotFittedError(`${where}: expected a fitted model, call fit first`);
  return fitted;
}
