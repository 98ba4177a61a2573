import { col, type DataFrame } from "@gradus/data";

export type Parcels = DataFrame<{ parcel: "integer"; size: "string" }>;

const SIZE = /([\d.]+)\s*[x×]\s*([\d.]+)\s*[x×]\s*([\d.]+)/i;

/** The parcels with the numbers `length`, `width` and `height` in cm, and `litres`. */
export function withSizes(parcels: Parcels): DataFrame {
  const { str } = parcels.column("size");
  return parcels
    .assign({
      length: str.extract(SIZE, 1),
      width: str.extract(SIZE, 2),
      height: str.extract(SIZE, 3),
    })
    .astype({ length: "number", width: "number", height: "number" })
    .assign({ litres: col("length").mul(col("width")).mul(col("height")).div(1000) });
}
