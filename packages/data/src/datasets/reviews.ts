import { REVIEWS_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = { text: "string", sentiment: "string" } as const;

/** The schema of `loadReviews`. */
export type ReviewsSchema = TypesOf<typeof TYPES>;

/**
 * 2,000 short film reviews, half of them `"positive"`, half `"negative"`. **Invented**: put together from
 * sentence patterns, since no real reviews with free terms were found; a fifth of the sentences is negated and a
 * fifth disagrees with the verdict. `readIMDB` reads the real IMDB reviews.
 *
 * @roadmap DAT-019
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const reviews = await loadReviews();
 * reviews.column("text").at(0)?.slice(0, 40); // → There is nothing sharp about the plot. I
 * ```
 */
export function loadReviews(): Promise<DataFrame<ReviewsSchema>> {
  return readDataSet(REVIEWS_URL, TYPES);
}
