import { IRIS_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = {
  sepal_length: "number",
  sepal_width: "number",
  petal_length: "number",
  petal_width: "number",
  species: "string",
} as const;

/** The schema of `loadIris`. */
export type IrisSchema = TypesOf<typeof TYPES>;

/**
 * 150 irises of three species, 50 each: length and width of sepals and petals in centimetres.
 *
 * @see Fisher (1936), Annals of Eugenics 7(2), 179–188; the values of scikit-learn's `load_iris`.
 * @throws ValueError if the file cannot be read.
 * @roadmap DAT-015
 * @example
 * ```ts
 * const flowers = await loadIris();
 * flowers.column("species").unique(); // → ["setosa", "versicolor", "virginica"]
 * ```
 */
export function loadIris(): Promise<DataFrame<IrisSchema>> {
  return readDataSet(IRIS_URL, TYPES);
}
