import { describe, expect, test } from "vitest";
import { layoutPanel } from "./layout";
import { addPoint, moveByKey, moveTo, removePoint } from "./move";

const layout = layoutPanel(
  {
    title: "",
    x: { label: "", domain: [0, 10] },
    y: { label: "", domain: [0, 100] },
    marks: [],
  },
  400,
);
const handles = { kind: "handles" as const, param: "p", points: [] };

describe("moving a handle", () => {
  test("goes where the pointer is, but not out of the panel", () => {
    expect(moveTo(handles, layout, [1, 1], [4, 50])).toEqual([4, 50]);
    expect(moveTo(handles, layout, [1, 1], [-3, 500])).toEqual([0, 100]);
  });

  test("keeps the coordinate that does not move", () => {
    expect(moveTo({ ...handles, axis: "y" }, layout, [1, 1], [4, 50])).toEqual([1, 50]);
    expect(moveTo({ ...handles, axis: "x" }, layout, [1, 1], [4, 50])).toEqual([4, 1]);
  });

  test("arrow keys go a fiftieth of the axis, or the figure's own step", () => {
    expect(moveByKey(handles, layout, [5, 50], "ArrowRight", false)).toEqual([5.2, 50]);
    expect(moveByKey(handles, layout, [5, 50], "ArrowUp", true)).toEqual([5, 60]);
    const stepped = { ...handles, step: [0.1, 1] as const };
    expect(moveByKey(stepped, layout, [0.2, 50], "ArrowRight", false)).toEqual([0.3, 50]);
  });

  test("other keys are not the handle's", () => {
    expect(moveByKey(handles, layout, [5, 50], "Tab", false)).toBeUndefined();
  });
});

describe("drawing points", () => {
  const drawn = {
    ...handles,
    points: [[1, 10] as const, [2, 20] as const],
    grows: [1, 3] as const,
  };

  test("adds one where somebody presses, up to the most", () => {
    const three = addPoint(drawn, layout, [5, 50]);
    expect(three).toEqual([
      [1, 10],
      [2, 20],
      [5, 50],
    ]);
    expect(addPoint({ ...drawn, points: three }, layout, [6, 60])).toBe(three);
  });

  test("takes one away, down to the least", () => {
    const one = removePoint(drawn, 0);
    expect(one).toEqual([[2, 20]]);
    expect(removePoint({ ...drawn, points: one }, 0)).toBe(one);
  });

  test("neither beyond the axes nor where the points are given", () => {
    expect(addPoint(drawn, layout, [11, 50])).toBe(drawn.points);
    expect(addPoint(drawn, layout, [5, -1])).toBe(drawn.points);
    expect(addPoint(handles, layout, [5, 50])).toBe(handles.points);
    expect(removePoint(handles, 0)).toBe(handles.points);
  });
});
