import { BREAST_CANCER_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet } from "./read-data-set";

const MEASURES = [
  "radius",
  "texture",
  "perimeter",
  "area",
  "smoothness",
  "compactness",
  "concavity",
  "concave_points",
  "symmetry",
  "fractal_dimension",
] as const;

type Measure = (typeof MEASURES)[number];

/** The schema of `loadBreastCancer`: of each measure the mean, the standard error and the worst value. */
export type BreastCancerSchema = {
  [K in `mean_${Measure}` | `${Measure}_error` | `worst_${Measure}`]: "number";
} & { diagnosis: "string" };

/**
 * 569 fine-needle aspirates of breast masses: 30 measurements of the cells' nuclei, and `diagnosis`,
 * `"malignant"` (212) or `"benign"` (357).
 *
 * @see Wolberg, Mangasarian, Street and Street (1993), UCI Machine Learning Repository (CC BY 4.0);
 *   scikit-learn's `load_breast_cancer`.
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const masses = await loadBreastCancer();
 * masses.filter((mass) => mass.diagnosis === "malignant").nRows; // → 212
 * ```
 */
export function loadBreastCancer(): Promise<DataFrame<BreastCancerSchema>> {
  const numbers = MEASURES.flatMap((name) => [`mean_${name}`, `${name}_error`, `worst_${name}`]);
  const types = Object.fromEntries(numbers.map((name) => [name, "number"]));
  return readDataSet(BREAST_CANCER_URL, { ...types, diagnosis: "string" } as BreastCancerSchema);
}
