import { DIABETES_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet } from "./read-data-set";

const FEATURES = ["age", "sex", "bmi", "bp", "s1", "s2", "s3", "s4", "s5", "s6"] as const;

const TYPES = {
  age: "number",
  sex: "number",
  bmi: "number",
  bp: "number",
  s1: "number",
  s2: "number",
  s3: "number",
  s4: "number",
  s5: "number",
  s6: "number",
  progression: "number",
} as const;

/** The schema of `loadDiabetes`. */
export type DiabetesSchema = { -readonly [K in keyof typeof TYPES]: (typeof TYPES)[K] };

/** How the diabetes table is loaded. */
export interface DiabetesOptions {
  /**
   * Centre each feature and divide it by its standard deviation and √n, so that its squares add up
   * to 1. scikit-learn does this by default. Default false: the features in their own units.
   */
  readonly scaled?: boolean;
}

/**
 * 442 patients with diabetes: ten baseline measurements and `progression`, a score of how far the
 * disease had come one year later.
 *
 * @see Efron, Hastie, Johnstone and Tibshirani (2004), Annals of Statistics 32(2), 407–499; from
 *   scikit-learn (BSD-3-Clause).
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const patients = await loadDiabetes();
 * patients.column("bmi").mean().toFixed(1); // → 26.4
 * ```
 */
export async function loadDiabetes({
  scaled = false,
}: DiabetesOptions = {}): Promise<DataFrame<DiabetesSchema>> {
  const table: DataFrame<DiabetesSchema> = await readDataSet(DIABETES_URL, TYPES);
  if (!scaled) return table;
  const scaledColumns = FEATURES.map((name) => [name, scale(table.column(name).values)] as const);
  return table.assign(Object.fromEntries(scaledColumns)) as unknown as DataFrame<DiabetesSchema>;
}

/** (x − mean) / (std · √n), with the standard deviation's divisor n. */
function scale(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const norm = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  return values.map((value) => (value - mean) / norm);
}
