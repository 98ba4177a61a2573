// By how much the lesson's seven columns miss, in groups of the 1,207 shown houses; claims.test.ts counts them again.

/** Houses alike in one column. */
export interface Group {
  readonly name: string;
  readonly count: number;
  /** Mean miss in per cent of the guess, above 0 if they were sold for more, and its standard error. */
  readonly miss: number;
  readonly error: number;
}

export interface Column {
  readonly groups: readonly Group[];
  /** What the column adds to the cross-validated R², as a number in the order of its groups. */
  readonly gain: number;
}

type Rows = readonly (readonly [name: string, count: number, miss: number, error: number])[];

const column = (gain: number, rows: Rows): Column => ({
  gain,
  groups: rows.map(([name, count, miss, error]) => ({ name, count, miss, error })),
});

export const columns = {
  "Overall condition": column(0.0535, [
    ["very poor", 3, -33.4, 16.2],
    ["poor", 4, -28.3, 11],
    ["fair", 18, -24.6, 3.5],
    ["below average", 46, -20.5, 2.9],
    ["average", 650, -1.6, 0.6],
    ["above average", 242, -0.2, 0.9],
    ["good", 161, 9.4, 0.9],
    ["very good", 69, 17.1, 1.4],
    ["excellent", 14, 28.2, 3.9],
  ]),
  "Last remodelling": column(0.0191, [
    ["1950s", 253, -4, 1.3],
    ["1960s", 121, -4.4, 1.4],
    ["1970s", 142, -7.2, 1.3],
    ["1980s", 78, -0.1, 1.6],
    ["1990s", 225, 3.4, 0.9],
    ["2000s", 387, 5, 0.7],
  ]),
  Fireplaces: column(0.0198, [
    ["none", 594, -4, 0.7],
    ["one", 534, 2.8, 0.6],
    ["two or more", 79, 12.7, 1.9],
  ]),
  "Month of the sale": column(-0.0005, [
    ["January", 45, -0.2, 2.1],
    ["February", 54, 1.9, 2],
    ["March", 91, -3.1, 1.7],
    ["April", 132, -0.4, 1.2],
    ["May", 178, -0.8, 1.2],
    ["June", 221, 0.1, 1],
    ["July", 176, 3.9, 1.3],
    ["August", 96, 0.3, 1.8],
    ["September", 54, 4.7, 2.2],
    ["October", 68, -2.9, 2.2],
    ["November", 46, -7.8, 2.8],
    ["December", 46, -0.1, 2.4],
  ]),
  "Living area (in the model)": column(-0.0003, [
    ["under 1,000 ft²", 198, 3.5, 1.1],
    ["1,000–1,499", 495, -1.4, 0.7],
    ["1,500–1,999", 370, -1.3, 0.9],
    ["2,000 or more", 144, 3.8, 1.6],
  ]),
} as const satisfies Record<string, Column>;
