import { CREDIT_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = {
  status: "string",
  duration: "integer",
  history: "string",
  purpose: "string",
  amount: "integer",
  savings: "string",
  employment: "string",
  installment_rate: "integer",
  personal: "string",
  debtors: "string",
  residence_since: "integer",
  property: "string",
  age: "integer",
  other_plans: "string",
  housing: "string",
  credits: "integer",
  job: "string",
  dependents: "integer",
  telephone: "string",
  foreign_worker: "string",
  risk: "string",
} as const;

/** The schema of `loadCredit`. */
export type CreditSchema = TypesOf<typeof TYPES>;

/**
 * 1,000 credits of a German bank from 1973 to 1975: 20 facts about each, amounts in Deutsche Mark, and `risk`,
 * `"good"` (700) or `"bad"` (300).
 *
 * Some of its codes are documented wrongly, and it holds sex and origin: see datasets/credit.md.
 *
 * @see Hofmann (1994), Statlog (German Credit Data), UCI Machine Learning Repository (CC BY 4.0).
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const credits = await loadCredit();
 * credits.column("amount").median(); // → 2319.5
 * ```
 */
export function loadCredit(): Promise<DataFrame<CreditSchema>> {
  return readDataSet(CREDIT_URL, TYPES);
}
