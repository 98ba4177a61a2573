import { type ColorRole, defineFigure, type Mark, type Point } from "@gradus/course-kit";
import { type Crowd, crowdOf, posterior, posteriorOfNegative } from "../disease";

const WIDE = 40;
const SIZE = 1000;
/** How common a disease the curve begins with, and ends with. */
const PRIORS = [0.001, 0.5] as const;

export default defineFigure({
  id: "disease-test",
  title: "1,000 people take the test",
  caption:
    "Large dots are positive, small ones negative. Of the large dots, how many are ill? Make the disease rarer, and keep the test as it is. Then find out which helps a rare disease more: a higher sensitivity or a higher specificity.",
  controls: {
    prior: {
      kind: "slider",
      label: "Ill before the test (prior)",
      min: 0.1,
      max: 50,
      step: 0.1,
      value: 1,
      unit: "%",
      scale: "log",
    },
    sensitivity: {
      kind: "slider",
      label: "Ill found (sensitivity)",
      min: 50,
      max: 100,
      step: 0.5,
      value: 90,
      unit: "%",
    },
    specificity: {
      kind: "slider",
      label: "Well cleared (specificity)",
      min: 50,
      max: 100,
      step: 0.5,
      value: 91,
      unit: "%",
    },
  },

  model: ({ prior, sensitivity, specificity }) => {
    const test = {
      prior: prior / 100,
      sensitivity: sensitivity / 100,
      specificity: specificity / 100,
    };
    const curve = Array.from({ length: 101 }, (_, k): Point => {
      const p = PRIORS[0] * (PRIORS[1] / PRIORS[0]) ** (k / 100);
      return [100 * p, 100 * posterior({ ...test, prior: p })!];
    });
    return {
      positive: posterior(test)!,
      negative: posteriorOfNegative(test)!,
      crowd: crowdOf(test, SIZE),
      curve,
    };
  },

  view: ({ positive, negative, crowd, curve }, { prior }) => ({
    panels: [
      {
        title: "The people",
        x: { label: "", domain: [-1, WIDE], hidden: true },
        y: { label: "", domain: [-1, SIZE / WIDE + 4], hidden: true },
        weight: 1.25,
        marks: people(crowd),
      },
      {
        title: "What a positive test says",
        x: { label: "Ill before the test, %", domain: [0.1, 50], scale: "log" },
        y: { label: "Ill, given a positive test, %", domain: [0, 105] },
        marks: [
          {
            kind: "line",
            points: curve.map(([p]): Point => [p, p]),
            role: "muted",
            dash: true,
            width: 1.5,
          },
          { kind: "text", at: [48, 5], text: "without a test", role: "muted", anchor: "end" },
          { kind: "line", points: curve, role: "model", width: 2.5 },
          { kind: "points", points: [[prior, 100 * positive]], role: "model", radius: 6 },
        ],
      },
    ],
    readouts: [
      { label: "P(ill | positive)", value: percent(positive), role: "model" },
      { label: "P(ill | negative)", value: percent(negative) },
      {
        label: "Positive of 1,000",
        value: `${crowd.illPositive} ill + ${crowd.wellPositive} well`,
      },
    ],
  }),

  describe: ({ positive, negative, crowd }, { prior, sensitivity, specificity }) =>
    `The disease has ${prior} % of people; the test finds ${sensitivity} % of the ill and clears ${specificity} % of the well. ` +
    `Of 1,000 people about ${crowd.illPositive + crowd.wellPositive} are positive, and ${crowd.illPositive} of those are ill. ` +
    `A positive test raises the probability of being ill from ${prior} % to ${percent(positive)}; ` +
    `a negative one lowers it to ${percent(negative)}.`,
});

/** One dot a person: the ill first, those found large. The names stand above. */
function people({ illPositive, illNegative, wellPositive, wellNegative }: Crowd): Mark[] {
  const groups: readonly (readonly [number, ColorRole, number])[] = [
    [illPositive, "model", 3.2],
    [illNegative, "model", 1.3],
    [wellPositive, "data", 3.2],
    [wellNegative, "muted", 1.3],
  ];
  const top = SIZE / WIDE - 1;
  let next = 0;
  const dots = groups.map(([count, role, radius]): Mark => {
    const points = Array.from({ length: count }, (_, k): Point => {
      const place = next + k;
      return [place % WIDE, top - Math.floor(place / WIDE)];
    });
    next += count;
    return { kind: "points", points, role, radius };
  });
  const ill = illPositive + illNegative;
  return [
    ...dots,
    {
      kind: "text",
      at: [-0.5, top + 3.6],
      text: `${ill} ill: ${illPositive} positive, ${illNegative} missed`,
      role: "model",
    },
    {
      kind: "text",
      at: [-0.5, top + 1.8],
      text: `${SIZE - ill} well: ${wellPositive} false alarms, ${wellNegative} cleared`,
      role: "data",
    },
  ];
}

/** With so many digits that small ones are seen. */
function percent(p: number): string {
  const value = 100 * p;
  if (value === 0 || value === 100) return `${value} %`;
  return `${value < 1 ? value.toPrecision(2) : value > 99 ? value.toFixed(2) : value.toFixed(1)} %`;
}
