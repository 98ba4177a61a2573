import { defineFigure, type Point } from "@gradus/course-kit";
import { lieOf, medians } from "../lie";

const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
const [first, last] = [medians[0]![1], medians.at(-1)![1]];

export default defineFigure({
  id: "cut-axis",
  title: "How far the prices fell",
  caption:
    "Judge by the bars alone and set your estimate. Then show the data. Last, let the axis start lower, and watch the lie factor.",
  controls: {
    estimate: {
      kind: "slider",
      label: "Your estimate of the fall",
      min: 0,
      max: 100,
      step: 1,
      value: 50,
      unit: "%",
    },
    shown: { kind: "toggle", label: "Show the data", value: false },
    start: {
      kind: "slider",
      label: "Axis starts at (1,000 $)",
      min: 0,
      max: 150,
      step: 5,
      value: 150,
    },
  },

  model: ({ start, estimate }) => {
    const lie = lieOf(first, last, start);
    return { ...lie, height: 1 + lie.inChart, off: Math.abs(estimate / 100 + lie.inData) };
  },

  view: ({ inData, inChart, factor, off }, { estimate, shown, start }) => {
    const top = first + 0.16 * (first - start);
    return {
      panels: [
        {
          title: "Median price of the houses sold in Ames",
          x: { label: "", domain: [2006.4, 2010.6], hidden: true },
          y: { label: "Price (1,000 $)", domain: [start, top], hidden: !shown },
          marks: [
            {
              kind: "rects",
              rects: medians.map(([year, price]): [Point, Point] => [
                [year - 0.38, start],
                [year + 0.38, price],
              ]),
              role: "data",
              opacity: 0.75,
            },
            ...medians.map(([year, price]) => ({
              kind: "text" as const,
              at: [year, price + 0.05 * (top - start)] as const,
              text: shown ? `${year}: ${Math.round(price * 10) / 10}` : String(year),
              anchor: "middle" as const,
            })),
          ],
        },
      ],
      readouts: [
        { label: "Your estimate", value: `−${estimate.toFixed(0)} %`, role: "accent" },
        ...(shown
          ? ([
              { label: "The bars", value: `−${percent(-inChart)}`, role: "error" },
              { label: "The prices", value: `−${percent(-inData)}`, role: "good" },
              { label: "Lie factor", value: factor.toFixed(1), role: "error" },
              { label: "You were off by", value: `${(100 * off).toFixed(0)} points` },
            ] as const)
          : []),
      ],
    };
  },

  describe: ({ height, inData, factor }, { estimate, shown, start }) => {
    const bars = `Four bars for the years 2007 to 2010, whose axis starts at ${start} thousand dollars. The last is ${percent(height)} as high as the first.`;
    if (!shown) return `${bars} You estimate that prices fell by ${estimate.toFixed(0)} %.`;
    return `${bars} In fact the median fell by ${percent(-inData)}, from ${first} to ${last} thousand dollars: the lie factor is ${factor.toFixed(1)}. Your estimate was ${estimate.toFixed(0)} %.`;
  },
});
