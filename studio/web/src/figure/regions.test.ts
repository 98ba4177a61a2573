import { expect, test } from "vitest";
import { regionPaths } from "./regions";
import { createScale } from "./scale";

const x = createScale({ label: "", domain: [0, 4] }, [0, 400]);
const y = createScale({ label: "", domain: [0, 4] }, [400, 0]);
const side = [0, 1, 2, 3, 4];

test("two classes share the ground along the line between them", () => {
  const classes = side.map(() => side.map((column) => (column < 2 ? 0 : 1)));
  const mark = { kind: "regions" as const, x: side, y: side, classes };
  const [left, right, none] = regionPaths({ ...mark, roles: ["data", "model", "second"] }, x, y);
  const across = (path: string) => [...path.matchAll(/([\d.]+),/g)].map(([, px]) => Number(px));
  expect([Math.min(...across(left!)), Math.max(...across(left!))]).toEqual([0, 150]);
  expect([Math.min(...across(right!)), Math.max(...across(right!))]).toEqual([150, 400]);
  expect(none).toBe("");
});
