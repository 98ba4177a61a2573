import { initialParams } from "@gradus/course-kit";
import { loadWeather } from "@gradus/data";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import windowFigure from "./figures/window";
import year from "./figures/year";
import { ASKED, FIRST, temperatures } from "./seattle";

const { linesOf, says } = await claimsOf(import.meta.url);
const numbers = (line: string) => [...line.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);

test("roadmap FEA-008: products, dates and groups raise R² on rows not seen, and the check finds the leaking ones", async () => {
  const products = await linesOf("products");
  says("\\$71 before 1990, \\$126 from then on");
  expect(products.slice(0, 2).map((line) => numbers(line.replace("$", " ")).at(-1))).toEqual([
    71, 126,
  ]);
  says("$R^2$ rises from 0.651 to 0.679");
  says("\\$71 a foot, and \\$55 more if the house is new, which makes \\$126");
  says("now −\\$34,903");
  expect(products[2]).toContain("R² 0.651");
  expect(products[3]).toMatch(/R² 0\.679 {3}\$: 71, -34903, 55$/);
  expect(products[4]).toBe("R² 0.679");

  const dates = await linesOf("dates");
  const scores = dates.map((line) => Number(/2015: (-?[\d.]+)/.exec(line)?.[1]));
  expect(scores.slice(0, 5)).toEqual([-0.03, -0.058, 0.692, 0.713, 0.734]);
  says("Two columns, and better than twelve");
  says("From 0.713 to 0.864 with one lag");
  expect(scores.slice(8, 10)).toEqual([0.864, 0.789]);
  expect(Number(dates[10]!.split(" ").at(-1))).toBeLessThan(1e-12);
  says("0.963! A mean of yesterday, today and tomorrow");
  expect(scores[11]).toBe(0.963);

  const groups = await linesOf("groups");
  const in2010 = groups.map((line) => Number(/2010: ([\d.]+)/.exec(line)?.[1]));
  says("From 0.694 to 0.894");
  says("gets 0.605 when it is asked honestly: **worse than without the column**");
  says("With past means both times it is 0.729, and that is real: 0.035 more");
  says("it adds 0.021");
  expect(in2010.filter((r2) => !Number.isNaN(r2))).toEqual([0.694, 0.894, 0.605, 0.729, 0.715]);
  says("Four rows, and the leak is found in each of them");
  const leaks = groups.filter((line) => line.includes("leak in rows"));
  expect(leaks.map((line) => numbers(line).length)).toEqual([4, 0, 0]);
});

test("by hand", async () => {
  says("Sums alone guess 85, 165, 155 and 235, and miss each by 15");
  says("$110 - 50 = 60$, and that is $w_3$");
  const [guesses, , weights] = await linesOf("by-hand");
  expect(numbers(guesses!)).toEqual([85, 165, 155, 235]);
  expect(numbers(weights!)).toEqual([50, -20, 60]);
  const [wave, swing, warmest] = (await linesOf("dates")).slice(5, 8);
  says("With $a = -8.47$ and $b = -3.05$ the swing is $\\sqrt{71.7 + 9.3} = 9.0$ °C");
  expect(numbers(wave!)).toEqual([-8.47, -3.05]);
  expect(8.47 ** 2).toBeCloseTo(71.7, 1);
  expect(3.05 ** 2).toBeCloseTo(9.3, 1);
  expect(swing).toContain("±9.0 °C");
  says("The 22nd of July");
  expect(warmest).toBe("warmest on 07-22");
});

test("what breaks", async () => {
  const broken = await linesOf("break-it");
  expect(broken[0]).toBe("month there: 6  getUTCMonth() + 1: 7");
  expect(broken[1]).toBe("with its time zone: 6");
  says("With 200 columns you would have 19,900 products");
  expect(numbers(broken[5]!)).toEqual([200, 19_900]);
  says("With random folds 0.85, with folds in the order of time −1.28");
  expect(numbers(broken[6]!).at(-1)).toBe(0.85);
  expect(numbers(broken[7]!).at(-1)).toBe(-1.28);
});

test("the figures' days are those of the table", async () => {
  const days = (await loadWeather()).rows();
  expect(temperatures).toEqual(days.map((day) => day.temp_max));
  expect(days[0]!.date!.getTime()).toBe(FIRST);
  expect(days[ASKED]!.date!.toISOString()).toContain("2015-01-01");
});

test("figure year: the number of the day leaps at New Year, the circle does not", () => {
  const start = initialParams(year.controls);
  const leap = (way: string) => Math.abs(year.model({ ...start, way }).jump);
  expect(leap("day of the year, 1 to 366")).toBeGreaterThan(4);
  expect(leap("a circle")).toBeLessThan(0.2);
  expect(year.model({ ...start, way: "a circle" }).r2).toBeCloseTo(0.713, 2);
});

test("figure window: every step to the right over the line looks better", () => {
  says("Each step over the line makes the score better, until day 0 stands in the middle");
  for (const width of [3, 7, 14]) {
    const r2 = [-1, 0, 1].map((last) => windowFigure.model({ last, width }).r2);
    expect(r2[1]).toBeGreaterThan(r2[0]!);
    expect(r2[2]).toBeGreaterThan(r2[1]!);
  }
  expect(windowFigure.model({ last: 0, width: 1 }).r2).toBeCloseTo(1, 9);
  expect(windowFigure.model({ last: -1, width: 1 }).r2).toBeCloseTo(0.864, 2);
  const params = { last: 1, width: 3 };
  expect(windowFigure.describe(windowFigure.model(params), params)).toContain(
    "2 of its days are not known",
  );
});
