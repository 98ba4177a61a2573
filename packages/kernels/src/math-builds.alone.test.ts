import { expect, test } from "vitest";
import { setKernelBuild } from "./build";
import { instantiate, type KernelImports } from "./instantiate";
import { BinaryKernel, DTypeCode, UnaryKernel } from "./op-codes";

const imports: KernelImports = {
  startThreads: () => {},
  threadFailed: () => {
    throw new Error("a thread failed");
  },
};
const COUNT = 4096;

/** Every elementwise function of one build on the same numbers, as bytes. */
function results() {
  const memory = new WebAssembly.Memory({ initial: 64, maximum: 65_536 });
  const { exports, build } = instantiate(memory, imports);
  const x = Math.ceil(exports.heapBase() / 64) * 64;
  const [y, out] = [x + COUNT * 8, x + 2 * COUNT * 8];
  const bytes = () => Buffer.from(memory.buffer.slice(out, out + COUNT * 8)).toString("base64");
  const list: Record<string, string> = {};
  for (const dtype of [DTypeCode.float32, DTypeCode.float64]) {
    const NumberArray = dtype === DTypeCode.float32 ? Float32Array : Float64Array;
    for (const from of [x, y]) {
      const numbers = new NumberArray(memory.buffer, from, COUNT);
      for (let i = 0; i < COUNT; i++) numbers[i] = Math.sin(i * 1.7 + from) * 2 ** ((i % 41) - 20);
    }
    for (const [name, kernel] of Object.entries(UnaryKernel)) {
      exports.unary(kernel, dtype, COUNT, x, out);
      list[`${name} ${dtype}`] = bytes();
    }
    for (const [name, kernel] of Object.entries(BinaryKernel)) {
      exports.binaryRow(kernel, dtype, COUNT, x, 1, y, 1, out);
      list[`${name} ${dtype}`] = bytes();
    }
  }
  return { build, list };
}

// An engine without relaxed SIMD compares the plain build with itself.
test("both builds give the same bits, since elementwise functions use no fused multiply-add", () => {
  const fastest = results();
  setKernelBuild("simd");
  const plain = results();
  expect(plain.build).toBe("simd");
  for (const [name, bytes] of Object.entries(plain.list)) {
    expect(bytes === fastest.list[name], `${name} on ${fastest.build}`).toBe(true);
  }
});
