import { expect, test } from "vitest";
import { arrow, numberText, pointText } from "./plane";

test("an arrow without length is not drawn; numbers have a real minus", () => {
  expect(arrow([1, 1], [1, 1])).toEqual([]);
  expect(arrow([0, 0], [3, 0])[0]).toEqual([
    [0, 0],
    [3, 0],
  ]);
  expect([-1.234, -0.001, 2].map(numberText)).toEqual(["−1.23", "0", "2"]);
  expect(pointText([1.5, -2])).toBe("(1.5, −2)");
});
