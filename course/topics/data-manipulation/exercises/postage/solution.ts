import { col, type DataFrame, when } from "@gradus/data";

export type Parcels = DataFrame<{ parcel: "integer"; grams: "number" }>;

/** The parcels with their `postage` in euros, missing where the weight is. */
export function withPostage(parcels: Parcels): DataFrame {
  const grams = col("grams");
  const postage = when(grams.le(50), 0.95)
    .when(grams.le(500), 1.6)
    .when(grams.le(1000), 2.75)
    .when(grams.notMissing(), 6.9)
    .otherwise(null);
  return parcels.assign({ postage });
}
