import { GradusError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { compileRelaxed } from "./compile-relaxed";
import { lowerRelaxed } from "./lower-relaxed";

const section = (id: number, bytes: readonly number[]) => [id, bytes.length, ...bytes];
const [f32, f64, v128] = [0x7d, 0x7c, 0x7b];
const [multiplyAdd32, multiplyAdd64, negativeMultiplyAdd] = [0x85, 0x87, 0x86];

/** A module whose function `f` gives a·b + c of three numbers, by the given instruction of relaxed SIMD. */
function moduleOf(instruction: number, number = f32): Uint8Array<ArrayBuffer> {
  const [splat, lane] = number === f32 ? [0x13, 0x1f] : [0x14, 0x21];
  const splatOf = (local: number) => [0x20, local, 0xfd, splat];
  const body = [
    // Two groups of locals of its own, which a fourth place goes behind.
    ...[2, 1, 0x7f, 2, v128],
    // A constant and a jump table, with operands of many bytes.
    ...[0xfd, 0x0c, ...Array.from({ length: 16 }, (_, i) => 0xf0 + i), 0x21, 4],
    ...[0x02, 0x40, 0x41, 0x80, 0x80, 0x04, 0x0e, 1, 0, 0, 0x0b],
    ...[0, 1, 2].flatMap(splatOf),
    ...[0xfd, instruction, 0x02],
    ...[0xfd, lane, 0, 0x0b],
  ];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 3, number, number, number, 1, number]),
    ...section(3, [2, 0, 0]),
    ...section(7, [1, 1, 0x66, 0, 1]),
    ...section(10, [2, 4, 0, 0x20, 2, 0x0b, body.length, ...body]),
  ]);
}

/** What the module's function makes of three numbers. */
function run(module: WebAssembly.Module, ...numbers: number[]): number {
  const { f } = new WebAssembly.Instance(module).exports as Record<
    string,
    (...x: number[]) => number
  >;
  return f!(...numbers);
}

describe("lowerRelaxed", () => {
  // (1 + ε)² = 1 + 2ε + ε²: the last term is lost when the product is rounded.
  test.each([
    ["float32", multiplyAdd32, f32, 2 ** -23],
    ["float64", multiplyAdd64, f64, 2 ** -52],
  ])(
    "a product and a sum of %s are rounded one after the other",
    (_name, instruction, number, eps) => {
      const binary = moduleOf(instruction, number);
      const plain = new WebAssembly.Module(lowerRelaxed(binary));
      const args = [1 + eps, 1 + eps, -(1 + 2 * eps)];
      expect(run(plain, ...args)).toBe(0);
      expect(run(plain, 3, 5, 7)).toBe(22);
      const fused = compileRelaxed(binary);
      // A processor may have no fused multiply-add: relaxed means either.
      if (fused) expect([0, eps * eps]).toContain(run(fused, ...args));
    },
  );

  test("what has no fused multiply-add stays as it is", () => {
    const lowered = lowerRelaxed(moduleOf(multiplyAdd32));
    expect(lowerRelaxed(lowered)).toEqual(lowered);
  });

  test("an instruction that is not known here is named with its place", () => {
    const binary = moduleOf(negativeMultiplyAdd);
    const place = binary.lastIndexOf(negativeMultiplyAdd) - 1;
    expect(() => lowerRelaxed(binary)).toThrow(
      new GradusError(`kernels: there is an unknown instruction at byte ${place} of the module`),
    );
  });

  test("so is a kind of type", () => {
    const binary = moduleOf(multiplyAdd32);
    binary[11] = 0x5f;
    expect(() => lowerRelaxed(binary)).toThrow(
      "kernels: there is an unknown type at byte 11 of the module",
    );
  });
});
