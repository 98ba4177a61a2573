import { defineCheck, expectClose } from "@gradus/course-kit";

interface Submission {
  products(a: number, b: number, degree: number): number[];
}

export default defineCheck(({ products }: Submission) => {
  for (const [a, b] of [
    [2, 3],
    [-1.5, 4],
    [0, 5],
  ] as const) {
    for (const degree of [2, 3, 1, 0, 4]) {
      const exponents = upTo(degree);
      const row = (list: readonly (readonly [number, number])[]) =>
        list.map(([i, j]) => a ** i * b ** j);
      const single = Array.from({ length: degree }, (_, k) => [a ** (k + 1), b ** (k + 1)]);
      const each = Array.from({ length: (degree + 1) ** 2 }, (_, k): [number, number] => [
        Math.floor(k / (degree + 1)),
        k % (degree + 1),
      ]);
      expectClose(products(a, b, degree), row(exponents), {
        of: `the row of a = ${a}, b = ${b} for degree ${degree}`,
        mistakes: {
          "b-first": row(exponents.map(([i, j]) => [j, i])),
          "no-one": row(exponents.slice(1)),
          "no-cross-terms": [1, ...single.flat()],
          "degree-of-each": row(each),
        },
      });
    }
  }
});

function upTo(degree: number): [number, number][] {
  return Array.from({ length: degree + 1 }, (_, total) =>
    Array.from({ length: total + 1 }, (_, j): [number, number] => [total - j, j]),
  ).flat();
}
