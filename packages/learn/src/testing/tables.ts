import { type DataFrame, loadBreastCancer, loadDiabetes, loadIris, loadWine } from "@gradus/data";

/** What the loaders of packages/data give, by the names that fixtures call them. */
const LOADERS: Readonly<Record<string, () => Promise<DataFrame>>> = {
  iris: async () => (await loadIris()).drop("species"),
  wine: async () => (await loadWine()).drop("cultivar"),
  "breast cancer": async () => {
    const table = await loadBreastCancer();
    return table.select(...table.columns.slice(0, 10));
  },
  diabetes: async () => (await loadDiabetes({ scaled: false })).drop("progression"),
};

/** The features of a case: its own, where null is a missing value, or those of a table of packages/data. */
export async function featuresOf(fixture: {
  readonly table: string | null;
  readonly X: readonly (readonly (number | null)[])[] | null;
  /** So many of the first columns. Default all. */
  readonly columns?: number;
}): Promise<number[][]> {
  if (fixture.table === null)
    return fixture.X!.map((row) => row.map((value) => value ?? Number.NaN));
  const rows = (await LOADERS[fixture.table]!()).toTensor().toArray() as number[][];
  return rows.map((row) => row.slice(0, fixture.columns));
}

/** Every so many-th row, as the fixtures hold them. */
export function everyRow<T>(rows: readonly T[], every: number): T[] {
  return rows.filter((_, i) => i % every === 0);
}
