import { col, type DataFrame, when } from "@gradus/data";

export type Parcels = DataFrame<{ parcel: "integer"; grams: "number" }>;

/** The parcels with their `postage` in euros, missing where the weight is. */
export function withPostage(parcels: Parcels): DataFrame {
  const isLight = col("grams").le(50);
  return parcels.assign({ postage: when(isLight, 0.95).otherwise(1.6) });
}
