import { RATINGS_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = { user: "integer", film: "integer", genre: "string", rating: "number" } as const;

/** The schema of `loadRatings`. */
export type RatingsSchema = TypesOf<typeof TYPES>;

/**
 * 17,827 ratings, from 0.5 to 5 stars, that 600 users gave to 300 films. **Invented**: drawn from a model with
 * three hidden factors, since no real ratings with free terms were found; datasets/ratings.md has the model.
 *
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const ratings = await loadRatings();
 * ratings.column("rating").mean().toFixed(2); // → 3.63
 * ```
 */
export function loadRatings(): Promise<DataFrame<RatingsSchema>> {
  return readDataSet(RATINGS_URL, TYPES);
}
