import { MACRO_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = {
  year: "integer",
  quarter: "integer",
  real_gdp: "number",
  real_consumption: "number",
  real_investment: "number",
  real_government: "number",
  real_disposable_income: "number",
  cpi: "number",
  m1: "number",
  treasury_bill_rate: "number",
  unemployment: "number",
  population: "number",
  inflation: "number",
  real_interest_rate: "number",
} as const;

/** The schema of `loadMacro`. */
export type MacroSchema = TypesOf<typeof TYPES>;

/**
 * The economy of the United States by quarter, from 1959 to the third quarter of 2009: product, consumption,
 * prices, money, interest, unemployment. datasets/macro.md has the units.
 *
 * @see Federal Reserve Bank of St. Louis (public domain); statsmodels' `macrodata`.
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const economy = await loadMacro();
 * economy.column("unemployment").max(); // → 10.7
 * ```
 */
export function loadMacro(): Promise<DataFrame<MacroSchema>> {
  return readDataSet(MACRO_URL, TYPES);
}
