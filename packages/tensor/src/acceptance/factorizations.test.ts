import { expect, test } from "vitest";
import fixture from "../../fixtures/acceptance-factorizations.json" with { type: "json" };
import { cholesky, lu, matrixNorm, qr, type Tensor, tensor } from "../index";

type Rows = readonly (readonly number[])[];

/** The parts give A back to 1e-12 of its size. */
function expectReconstructed(product: Tensor, A: Tensor): void {
  expect(product.shape).toEqual(A.shape);
  const miss = matrixNorm(product.sub(A)).item() / matrixNorm(A).item();
  expect(miss).toBeLessThanOrEqual(1e-12);
}

/** Equal to SciPy's to 1e-12 of the largest entry, after multiplying column j (or row j) by signs[j]. */
function expectEqual(got: Tensor, expected: Rows, signs?: readonly number[], by = "columns"): void {
  const values = got.toArray<number[][]>();
  expect(got.shape).toEqual([expected.length, expected[0]!.length]);
  const largest = Math.max(...expected.flat().map(Math.abs));
  expected.forEach((row, i) => {
    row.forEach((value, j) => {
      const sign = signs?.[by === "columns" ? j : i] ?? 1;
      expect(Math.abs(sign * values[i]![j]! - value)).toBeLessThanOrEqual(1e-12 * largest);
    });
  });
}

test("roadmap FND-008: LU, QR and Cholesky give 100 matrices back to 1e-12 and equal SciPy's up to sign", () => {
  expect(fixture.cases).toHaveLength(100);
  for (const expected of fixture.cases) {
    const [A, S] = [tensor(expected.A), tensor(expected.S)];

    const { P, L, U } = lu(A);
    expectReconstructed(P.matmul(L).matmul(U), A);
    expectEqual(P, expected.P);
    expectEqual(L, expected.L);
    expectEqual(U, expected.U);

    const { Q, R } = qr(A);
    expectReconstructed(Q.matmul(R), A);
    const columns = Q.transpose().toArray<number[][]>();
    const signs = columns.map((column, j) =>
      Math.sign(column.reduce((sum, q, i) => sum + q * expected.Q[i]![j]!, 0)),
    );
    expectEqual(Q, expected.Q, signs);
    expectEqual(R, expected.R, signs, "rows");

    const C = cholesky(S);
    expectReconstructed(C.matmul(C.transpose()), S);
    expectEqual(C, expected.C); // its diagonal is positive, so no sign is free
  }
});
