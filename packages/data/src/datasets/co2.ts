import { CO2_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = { date: "date", co2: "number" } as const;

/** The schema of `loadCO2`. */
export type CO2Schema = TypesOf<typeof TYPES>;

/**
 * Carbon dioxide in the air above Mauna Loa, Hawaii: a value a week from 29 March 1958 to 29 December 2001, in
 * parts per million by volume; 59 weeks are missing.
 *
 * @see Keeling and Whorf (2004), Scripps Institution of Oceanography; from statsmodels, as public domain.
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const air = await loadCO2();
 * air.column("co2").max(); // → 373.9
 * ```
 */
export function loadCO2(): Promise<DataFrame<CO2Schema>> {
  return readDataSet(CO2_URL, TYPES);
}
