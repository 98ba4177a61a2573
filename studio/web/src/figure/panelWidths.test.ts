import { expect, test } from "vitest";
import { panelWidths } from "./panelWidths";

const axis = { label: "", domain: [0, 1] as const };
const panel = (weight?: number) => ({
  title: "",
  x: axis,
  y: axis,
  marks: [],
  ...(weight !== undefined && { weight }),
});

test("panels share the width by their weights", () => {
  expect(panelWidths([panel(2), panel(1)], 932)).toEqual([600, 300]);
});

test("on a phone they stand under each other, each as wide as the page", () => {
  expect(panelWidths([panel(), panel()], 350)).toEqual([350, 350]);
});

test("a single panel takes all, however narrow", () => {
  expect(panelWidths([panel()], 200)).toEqual([200]);
});

test("three panels on a page for two: the first above the others", () => {
  expect(panelWidths([panel(), panel(), panel()], 720)).toEqual([720, 344, 344]);
});

test("four panels on a page for two stand two by two", () => {
  expect(panelWidths([panel(), panel(), panel(), panel()], 720)).toEqual([344, 344, 344, 344]);
});
