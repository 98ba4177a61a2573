import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../../..", import.meta.url));
const kernels = new URL("../index.ts", import.meta.url).href;

/** What a program prints that uses the kernels, in a process that wishes for `nThreads`. */
async function output(nThreads: string, program: string, build = ""): Promise<string> {
  const source = `
    import { heap, setKernelBuild, threadStats } from ${JSON.stringify(kernels)};
    function multiply(n) {
      const memory = heap();
      memory.begin();
      const [a, b, c, offsets] = [4 * n * n, 4 * n * n, 4 * n * n, 8].map((bytes) =>
        memory.pointer(memory.allocate(bytes, "test")));
      memory.u8.fill(0, offsets, offsets + 8);
      const scratch = memory.scratch(memory.kernels.gemmScratchBytes(false, 1, n, n, n), "test");
      memory.kernels.gemm(false, 1, offsets, n, n, n, a, n, 1, b, n, 1, c, scratch, false, 0, false);
    }
    ${program}`;
  const flags = ["--import", "tsx", "--conditions=gradus-source", "--input-type=module"];
  const env = { ...process.env, GRADUS_NUM_THREADS: nThreads, GRADUS_KERNELS: build };
  const options = { cwd: root, env, timeout: 60_000 };
  return (await run(process.execPath, [...flags, "-e", source], options)).stdout.trim();
}

test("helpers at rest do not keep a program running", async () => {
  const program = `
    for (let i = 0; i < 500 && threadStats().nHelpers < 2; i++) {
      multiply(200);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    console.log(threadStats().nThreads, threadStats().nHelpers);`;
  expect(await output("3", program)).toBe("3 2");
});

test("with one thread no helper is started", async () => {
  const program = `
    for (let i = 0; i < 20; i++) multiply(200);
    await new Promise((resolve) => setTimeout(resolve, 200));
    console.log(threadStats().nThreads, threadStats().nHelpers);`;
  expect(await output("1", program)).toBe("1 0");
});

test("a number of threads in the environment that makes no sense is refused", async () => {
  const program = `try { threadStats(); } catch (error) { console.log(String(error)); }`;
  expect(await output("many", program)).toBe(
    "ParameterError: GRADUS_NUM_THREADS must be an integer from 1 to 16, got NaN",
  );
});

test("the build of the kernels can be chosen before the first tensor, and not afterwards", async () => {
  const program = `
    setKernelBuild("simd");
    console.log(heap().build);
    setKernelBuild("simd");
    setKernelBuild("fastest");
    try { setKernelBuild("quick"); } catch (error) { console.log(String(error)); }`;
  expect(await output("1", program)).toBe(
    'simd\nParameterError: setKernelBuild: build must be "simd" or "fastest", got "quick"',
  );
  expect(await output("1", "console.log(heap().build);", "simd")).toBe("simd");
  const refused = "try { heap(); } catch (error) { console.log(String(error)); }";
  expect(await output("1", refused, "slow")).toBe(
    'ParameterError: GRADUS_KERNELS must be "simd" or "fastest", got "slow"',
  );
});
