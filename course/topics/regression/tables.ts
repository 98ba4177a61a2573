import type { Point } from "@gradus/course-kit";
import { loadAmes, loadCO2 } from "@gradus/data";

/** One feature and one target, as the figure shows them. */
export interface Table {
  readonly points: readonly Point[];
  readonly x: { readonly label: string; readonly domain: readonly [number, number] };
  readonly y: {
    readonly label: string;
    readonly domain: readonly [number, number];
    readonly unit: string;
  };
}

const ames = await loadAmes();
const homes = ames.filter((house) => house.Sale_Condition === "Normal");

/** Every 20th normal sale: living area in 1,000 ft², price in $1,000. */
export const houses: Table = {
  points: homes
    .filter((_, i) => i % 20 === 0)
    .rows()
    .map((row): Point => [row.Gr_Liv_Area / 1000, row.Sale_Price / 1000]),
  x: { label: "Living area (1,000 ft²)", domain: [0, 4.5] },
  y: { label: "Price ($1,000)", domain: [0, 600], unit: "thousand dollars" },
};

const weeks = (await loadCO2()).dropMissing();

/** Every 17th week above Mauna Loa. */
export const air: Table = {
  points: weeks
    .filter((_, i) => i % 17 === 0)
    .rows()
    .map((row): Point => [yearOf(row.date!) - 1950, row.co2]),
  x: { label: "Years since 1950", domain: [7, 53] },
  y: { label: "CO₂ (parts per million)", domain: [305, 380], unit: "ppm" },
};

/** A date as a number of years. */
export function yearOf(date: Date): number {
  return 1970 + date.getTime() / (365.25 * 24 * 3600 * 1000);
}
