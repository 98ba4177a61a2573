import { defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { polynomialFits, typicalMiss } from "../fits";
import { keptApart, learned, scaledDay } from "../weather";

const HIGHEST = 12;
const DEGREES = Array.from({ length: HIGHEST + 1 }, (_, degree) => degree);

export default defineFigure({
  id: "degree",
  title: "One knob for bendiness",
  caption:
    "Guess which degree misses the days kept apart by least, then move the slider from 0 to 12. At 12, drag one day up or down by 5 °C and watch how far away the curve moves.",
  controls: {
    degree: { kind: "slider", label: "Degree", min: 0, max: HIGHEST, step: 1, value: 1 },
    days: { kind: "points", label: "Temperatures to learn from", value: learned },
    apart: { kind: "toggle", label: "Show the days kept apart", value: true },
  },

  model: ({ degree: wanted, days }) => {
    const degree = Math.min(HIGHEST, Math.max(0, Math.round(wanted)));
    // Only the temperatures move: the days of the year stay.
    const points = learned.map(([day, high], i): Point => [day, days[i]?.[1] ?? high]);
    const scaled = points.map(([day, high]): Point => [scaledDay(day), high]);
    const fits = polynomialFits(scaled, HIGHEST);
    const at = (day: number, of: number) => fits(scaledDay(day), of);
    return {
      degree,
      points,
      curve: Array.from({ length: 181 }, (_, i): Point => {
        const day = 1 + (365 * i) / 180;
        return [day, at(day, degree)];
      }),
      onLearned: DEGREES.map((of) => typicalMiss(points, (day) => at(day, of))),
      onApart: DEGREES.map((of) => typicalMiss(keptApart, (day) => at(day, of))),
    };
  },

  view: ({ degree, points, curve, onLearned, onApart }, { apart }) => {
    const top = Math.max(9, ...onLearned, ...onApart) * 1.08;
    const line = (values: readonly number[]) => values.map((y, x): Point => [x, y]);
    const hidden: Mark[] = apart
      ? [{ kind: "points", points: keptApart, role: "second", radius: 4 }]
      : [];
    return {
      panels: [
        {
          title: "Fourteen days and a polynomial",
          x: { label: "Day of 2012", domain: [0, 368] },
          y: { label: "Warmest hour (°C)", domain: [-10, 42] },
          marks: [
            { kind: "line", points: curve, role: "model", width: 2 },
            ...hidden,
            {
              kind: "handles",
              param: "days",
              points,
              role: "data",
              axis: "y",
              step: [1, 1],
              names: points.map(([day]) => `Day ${day}`),
            },
          ],
        },
        {
          title: "Typical miss by degree",
          x: { label: "Degree", domain: [-0.4, HIGHEST + 0.4] },
          y: { label: "Typical miss (°C)", domain: [0, top] },
          marks: [
            {
              kind: "segments",
              segments: [
                [
                  [degree, 0],
                  [degree, top],
                ],
              ],
              role: "muted",
              dash: true,
            },
            { kind: "line", points: line(onLearned), role: "data", width: 2 },
            { kind: "line", points: line(onApart), role: "second", width: 2 },
            {
              kind: "text",
              at: [7.7, onApart[6]! + 0.08 * top],
              text: "13 days kept apart",
              role: "second",
              anchor: "end",
            },
            {
              kind: "text",
              at: [7, onLearned[5]! - 0.09 * top],
              text: "14 days learned from",
              role: "data",
              anchor: "end",
            },
            { kind: "points", points: [[degree, onLearned[degree]!]], role: "data", radius: 6 },
            { kind: "points", points: [[degree, onApart[degree]!]], role: "second", radius: 6 },
          ],
        },
      ],
      readouts: [
        { label: "Coefficients", value: `${degree + 1}`, role: "model" },
        { label: "Miss on the 14 days", value: celsius(onLearned[degree]!), role: "data" },
        { label: "On the 13 kept apart", value: celsius(onApart[degree]!), role: "second" },
        { label: "Best there", value: `degree ${lowest(onApart)}`, role: "second" },
      ],
    };
  },

  describe: ({ degree, curve, onLearned, onApart }) => {
    const values = curve.map(([, y]) => y);
    const best = lowest(onApart);
    return (
      `A polynomial of degree ${degree}, with ${degree + 1} ${degree === 0 ? "coefficient" : "coefficients"}, through 14 days of 2012. ` +
      `Within the year it runs between ${celsius(Math.min(...values))} and ${celsius(Math.max(...values))}. ` +
      `It misses the days it learned from by ${celsius(onLearned[degree]!)}, and the 13 days between them by ${celsius(onApart[degree]!)}. ` +
      (best === degree
        ? "No other degree up to 12 does better on the days between."
        : `On the days between, degree ${best} does best, with ${celsius(onApart[best]!)}.`)
    );
  },
});

function lowest(values: readonly number[]): number {
  return values.indexOf(Math.min(...values));
}

function celsius(value: number): string {
  return `${value.toFixed(1).replace("-", "−")} °C`;
}
