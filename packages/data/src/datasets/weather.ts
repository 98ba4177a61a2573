import { WEATHER_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = {
  date: "date",
  precipitation: "number",
  temp_max: "number",
  temp_min: "number",
  wind: "number",
  weather: "string",
} as const;

/** The schema of `loadWeather`. */
export type WeatherSchema = TypesOf<typeof TYPES>;

/**
 * Seattle's weather on each of the 1,461 days from 2012 to 2015: precipitation in millimetres, temperatures in
 * °C, wind in metres a second, and one of five words for the day.
 *
 * @see NOAA National Climatic Data Center (United States government, public domain); from vega-datasets.
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const days = await loadWeather();
 * days.column("weather").unique(); // → ["drizzle", "rain", "sun", "snow", "fog"]
 * ```
 */
export function loadWeather(): Promise<DataFrame<WeatherSchema>> {
  return readDataSet(WEATHER_URL, TYPES);
}
