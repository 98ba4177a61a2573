import { scatterPlot } from "@gradus/plot";
import { describe, expect, test } from "vitest";
import { readProjects } from "../../../tools/build/course/folder";
import { scoreSource } from "../../../tools/content/grade-source";
import { layersProblem, specProblem } from "./spec-problems";

const folder = (await readProjects()).find(({ project }) => project.id === "basic-plots")!;

test("roadmap DAT-008: marks, scales and labels of the spec are graded; five wrong plots fail, each for its own reason", async () => {
  expect(folder.project.rows).toContain("DAT-008");
  const right = await scoreSource(folder, folder.solution.text);
  expect(right).toMatchObject({ points: 100, passed: true });
  const reasons: Readonly<Record<string, RegExp>> = {
    lines: /^Marks: the line of \w+ runs back in x/,
    scatter: /^Labels: the x axis is called “Bill depth \(mm\)”/,
    histogram: /^Marks: the bars leave out \d+ of \d+ values/,
    bars: /^Scales: the y axis goes from 40 to 180, and must hold 0 to/,
    logarithm: /^Scales: the values of the x axis span many powers of ten/,
  };
  expect([...folder.wrong.keys()].sort()).toEqual(Object.keys(reasons).sort());
  for (const [criterion, { text }] of folder.wrong) {
    const { results, points, passed } = await scoreSource(folder, text);
    expect({ points, passed }).toEqual({ points: 80, passed: false });
    const result = results.find(({ id }) => id === criterion)!;
    expect(result.points).toBe(0);
    expect(result.message).toMatch(reasons[criterion]!);
  }
  // What is drawn in the end plays no part: colours and sizes are free.
  const free = folder.solution.text.replaceAll('title: "', 'color: "purple", title: "');
  expect((await scoreSource(folder, free)).points).toBe(100);
});

describe("a spec", () => {
  const axis = { scale: "linear", holds: [1, 3], says: [/hours/i] } as const;
  const points = new Map([
    [
      "all",
      [
        [1, 1],
        [3, 3],
      ] as const,
    ],
  ]);
  const wanted = {
    marks: (spec: Parameters<typeof layersProblem>[0]) => layersProblem(spec, "points", points),
    x: axis,
    y: { ...axis, says: [] },
  };
  const data = { x: [1, 3], y: [1, 3] };

  test.each([
    [undefined, /must return a chart/],
    [
      scatterPlot({ x: [1, 3], y: [1, 2] }),
      /^Marks: in all the point 3 3 is wanted, and 3 2 is drawn/,
    ],
    [scatterPlot({ x: [1], y: [1] }), /^Marks: all should have 2 points, and has 1/],
    [scatterPlot({ ...data, xScale: "log" }), /^Scales: the x axis is logarithmic/],
    [scatterPlot({ ...data, xDomain: [2, 3] }), /^Scales: the x axis goes from 2 to 3/],
    [scatterPlot(data), /^Labels: the x axis has no label/],
    [scatterPlot({ ...data, xLabel: "Days" }), /^Labels: the x axis is called “Days”/],
    [scatterPlot({ ...data, xLabel: "Hours" }), /^Labels: the chart has no title/],
  ])("is wrong by its marks, its scales or its labels: %#", (chart, problem) => {
    expect(specProblem(chart, wanted)).toMatch(problem);
  });

  test("is right", () => {
    expect(
      specProblem(scatterPlot({ ...data, xLabel: "Hours", title: "Time" }), wanted),
    ).toBeUndefined();
  });
});
