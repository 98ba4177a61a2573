import { describe, expect, test } from "vitest";
import { layoutPanel } from "./layout";
import { createScale } from "./scale";
import { formatTick, linearTicks, logTicks } from "./ticks";

describe("ticks", () => {
  test.each([
    [0, 10, 5, [0, 2, 4, 6, 8, 10]],
    [0.5, 2.5, 4, [0.5, 1, 1.5, 2, 2.5]],
    [-0.3, 0.3, 6, [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]],
    [0, 400_000, 4, [0, 100_000, 200_000, 300_000, 400_000]],
  ])("from %d to %d, about %d", (low, high, count, ticks) => {
    expect(linearTicks(low, high, count)).toEqual(ticks);
  });

  test("on a log scale are powers of ten, with their parts where they are few", () => {
    expect(logTicks(0.001, 100)).toEqual([0.001, 0.01, 0.1, 1, 10, 100]);
    expect(logTicks(1, 20)).toEqual([1, 2, 5, 10, 20]);
  });

  test("on a narrow log scale leave powers out", () => {
    expect(logTicks(1e-12, 1, 4)).toEqual([1e-12, 1e-9, 1e-6, 1e-3, 1]);
  });

  test.each([
    [180_000, "180,000"],
    [-0.25, "−0.25"],
    [0, "0"],
    [0.00001, "1e−5"],
  ])("%d reads %s", (value, text) => expect(formatTick(value)).toBe(text));
});

describe("scales", () => {
  test("go there and back", () => {
    const scale = createScale({ label: "", domain: [10, 20] }, [100, 0]);
    expect(scale(10)).toBe(100);
    expect(scale(15)).toBe(50);
    expect(scale.invert(25)).toBeCloseTo(17.5, 12);
  });

  test("measure ratios when they are logarithmic", () => {
    const scale = createScale({ label: "", domain: [0.01, 100], scale: "log" }, [0, 400]);
    expect(scale(1)).toBeCloseTo(200, 12);
    expect(scale.invert(300)).toBeCloseTo(10, 12);
  });
});

describe("a panel's layout", () => {
  const axis = (low: number, high: number) => ({ label: "", domain: [low, high] as const });

  test("equal units make squares square", () => {
    const panel = { title: "", x: axis(0, 10), y: axis(0, 4), marks: [], equalUnits: true };
    const { x, y } = layoutPanel(panel, 500);
    expect(x(1) - x(0)).toBeCloseTo(y(0) - y(1), 9);
    expect(x.domain[0]).toBeLessThanOrEqual(0);
    expect(y.domain[1]).toBeGreaterThanOrEqual(4);
  });

  test("makes room for the longest number on the y axis", () => {
    const narrow = layoutPanel({ title: "", x: axis(0, 1), y: axis(0, 1), marks: [] }, 400);
    const wide = layoutPanel({ title: "", x: axis(0, 1), y: axis(0, 800_000), marks: [] }, 400);
    expect(wide.left).toBeGreaterThan(narrow.left);
  });

  test("a hidden axis takes no room", () => {
    const bare = { label: "", domain: [0, 4] as const, hidden: true };
    const shown = layoutPanel({ title: "", x: axis(0, 4), y: axis(0, 4), marks: [] }, 400);
    const hidden = layoutPanel({ title: "", x: bare, y: bare, marks: [] }, 400);
    expect(hidden.left).toBe(0);
    expect(hidden.top).toBeLessThan(shown.top);
    expect(hidden.height - hidden.bottom).toBeLessThan(shown.height - shown.bottom);
  });
});
