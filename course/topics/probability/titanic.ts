// The people on board the Titanic as counts, for the figure; a test compares them with `loadTitanic`.

/** One kind of people and how many there were. */
export interface Kind {
  readonly class: string;
  readonly sex: string;
  readonly age: string;
  readonly survived: string;
  readonly count: number;
}

/** What one can ask of a person. */
export const questions = ["class", "sex", "age", "survived"] as const;
export type Question = (typeof questions)[number];

/** The answers to each question, in the order in which they are shown. */
export const answers: Readonly<Record<Question, readonly string[]>> = {
  class: ["1st", "2nd", "3rd", "crew"],
  sex: ["female", "male"],
  age: ["child", "adult"],
  survived: ["survived", "died"],
};

/** class, sex and age: how many survived, how many did not. */
const published: readonly (readonly [string, string, string, yes: number, no: number])[] = [
  ["1st", "female", "child", 1, 0],
  ["1st", "female", "adult", 140, 4],
  ["1st", "male", "child", 5, 0],
  ["1st", "male", "adult", 57, 118],
  ["2nd", "female", "child", 13, 0],
  ["2nd", "female", "adult", 80, 13],
  ["2nd", "male", "child", 11, 0],
  ["2nd", "male", "adult", 14, 154],
  ["3rd", "female", "child", 14, 17],
  ["3rd", "female", "adult", 76, 89],
  ["3rd", "male", "child", 13, 35],
  ["3rd", "male", "adult", 75, 387],
  ["crew", "female", "adult", 20, 3],
  ["crew", "male", "adult", 192, 670],
];

export const kinds: readonly Kind[] = published.flatMap(([group, sex, age, yes, no]) =>
  [
    { survived: "survived", count: yes },
    { survived: "died", count: no },
  ].map((fate) => ({ class: group, sex, age, ...fate })),
);

/** A contingency table: counts[i][j] of rows[i] and columns[j], with its sums. */
export interface ContingencyTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly counts: readonly (readonly number[])[];
  readonly rowSums: readonly number[];
  readonly columnSums: readonly number[];
  readonly total: number;
}

/** The table of two questions among the kinds that are given. */
export function tableOf(
  among: readonly Kind[],
  down: Question,
  across: Question,
): ContingencyTable {
  const [rows, columns] = [answers[down], answers[across]];
  const counts = rows.map((row) =>
    columns.map((column) =>
      sum(
        among
          .filter((kind) => kind[down] === row && kind[across] === column)
          .map(({ count }) => count),
      ),
    ),
  );
  const rowSums = counts.map(sum);
  const columnSums = columns.map((_, j) => sum(counts.map((row) => row[j]!)));
  return { rows, columns, counts, rowSums, columnSums, total: sum(rowSums) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
