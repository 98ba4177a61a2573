import { ParameterError, ValueError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { linePlot } from "../charts/line-plot";
import { load, MissingPackageError } from "./png";

/** Width and height, as the head of a PNG file has them. */
function size(bytes: Uint8Array): readonly [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe("toPNG", () => {
  const chart = linePlot({ y: [1, 3, 2], title: "Title" });

  test("has scale pixels for each of the picture's", async () => {
    const bytes = await chart.toPNG({ width: 300, height: 200, scale: 1.5 });
    expect([...bytes.slice(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
    expect(size(bytes)).toEqual([450, 300]);
    expect(size(await chart.toPNG({ width: 300 }))).toEqual([600, 480]);
  });

  test("writes words: without them the file is smaller", async () => {
    const bare = await linePlot({ y: [1, 3, 2] }).toPNG({ scale: 1 });
    const titled = await linePlot({ y: [1, 3, 2], title: "Ωμέγα ∑ ≤ ½".repeat(4) }).toPNG({
      scale: 1,
    });
    expect(titled.length).toBeGreaterThan(bare.length + 400);
  });

  test("names the package that is missing", () => {
    expect(() =>
      load(() => {
        throw new Error("Cannot find module");
      }),
    ).toThrow(MissingPackageError);
    expect(() => load(() => JSON.parse("?"))).toThrow("@resvg/resvg-js 2.6.2");
  });

  test("refuses a scale that cannot be, and a canvas without a page", async () => {
    await expect(chart.toPNG({ scale: 0 })).rejects.toThrow(ParameterError);
    await expect(chart.toCanvas({ scale: 0 })).rejects.toThrow(ParameterError);
    await expect(chart.toCanvas()).rejects.toThrow(ValueError);
  });
});
