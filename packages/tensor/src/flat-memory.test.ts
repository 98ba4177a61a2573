import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const program = `
import { trainLong } from "./packages/tensor/src/testing/train-long.ts";
import { getHeapSpaceStatistics } from "node:v8";
trainLong(100_000, (point) => {
  gc();
  // V8 lets its young generation grow to its limit in any program that runs for long.
  const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
  const resident = process.memoryUsage().rss - young.physical_space_size;
  console.log(JSON.stringify({ ...point, resident }));
});`;

test("100,000 training steps in one synchronous loop leave memory as it was after 1,000", async () => {
  const flags = ["--expose-gc", "--import", "tsx", "--conditions=gradus-source"];
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [...flags, "--input-type=module", "-e", program], {
    cwd: root,
  });
  const [early, late] = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(late.step).toBe(100_000);
  expect(late.loss).toBeLessThan(1e-4);
  expect(late.heapBytes - early.heapBytes).toBeLessThan(2 ** 20);
  expect(late.resident).toBeLessThan(early.resident * 1.1);
}, 120_000);
