// The training houses of the lesson's cells, by neighborhood; claims.test.ts counts them again.

/** A neighborhood, how many of its houses are known, and their mean price in thousands of dollars. */
export interface Neighborhood {
  readonly name: string;
  readonly count: number;
  readonly mean: number;
}

/** What all training houses cost on average, in thousands of dollars. */
export const OVERALL = 176.2;

export const neighborhoods: readonly Neighborhood[] = (
  [
    ["Green Hills", 2, 280],
    ["Greens", 5, 186.1],
    ["Blueste", 7, 144.3],
    ["Bloomington Heights", 13, 198],
    ["Northpark Villa", 14, 139.6],
    ["Veenker", 16, 250],
    ["Briardale", 18, 107.9],
    ["Stone Brook", 23, 286.6],
    ["Meadow Village", 27, 97.3],
    ["South and West of Iowa State University", 29, 130.4],
    ["Clear Creek", 30, 215.9],
    ["Timberland", 35, 237.6],
    ["Northridge", 55, 331.9],
    ["Iowa DOT and Rail Road", 57, 113.2],
    ["Crawford", 67, 199.5],
    ["Northridge Heights", 72, 306.2],
    ["Brookside", 74, 128.6],
    ["Sawyer West", 80, 190.3],
    ["Mitchell", 83, 164.3],
    ["Northwest Ames", 86, 193.3],
    ["Somerset", 90, 224.8],
    ["Sawyer", 100, 135.9],
    ["Gilbert", 101, 189.4],
    ["Edwards", 118, 133.7],
    ["Old Town", 154, 127],
    ["College Creek", 168, 196.5],
    ["North Ames", 285, 145.8],
  ] as const
).map(([name, count, mean]) => ({ name, count, mean }));

/** The mean of `count` rows, drawn to the overall mean as by m more. */
export function shrunk(count: number, mean: number, m: number): number {
  return count + m === 0 ? OVERALL : (count * mean + m * OVERALL) / (count + m);
}
