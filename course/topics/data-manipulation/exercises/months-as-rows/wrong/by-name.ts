import type { DataFrame } from "@gradus/data";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"];

export type Sheet = DataFrame<
  { item: "string" } & Record<"Jan" | "Feb" | "Mar" | "Apr" | "May" | "Jun", "number">
>;

/** One row for each item and month with a number: `item`, `month` from 1 to 6, and `sold`. */
export function longSales(sheet: Sheet): DataFrame {
  return sheet
    .melt({ ids: ["item"], variableName: "name", valueName: "sold" })
    .dropMissing("sold")
    .assign({ month: (row) => MONTHS.indexOf(row.name ?? "") + 1 })
    .sortBy(["item", "name"])
    .select("item", "month", "sold");
}
