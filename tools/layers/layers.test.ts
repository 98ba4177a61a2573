import { expect, test } from "vitest";
import { findLayerViolations } from "./check";
import { allowedImports } from "./rules";

test("packages import only what stands above them", () => {
  expect(findLayerViolations()).toEqual([]);
});

test("the rules have no cycle: a package comes after all that it imports", () => {
  const order = Object.keys(allowedImports);
  for (const [name, allowed] of Object.entries(allowedImports)) {
    for (const other of allowed) expect(order.indexOf(other)).toBeLessThan(order.indexOf(name));
  }
});
