import { describe, expect, test } from "vitest";
import { formatSlider, fromTrack, toTrack, trackOf } from "./slider";

const base = { kind: "slider" as const, label: "", min: 0, max: 2, step: 0.05, value: 1 };
const log = { ...base, min: 0.001, max: 10, scale: "log" as const };

describe("sliders", () => {
  test("a linear one slides over its values", () => {
    expect(trackOf(base)).toEqual({ min: 0, max: 2, step: 0.05 });
    expect(fromTrack(base, toTrack(base, 1.5))).toBe(1.5);
    expect(formatSlider(base, 1)).toBe("1.00");
    expect(formatSlider({ ...base, step: 1 }, -1234)).toBe("−1,234");
  });

  test("a logarithmic one slides over powers of ten", () => {
    const { min, max } = trackOf(log);
    expect([min, max].map((end) => Math.round(end * 1e9) / 1e9)).toEqual([-3, 1]);
    expect(fromTrack(log, toTrack(log, 0.02))).toBe(0.02);
    expect(formatSlider(log, 0.0123456)).toBe("0.0123");
  });
});
