import type { DataFrame } from "@gradus/data";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"];

export type Sheet = DataFrame<
  { item: "string" } & Record<"Jan" | "Feb" | "Mar" | "Apr" | "May" | "Jun", "number">
>;

/** One row for each item and month with a number: `item`, `month` from 1 to 6, and `sold`. */
export function longSales(sheet: Sheet): DataFrame {
  return sheet
    .melt({ ids: ["item"], values: ["Jan"] })
    .filter((row) => MONTHS.includes(row.variable ?? ""));
}
