import { ELECTRICITY_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = { year: "integer", source: "string", net_generation: "integer" } as const;

/** The schema of `loadElectricity`. */
export type ElectricitySchema = TypesOf<typeof TYPES>;

/**
 * Where Iowa's electricity came from, 2001 to 2017: net generation from fossil fuels, nuclear energy and
 * renewables, in thousand megawatt hours a year.
 *
 * @see United States Energy Information Administration (public domain); from vega-datasets.
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const power = await loadElectricity();
 * power.filter((row) => row.source === "Renewables").column("net_generation").max(); // → 21933
 * ```
 */
export function loadElectricity(): Promise<DataFrame<ElectricitySchema>> {
  return readDataSet(ELECTRICITY_URL, TYPES);
}
