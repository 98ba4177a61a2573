// #region aspect
import { display } from "@gradus/core";
import { loadSunspots } from "@gradus/data";
import { Chart, linePlot } from "@gradus/plot";

const sun = (await loadSunspots()).filter((row) => row.year >= 1850);
const line = linePlot({
  x: sun.column("year"),
  y: sun.column("sunspots"),
  xLabel: "Year",
  yLabel: "Sunspot number",
  yDomain: [0, 200],
});
const y = { ...line.spec.y, ticks: { at: [0, 100, 200], text: ["0", "100", "200"] }, grid: true };
for (const [title, aspect] of [
  ["As high as wide", 1],
  ["A seventh as high", 1 / 7],
] as const) {
  display(new Chart({ ...line.spec, y, title, aspect }));
}
// #endregion

// #region rise
const spots = sun.column("sunspots").toArray().map(Number);
const isLow = (i: number) => spots[i]! <= Math.min(...spots.slice(Math.max(0, i - 4), i + 5));
const isHigh = (i: number) => spots[i]! >= Math.max(...spots.slice(Math.max(0, i - 4), i + 5));
const inside = spots.map((_, i) => i).slice(4, -4);
const [lows, highs] = [inside.filter(isLow), inside.filter(isHigh)];
const rises = lows
  .flatMap((low) => highs.find((high) => high > low) ?? [])
  .map((high, k) => high - lows[k]!);
const falls = highs
  .flatMap((high) => lows.find((low) => low > high) ?? [])
  .map((low, k) => low - highs[k]!);
const mean = (years: readonly number[]) => years.reduce((a, b) => a + b) / years.length;
console.log("from a low to the next high:", mean(rises).toFixed(1), "years");
console.log("from a high to the next low:", mean(falls).toFixed(1), "years");
// #endregion
