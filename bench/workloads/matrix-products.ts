import type { Maker } from "../catalogue";
import { normalArray } from "../data";

const subject = "Matrix products, float32";

/** Relaxed SIMD, which Node has from 22 on, multiplies and adds in one step: OpenBLAS is then nearer. */
const goals = {
  numpy: (node: string) => 1 / (Number.parseInt(node.slice(1), 10) >= 22 ? 0.5 : 0.33),
  tfjs: 0.5,
  "jax-js": 1,
};

const peers = ["tfjs", "jax-js", "numpy", "pytorch"] as const;

/** A·B, Aᵀ·B and A·Bᵀ: square matrices of size n, the transposed one stored as it is before the transpose. */
function product(layout: "A·B" | "Aᵀ·B" | "A·Bᵀ", n: number): Maker {
  return {
    name: `matmul ${layout} ${n}`,
    subject,
    goals,
    make: () => ({
      task: "matmul",
      settings: { transposeA: Number(layout === "Aᵀ·B"), transposeB: Number(layout === "A·Bᵀ") },
      arrays: {
        A: normalArray("matmul-A", [n, n], 11),
        B: normalArray("matmul-B", [n, n], 12),
      },
      repeat: Math.max(1, Math.round((512 / n) ** 3 * 16)),
      flop: 2 * n ** 3,
      peers,
    }),
  };
}

const batched: Maker = {
  name: "matmul batched 64 × 128×128×128",
  subject,
  goals,
  make: () => ({
    task: "matmul",
    settings: { transposeA: 0, transposeB: 0 },
    arrays: {
      A: normalArray("matmul-A", [64, 128, 128], 13),
      B: normalArray("matmul-B", [64, 128, 128], 14),
    },
    repeat: 16,
    flop: 64 * 2 * 128 ** 3,
    peers,
  }),
};

export const matrixProducts: readonly Maker[] = [
  ...[256, 512, 1024, 2048].map((n) => product("A·B", n)),
  ...[512, 1024].flatMap((n) => [product("Aᵀ·B", n), product("A·Bᵀ", n)]),
  batched,
];
