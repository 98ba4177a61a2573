import { loadBreastCancer, loadDiabetes, loadDigits, loadIris, loadWine } from "@gradus/data";
import { type Tensor, tensor } from "@gradus/tensor";
import type { Label } from "../base/labels";
import { StandardScaler } from "../preprocessing/standard-scaler";

/** Tables that both packages/data and scikit-learn have, in scikit-learn's order of rows and columns. */
export type TableName = "breast cancer" | "diabetes" | "digits" | "iris" | "wine";

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

/**
 * Features and labels of a table; of diabetes, the targets.
 *
 * @param standardized takes out each feature's mean and divides it by its standard deviation
 */
export async function tableByName(
  name: TableName,
  { standardized = false } = {},
): Promise<{ readonly X: Tensor; readonly y: readonly Label[] }> {
  const { X, y } = await readers[name]();
  const scaled = standardized ? new StandardScaler().fitTransform(X) : X;
  return { X: scaled, y };
}

type Table = { readonly X: Tensor; readonly y: readonly Label[] };

const readers: Readonly<Record<TableName, () => Promise<Table>>> = {
  "breast cancer": async () => {
    const table = await loadBreastCancer();
    const names = [
      ...MEASURES.map((name) => `mean_${name}` as const),
      ...MEASURES.map((name) => `${name}_error` as const),
      ...MEASURES.map((name) => `worst_${name}` as const),
    ];
    const y = table.column("diagnosis").toArray() as string[];
    // scikit-learn has 0 for malignant and 1 for benign.
    return { X: table.select(...names).toTensor(), y: y.map((d) => (d === "benign" ? 1 : 0)) };
  },
  diabetes: async () => {
    const table = await loadDiabetes();
    const y = table.column("progression").toArray() as number[];
    return { X: table.drop("progression").toTensor(), y };
  },
  digits: async () => {
    const { images, labels } = await loadDigits();
    return { X: images.reshape([images.shape[0]!, 64]), y: [...labels.data()] };
  },
  iris: async () => {
    const table = await loadIris();
    return {
      X: table.drop("species").toTensor(),
      y: table.column("species").toArray() as string[],
    };
  },
  wine: async () => {
    const table = await loadWine();
    const y = table.column("cultivar").toArray() as string[];
    return { X: table.drop("cultivar").toTensor(), y: y.map(Number) };
  },
};

/** Seeded features and labels that a fixture brings along, or a table by its name. */
export async function tableOfCase(fixture: {
  readonly table: TableName | null;
  readonly standardized?: boolean;
  readonly X?: readonly (readonly number[])[] | null;
  readonly y?: readonly Label[] | null;
}): Promise<{ readonly X: Tensor; readonly y: readonly Label[] }> {
  if (fixture.table === null) {
    return { X: tensor(fixture.X!), y: fixture.y! };
  }
  return tableByName(fixture.table, { standardized: fixture.standardized ?? false });
}
