import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as tensors from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { root } from "../build/paths";
import { compileFolder } from "./compile";
import fixture from "./numpy-and-pytorch.json" with { type: "json" };

// The right-hand column of docs/numpy-and-pytorch.md: every cell compiles, runs, and gives what the Python columns
// gave to reference/numpy_and_pytorch.py.

const table = readFileSync(join(root, "docs/numpy-and-pytorch.md"), "utf8")
  .split("\n")
  .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
  .filter((cells) => cells.length === 4 && /^ `.*` $/.test(cells[3]!))
  .map((cells) => ({
    what: cells[0]!.trim(),
    here: cells[3]!.trim().slice(1, -1).replaceAll("\\|", "|"),
  }));

const names = Object.keys(tensors).filter((name) =>
  table.some(({ here }) => new RegExp(`(?<![.\\w])${name}\\(`).test(here)),
);
const folder = join(root, ".cache/numpy-and-pytorch");
const file = join(folder, "rows.ts");
mkdirSync(folder, { recursive: true });
writeFileSync(
  file,
  `import { ${["arange", "tensor", ...names].filter((name, k, all) => all.indexOf(name) === k).join(", ")}, type Tensor } from "@gradus/tensor";
const A = tensor([[4, 1, 0], [1, 3, 1], [0, 1, 2]]);
const B = tensor([[1, 2, 3], [4, 5, 6]]);
const x = tensor([1.5, -2, 0.5]);
const y = tensor([2, 0.5, -1]);
const T = arange(24).astype("float64").reshape([2, 3, 4]);
const i = tensor(new Int32Array([2, 0]));
void ([A, B, x, y, T, i] satisfies Tensor[]);
export const rows: readonly (() => unknown)[] = [
${table.map(({ here }) => `  () => ${here},`).join("\n")}
];
`,
);

describe("NumPy and PyTorch, name by name", () => {
  test("the fixture is that of the table: reference/numpy_and_pytorch.py writes it", () => {
    expect(fixture.rows.map(({ what, here }) => ({ what, here }))).toEqual(table);
  });

  test("our column compiles", async () => {
    expect((await compileFolder(folder)).problems).toEqual([]);
  });

  test.each(fixture.rows.map((row, at) => ({ ...row, at })))(
    "$what: $here",
    async ({ expected, at }) => {
      const { rows } = (await import(file)) as { rows: readonly (() => unknown)[] };
      const { shape, values } = plain(rows[at]!());
      expect(shape).toEqual(expected.shape);
      values.forEach((value, k) => {
        expect(value).toBeCloseTo(expected.values[k]!, 9);
      });
    },
  );
});

/** Shape and numbers of a tensor, a list, a number or a truth value. */
function plain(value: unknown): { shape: readonly number[]; values: number[] } {
  if (tensors.isTensor(value)) return { shape: value.shape, values: Array.from(value.data()) };
  if (Array.isArray(value)) return { shape: [value.length], values: value.map(Number) };
  return { shape: [], values: [Number(value)] };
}
