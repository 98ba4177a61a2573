import { SUNSPOTS_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = { year: "integer", sunspots: "number" } as const;

/** The schema of `loadSunspots`. */
export type SunspotsSchema = TypesOf<typeof TYPES>;

/**
 * The yearly mean of the sunspot number from 1700 to 2008: a cycle of about eleven years.
 *
 * @see National Geophysical Data Center (public domain); from statsmodels.
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const sun = await loadSunspots();
 * sun.column("sunspots").max(); // → 190.2
 * ```
 */
export function loadSunspots(): Promise<DataFrame<SunspotsSchema>> {
  return readDataSet(SUNSPOTS_URL, TYPES);
}
