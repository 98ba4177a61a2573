// #region lie-factor
const first = 165.125; // median price in 2007, in thousands of dollars
const last = 155; // in 2010
const start = 150; // where the axis was cut

const inTheData = (last - first) / first;
const inTheChart = (last - first) / (first - start); // the bars are first − start and last − start high
console.log("the prices change by", `${(100 * inTheData).toFixed(1)} %`);
console.log("the bars change by", `${(100 * inTheChart).toFixed(1)} %`);
console.log("lie factor:", (inTheChart / inTheData).toFixed(1));
// #endregion

// #region scratch
/** Maps an interval of values to one of pixels: the heart of every chart. */
function linearScale([low, high]: [number, number], [from, to]: [number, number]) {
  return (value: number) => from + ((value - low) / (high - low)) * (to - from);
}

function draw(values: Record<string, number>, axis: [number, number], width = 24): void {
  const scale = linearScale(axis, [0, width]);
  for (const [name, value] of Object.entries(values)) {
    console.log(name, "█".repeat(Math.round(scale(value))), value);
  }
}

const medians = { "2007": 165.125, "2008": 161, "2009": 160.85, "2010": 155 };
console.log("from 0:");
draw(medians, [0, 170]);
console.log("from 150:");
draw(medians, [150, 170]);

// #endregion

// #region library
import { barPlot } from "@gradus/plot";

/** How many pixels lower the library draws the top of the last bar than that of the first. */
async function drop(yDomain: [number, number]): Promise<number> {
  const chart = barPlot({
    categories: Object.keys(medians),
    values: Object.values(medians),
    yDomain,
  });
  const svg = await chart.toSVG({ width: 640, height: 400 });
  const tops = [...svg.matchAll(/<rect\b[^>]*\sy="([-\d.]+)"/g)].map(([, y]) => Number(y));
  return tops.at(-1)! - tops.at(-4)!;
}

const whole = await drop([0, 170]);
const cut = await drop([150, 170]);
console.log("library:", whole.toFixed(1), "pixels from 0,", cut.toFixed(1), "pixels from 150");
const ours = (axis: [number, number]) =>
  linearScale(axis, [0, 1])(first) - linearScale(axis, [0, 1])(last);
console.log("times as many:", (cut / whole).toFixed(3));
console.log("by our scale: ", (ours([150, 170]) / ours([0, 170])).toFixed(3));
// #endregion

// #region area
const [from, to] = [1437, 21933]; // Iowa's renewables in 2001 and 2017, thousand MWh
const ratio = to / from;
console.log("data:", ratio.toFixed(1), "times as much");
console.log("area, if the side of a square shows it:", (ratio ** 2).toFixed(0), "times");
console.log("side, if the area shows it:", Math.sqrt(ratio).toFixed(1), "times");
// #endregion
