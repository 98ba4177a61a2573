// #region move
import { display } from "@gradus/core";
import { linePlot, overlay } from "@gradus/plot";

type Point = readonly [x: number, y: number];

// The corners of an F, written as in an SVG polyline.
const corners = "0,0 0,3 2,3 2,2.4 0.6,2.4 0.6,1.8 1.6,1.8 1.6,1.2 0.6,1.2 0.6,0 0,0";
const letter = corners.split(" ").map((corner): Point => {
  const [x = 0, y = 0] = corner.split(",").map(Number);
  return [x, y];
});

const transform = ([x, y]: Point): Point => [3 * x - y, x + y];
const moved = letter.map(transform);

console.log("top left corner (0, 3) goes to", transform([0, 3]));
console.log("bottom left corner (0, 0) goes to", transform([0, 0]));

const outline = (points: Point[], label: string, color: "gray" | "vermillion") =>
  linePlot({
    x: points.map(([x]) => x),
    y: points.map(([, y]) => y),
    label,
    color,
    xLabel: "x",
    yLabel: "y",
    xDomain: [-4, 5],
    yDomain: [-0.5, 5.5],
  });
display(overlay(outline(letter, "before", "gray"), outline(moved, "after", "vermillion")));
// #endregion
