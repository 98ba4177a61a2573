import { PENGUINS_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = {
  species: "string",
  island: "string",
  bill_length_mm: "number",
  bill_depth_mm: "number",
  flipper_length_mm: "integer",
  body_mass_g: "integer",
  sex: "string",
  year: "integer",
} as const;

/** The schema of `loadPenguins`. */
export type PenguinsSchema = TypesOf<typeof TYPES>;

/**
 * 344 penguins of three species near Palmer Station, Antarctica, with what is missing left missing.
 *
 * @see Horst, Hill and Gorman (2020), palmerpenguins (CC0); Gorman, Williams and Fraser (2014), PLoS ONE 9(3).
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const penguins = await loadPenguins();
 * penguins.column("sex").missingCount; // → 11
 * ```
 */
export function loadPenguins(): Promise<DataFrame<PenguinsSchema>> {
  return readDataSet(PENGUINS_URL, TYPES, [""]);
}
