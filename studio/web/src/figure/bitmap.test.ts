import { expect, test } from "vitest";
import { bitmapUrl } from "./bitmap";

test("a bitmap file holds its size, its rows from the top and greys cut off at black and white", () => {
  const url = bitmapUrl(
    [
      [0, 50, 100],
      [-20, 25, 400],
    ],
    [0, 100],
  );
  const [type, data] = url.split(",") as [string, string];
  expect(type).toBe("data:image/bmp;base64");
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  expect([view.getInt32(18, true), view.getInt32(22, true)]).toEqual([3, -2]);
  expect(view.getUint32(2, true)).toBe(bytes.length);
  const start = view.getUint32(10, true);
  expect([...bytes.subarray(54 + 4 * 77, 54 + 4 * 78)]).toEqual([77, 77, 77, 0]);
  expect([...bytes.subarray(start)]).toEqual([0, 128, 255, 0, 0, 64, 255, 0]);
});
