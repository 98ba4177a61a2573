import { GAPMINDER_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = {
  country: "string",
  year: "integer",
  population: "integer",
  life_expectancy: "number",
  fertility: "number",
} as const;

/** The schema of `loadGapminder`. */
export type GapminderSchema = TypesOf<typeof TYPES>;

/**
 * 62 countries and territories every five years from 1955 to 2005: people, life expectancy at birth in years,
 * children a woman.
 *
 * @see Gapminder Foundation (CC BY 4.0); from vega-datasets.
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const world = await loadGapminder();
 * world.column("country").unique().length; // → 62
 * ```
 */
export function loadGapminder(): Promise<DataFrame<GapminderSchema>> {
  return readDataSet(GAPMINDER_URL, TYPES);
}
