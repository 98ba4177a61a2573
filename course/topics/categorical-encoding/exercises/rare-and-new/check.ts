import { RandomGenerator } from "@gradus/core";
import { defineCheck, expectThat, misconception } from "@gradus/course-kit";
import type { Encoder } from "./start";

interface Submission {
  oneHotWithOther(values: string[], atLeast: number): Encoder;
}

export default defineCheck(({ oneHotWithOther }: Submission) => {
  const small = ["Sawyer", "Greens", "Edwards", "Sawyer", "Edwards", "Sawyer", "Blueste"];
  compare(oneHotWithOther, small, 2);
  compare(oneHotWithOther, small, 3);
  compare(oneHotWithOther, small, 1);
  for (const seed of [1, 2, 3]) {
    const random = new RandomGenerator(seed);
    const names = ["teal", "red", "gold", "blue", "olive"];
    const values = Array.from({ length: 20 + seed }, () => names[random.integer(0, 5)]!);
    compare(oneHotWithOther, values, 3 + seed);
  }
});

function compare(oneHotWithOther: Submission["oneHotWithOther"], values: string[], least: number) {
  const { columns, encode } = oneHotWithOther([...values], least);
  expectThat(Array.isArray(columns), "`columns` is a list of names.");
  const frequent = (isFrequent: (count: number) => boolean) =>
    [...new Set(values)].filter((name) => isFrequent(values.filter((v) => v === name).length));
  const right = frequent((count) => count >= least);
  const sorted = (names: string[]) => [...names.toSorted(), "other"].join(", ");
  const got = columns.join(", ");
  if (got !== sorted(right)) {
    if (got === sorted(frequent((count) => count > least))) misconception("strictly-more");
    if (got === sorted(frequent(() => true))) misconception("rare-keeps-a-column");
    if (got === [...right, "other"].join(", ")) misconception("order-of-appearance");
  }
  const words = `of ${values.length} values with at least ${least} rows`;
  expectThat(got === sorted(right), `The columns ${words} are ${sorted(right)}. Yours are ${got}.`);
  for (const value of [...new Set(values), "Landmark"]) {
    const own = right.includes(value) ? value : "other";
    const wanted = columns.map((column) => Number(column === own)).join(", ");
    const given = [...encode(value)].join(", ");
    if (value === "Landmark" && /^0(, 0)*$/.test(given)) misconception("new-is-zeros");
    expectThat(
      given === wanted,
      `With the columns ${got}, \`encode("${value}")\` is ${wanted}. Yours is ${given}.`,
    );
  }
}
