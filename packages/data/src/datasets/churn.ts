import { CHURN_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = {
  customer_id: "string",
  gender: "string",
  senior_citizen: "integer",
  partner: "string",
  dependents: "string",
  tenure: "integer",
  phone_service: "string",
  multiple_lines: "string",
  internet_service: "string",
  online_security: "string",
  online_backup: "string",
  device_protection: "string",
  tech_support: "string",
  streaming_tv: "string",
  streaming_movies: "string",
  contract: "string",
  paperless_billing: "string",
  payment_method: "string",
  monthly_charges: "number",
  total_charges: "number",
  churn: "string",
} as const;

/** The schema of `loadChurn`. */
export type ChurnSchema = TypesOf<typeof TYPES>;

/**
 * 7,043 customers of an invented telephone company: contract, services, charges in US dollars, and whether
 * they left last month (`churn`, `"Yes"` or `"No"`).
 *
 * @see IBM's sample "Telco customer churn" (Apache-2.0).
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const customers = await loadChurn();
 * customers.filter((customer) => customer.churn === "Yes").nRows; // → 1869
 * ```
 */
export function loadChurn(): Promise<DataFrame<ChurnSchema>> {
  return readDataSet(CHURN_URL, TYPES);
}
