import { expect, test } from "vitest";
import fixture from "../../fixtures/acceptance-eigen.json" with { type: "json" };
import { allClose, complex, eig, eigh, eye, tensor } from "../index";

/** A complex vector as its real and its imaginary parts. */
type Vector = readonly (readonly [number, number])[];

/** An eigenvalue, and an orthonormal basis of its eigenspace. */
interface Space {
  readonly value: readonly number[];
  readonly count: number;
  readonly real: readonly number[];
  readonly imaginary?: readonly number[];
}

const TOLERANCE = 1e-8;
const cases: readonly {
  readonly n: number;
  readonly symmetric: boolean;
  readonly A: readonly number[];
  readonly spaces: readonly Space[];
}[] = fixture.cases;

/** How far a vector of length 1 stands out of the span of an orthonormal basis. */
function distanceTo(basis: readonly Vector[], v: Vector): number {
  const rest = v.map(([re, im]) => [re, im] as [number, number]);
  for (const b of basis) {
    let [re, im] = [0, 0]; // the inner product of b and v, conjugate in b
    for (const [i, [c, d]] of b.entries()) {
      const [e, f] = v[i]!;
      re += c * e + d * f;
      im += c * f - d * e;
    }
    for (const [i, [c, d]] of b.entries()) {
      rest[i]![0] -= re * c - im * d;
      rest[i]![1] -= re * d + im * c;
    }
  }
  return Math.hypot(...rest.flat());
}

function basisOf({ count, real, imaginary }: Space, n: number): Vector[] {
  return Array.from({ length: count }, (_, k) =>
    Array.from({ length: n }, (_, i) => [real[k * n + i]!, imaginary?.[k * n + i] ?? 0] as const),
  );
}

/** Each of SciPy's eigenvalues as often as there, and eigenvectors of length 1 that lie in SciPy's eigenspace. */
function expectSameSpaces(
  { n, spaces }: (typeof cases)[number],
  values: ReturnType<typeof complex>,
  vectors: ReturnType<typeof complex>,
): void {
  const [re, im] = [values.real.toArray<number[]>(), values.imaginary.toArray<number[]>()];
  const [vRe, vIm] = [vectors.real.toArray<number[][]>(), vectors.imaginary.toArray<number[][]>()];
  for (const space of spaces) {
    const [a, b] = space.value as [number, number];
    const places = re.flatMap((value, i) =>
      Math.hypot(value - a, im[i]! - b) <= TOLERANCE ? [i] : [],
    );
    expect(places).toHaveLength(space.count);
    const found = places.map((k): Vector => vRe.map((row, i) => [row[k]!, vIm[i]![k]!] as const));
    const basis = basisOf(space, n);
    for (const v of found) {
      expect(Math.hypot(...v.flat())).toBeCloseTo(1, 10);
      expect(distanceTo(basis, v)).toBeLessThanOrEqual(TOLERANCE);
    }
  }
}

const repeats = ({ spaces }: (typeof cases)[number]) => spaces.some(({ count }) => count > 1);

test("roadmap FND-007: eigenvalues and eigenvectors of 100 matrices equal SciPy's to 1e-8, 40 with repeated eigenvalues", () => {
  expect(cases).toHaveLength(100);
  for (const symmetric of [true, false]) {
    const some = cases.filter((each) => each.symmetric === symmetric);
    expect(some).toHaveLength(50);
    expect(some.filter(repeats)).toHaveLength(20);
  }
  for (const each of cases) {
    const A = tensor(Float64Array.from(each.A), { shape: [each.n, each.n] });
    const general = eig(A);
    expectSameSpaces(each, general.values, general.vectors);
    if (!each.symmetric) continue;
    const { values, vectors } = eigh(A);
    expectSameSpaces(each, complex(values), complex(vectors));
    // At right angles to each other, so that together they fill each space.
    const products = vectors.transpose().matmul(vectors);
    expect(allClose(products, eye(each.n), { rtol: 0, atol: TOLERANCE })).toBe(true);
  }
});
