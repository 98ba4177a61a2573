import { WINE_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = {
  alcohol: "number",
  malic_acid: "number",
  ash: "number",
  alcalinity_of_ash: "number",
  magnesium: "number",
  total_phenols: "number",
  flavanoids: "number",
  nonflavanoid_phenols: "number",
  proanthocyanins: "number",
  color_intensity: "number",
  hue: "number",
  od280_od315_of_diluted_wines: "number",
  proline: "number",
  cultivar: "string",
} as const;

/** The schema of `loadWine`. */
export type WineSchema = TypesOf<typeof TYPES>;

/**
 * 178 Italian wines from three cultivars (`"0"`, `"1"`, `"2"`): thirteen chemical measurements.
 *
 * @see Forina et al. (1988), UCI Machine Learning Repository (CC BY 4.0); scikit-learn's `load_wine`.
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const wines = await loadWine();
 * wines.shape; // → [178, 14]
 * ```
 */
export function loadWine(): Promise<DataFrame<WineSchema>> {
  return readDataSet(WINE_URL, TYPES);
}
