import type { Point } from "@gradus/course-kit";

// Warmest hour of days of 2012 in Seattle, of loadWeather, for the figures; a test compares them with the table.

/** Every 26th day from the 8th on, with its temperature in °C. */
export const learned: readonly Point[] = [
  [8, 10],
  [34, 14.4],
  [60, 5],
  [86, 12.8],
  [112, 20],
  [138, 17.8],
  [164, 18.3],
  [190, 28.3],
  [216, 27.2],
  [242, 22.8],
  [268, 21.1],
  [294, 11.1],
  [320, 9.4],
  [346, 7.8],
];

/** The days halfway between. */
export const keptApart: readonly Point[] = [
  [21, 8.3],
  [47, 7.2],
  [73, 5.6],
  [99, 21.1],
  [125, 12.2],
  [151, 18.9],
  [177, 19.4],
  [203, 23.9],
  [229, 34.4],
  [255, 20],
  [281, 23.9],
  [307, 15],
  [333, 9.4],
];

/** The days of `learned` on a scale from −1 to 1. */
export const scaledDay = (day: number): number => (day - 177) / 169;
