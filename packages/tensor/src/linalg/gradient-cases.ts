import type { GradientCase } from "../gradient-case";
import * as library from "../index";
import type { Tensor } from "../tensor";
import { transposed } from "./batches";

const matrices = [[[1, 1]], [[5, 5]], [[2, 3, 3]]];

const squares = [[[1, 1]], [[4, 4]], [[2, 3, 3]]];
const rectangles = [[[4, 2]], [[2, 5]], [[3, 3]], [[2, 4, 3]]];

/** Matrices and right-hand sides, whose batches broadcast. */
const systems = [
  [[3, 3], [3]],
  [
    [2, 1, 3, 3],
    [3, 3, 2],
  ],
  [
    [2, 3, 3],
    [3, 1],
  ],
  [
    [3, 3],
    [3, 2],
  ],
];

const eyeLike = (A: Tensor) => library.eye(A.shape[A.ndim - 1]!);
const regular = (A: Tensor) => A.add(eyeLike(A).mul(4));
const symmetric = (A: Tensor) => A.add(transposed(A));
const definite = (A: Tensor) =>
  library.matmul(A, transposed(A)).add(eyeLike(A).mul(A.shape[A.ndim - 1]!));

const one = (
  f: (x: Tensor) => Tensor,
  shapes: GradientCase["shapes"],
  domain?: (x: Tensor) => Tensor,
): GradientCase => ({ f, shapes, ...(domain && { domain }) });

/** Linear algebra's share of the table in gradients.test.ts. */
export const linalgCases: Record<string, GradientCase | GradientCase[]> = {
  lowerTriangle: one((x) => library.lowerTriangle(x, -1), [[[2, 4]], [[2, 3, 3]]]),
  upperTriangle: one((x) => library.upperTriangle(x, 1), [[[2, 4]], [[2, 3, 3]]]),
  cholesky: one((x) => library.cholesky(definite(x)), matrices),
  choleskySolve: {
    f: (a, b) => library.choleskySolve(definite(a!), b!),
    shapes: systems,
  },
  triangularSolve: [
    [true, false, false],
    [false, false, true],
    [false, true, false],
    [true, true, true],
  ].map(([lower, transpose, unitDiagonal]) => ({
    f: (a: Tensor, b: Tensor) =>
      library.triangularSolve(regular(a), b, {
        lower: lower!,
        transpose: transpose!,
        unitDiagonal: unitDiagonal!,
      }),
    shapes: systems,
  })) as GradientCase[],
  solve: {
    f: (a, b) => library.solve(regular(a!), b!),
    shapes: systems,
  },
  inverse: one((x) => library.inverse(regular(x)), matrices),
  slogdet: one((x) => library.slogdet(regular(x)).logAbsDet, matrices),
  determinant: one((x) => library.determinant(regular(x)), matrices),
  eigh: [
    one((x) => library.eigh(symmetric(x)).values, matrices),
    one((x) => library.eigh(symmetric(x)).vectors.square(), matrices),
    // Whatever the signs of the vectors.
    one((x) => {
      const { values, vectors } = library.eigh(symmetric(x), { upper: true });
      const weights = library.linspace(1, 2, values.shape.at(-1)!);
      return library.matmul(vectors.mul(weights), transposed(vectors.mul(values.unsqueeze(-2))));
    }, matrices),
  ],
  eigvalsh: one((x) => library.eigvalsh(symmetric(x)), matrices),
  svd: [
    one((x) => library.svd(x).S, rectangles),
    one((x) => library.svd(x).U.square(), rectangles),
    one((x) => library.svd(x).Vh.square(), rectangles),
    one((x) => {
      const { U, Vh } = library.svd(x);
      return library.matmul(U.mul(library.linspace(1, 2, U.shape.at(-1)!)), Vh);
    }, rectangles),
    one((x) => library.svd(x, { fullMatrices: true }).S, rectangles),
  ],
  qr: [
    one((x) => library.qr(x).Q, rectangles),
    one((x) => library.qr(x).R, rectangles),
    one((x) => {
      const { Q, R } = library.qr(x);
      return library.matmul(Q.square(), R.sin());
    }, rectangles),
    one((x) => library.qr(x, { mode: "r" }).R, rectangles),
    one((x) => library.qr(x, { mode: "complete" }).Q, [[[2, 4]], [[3, 3]]]),
  ],
  lstsq: {
    f: (a, b) => library.lstsq(a!, b!).solution,
    shapes: [
      [[4, 2], [4]],
      [
        [2, 4],
        [2, 3],
      ],
      [
        [3, 3],
        [3, 1],
      ],
    ],
  },
  lu: [one((x) => library.lu(x).L, squares), one((x) => library.lu(x).U, squares)],
  matrixNorm: (["fro", "nuc", 1, -1, 2, -2, Infinity, -Infinity] as const).map((ord) =>
    one((x) => library.matrixNorm(x, { ord }), rectangles),
  ),
  cond: [
    one((x) => library.cond(x), rectangles),
    one((x) => library.cond(regular(x), { ord: 1 }), squares),
  ],
  matrixPower: [3, -2, 1, 0].map((p) =>
    one((x) => library.matrixPower(regular(x), p).add(x), squares),
  ),
  matrixExp: [
    one((x) => library.matrixExp(x), squares),
    one((x) => library.matrixExp(x.mul(1.5)), squares),
  ],
  kron: {
    f: (a, b) => library.kron(a!, b!),
    shapes: [
      [[2, 3], [2]],
      [
        [2, 2],
        [3, 1],
      ],
    ],
  },
  multiDot: {
    f: (a, b, c) => library.multiDot([a!, b!, c!]),
    shapes: [
      [[2], [2, 3], [3]],
      [
        [2, 3],
        [3, 1],
        [1, 4],
      ],
    ],
  },
  cross: {
    f: (a, b) => library.cross(a!, b!),
    shapes: [
      [[3], [3]],
      [
        [2, 1, 3],
        [4, 3],
      ],
    ],
  },
  tensordot: {
    f: (a, b) =>
      library.tensordot(a!, b!, [
        [0, 2],
        [1, 0],
      ]),
    shapes: [
      [
        [2, 3, 4],
        [4, 2],
      ],
    ],
  },
  inner: {
    f: (a, b) => library.inner(a!, b!),
    shapes: [
      [[3], [3]],
      [
        [2, 3],
        [4, 3],
      ],
    ],
  },
  vander: one((x) => library.vander(x), [[[3]]]),
  randomizedSvd: one(
    (x) => {
      const { U, S, Vh } = library.randomizedSvd(x, 2, { oversampling: 0, powerIterations: 1 });
      return library.matmul(U.mul(S), Vh).add(S.sum());
    },
    [[[4, 3]]],
  ),
  pinv: [one((x) => library.pinv(x), rectangles)],
  svdvals: one((x) => library.svdvals(x), rectangles),
};

/** Names of linear algebra that have no gradient of their own. */
export const linalgOthers = "matrixRank eig eigvals complex fftfreq rfftfreq SparseTensor";
