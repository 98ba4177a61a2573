import { defineFigure, type Mark, type Panel, type Point } from "@gradus/course-kit";
import {
  eachFromOthers,
  type Family,
  families,
  type Labelled,
  learnClasses,
  learnNumbers,
  miss,
} from "../drawn";

const AXIS = [0, 10] as const;
const GRID = Array.from({ length: 61 }, (_, i) => i / 6);
const ACROSS = Array.from({ length: 301 }, (_, i) => i / 30);
const PENS = ["blue points", "orange points"] as const;
const MOST = 30;

const numbers: readonly Point[] = [
  [0.7, 2.1],
  [1.5, 1.6],
  [2.3, 3.2],
  [3.2, 3.4],
  [4, 5.6],
  [4.9, 5.1],
  [5.8, 6.9],
  [6.6, 6.2],
  [7.7, 8.1],
  [9, 7.6],
];
const blue: readonly Point[] = [
  [1.1, 6.3],
  [1.7, 8.2],
  [2.1, 4.9],
  [2.6, 6.9],
  [3.4, 8.7],
  [3.8, 5.6],
  [4.5, 7.5],
  [7.4, 4.4],
];
const orange: readonly Point[] = [
  [3.2, 1.6],
  [4.7, 2.9],
  [5.6, 4.7],
  [6.2, 1.7],
  [6.5, 3.3],
  [7.1, 6.6],
  [8.6, 2.4],
  [8.9, 4.9],
];

export default defineFigure({
  id: "draw",
  title: "Draw your own examples",
  caption:
    "Press on empty ground to add a point (Enter adds one in the middle), drag points, and delete them with a double click or the Delete key. After each change both models learn anew. Can you draw points for which the straight model fails, and others for which the neighbours do?",
  controls: {
    family: { kind: "choice", label: "Model", choices: families, value: families[0] },
    k: { kind: "slider", label: "Neighbours k", min: 1, max: 9, step: 1, value: 3 },
    pen: { kind: "choice", label: "On the right, draw", choices: PENS, value: PENS[0] },
    numbers: { kind: "points", label: "Examples with a number", value: numbers },
    blue: { kind: "points", label: "Blue examples", value: blue },
    orange: { kind: "points", label: "Orange examples", value: orange },
    clear: { kind: "button", label: "Empty both panels", value: 0 },
  },

  model: ({ family: chosen, k: neighbours, numbers: drawn, blue: blues, orange: oranges }) => {
    const family = families.find((name) => name === chosen) ?? families[0];
    const k = Math.max(1, Math.round(neighbours));
    const labelled: Labelled[] = [
      ...blues.map((at) => ({ at, label: 0 as const })),
      ...oranges.map((at) => ({ at, label: 1 as const })),
    ];
    return {
      family,
      k,
      regression: regression(family, k, drawn),
      classification: classification(family, k, labelled),
    };
  },

  view: ({ family, k, regression: r, classification: c }, params) => ({
    panels: [
      {
        title: `Regression: ${r.name}`,
        x: { label: "Feature x", domain: AXIS },
        y: { label: "Target y, a number", domain: AXIS },
        equalUnits: true,
        marks: [
          { kind: "segments", segments: r.errors, role: "error", width: 1.5 },
          { kind: "line", points: r.curve, role: "good", width: 2.5 },
          handles("numbers", params.numbers, "muted", "Example", true),
        ],
      },
      {
        title: `Classification: ${nameOfClassifier(family, k)}`,
        x: { label: "Feature 1", domain: AXIS },
        y: { label: "Feature 2", domain: AXIS },
        equalUnits: true,
        marks: [
          { kind: "regions", x: GRID, y: GRID, classes: c.grid, roles: ["data", "model"] },
          handles("blue", params.blue, "data", "Blue example", params.pen !== PENS[1]),
          handles("orange", params.orange, "model", "Orange example", params.pen === PENS[1]),
        ],
      } satisfies Panel,
    ],
    readouts: [
      { label: "Miss on the examples", value: r.seen.toFixed(2), role: "error" },
      { label: "Miss, each from the others", value: r.fresh?.toFixed(2) ?? "–", role: "good" },
      { label: "Wrong on the examples", value: share(c.wrong, c.n) },
      {
        label: "Wrong, each from the others",
        value: c.wrongFresh === undefined ? "–" : share(c.wrongFresh, c.n),
      },
    ],
  }),

  describe: ({ family, k, regression: r, classification: c }) => {
    const blueShare = c.grid.flat().filter((place) => place === 0).length / GRID.length ** 2;
    return (
      `Left: ${r.name} learned from ${r.n} ${r.n === 1 ? "example" : "examples"}. It predicts ${r.ends[0].toFixed(1)} at x = 0 and ${r.ends[1].toFixed(1)} at x = 10, and typically misses its own examples by ${r.seen.toFixed(2)}` +
      (r.fresh === undefined
        ? ". "
        : `; predicted from the others alone, an example is missed by ${r.fresh.toFixed(2)}. `) +
      `Right: ${nameOfClassifier(family, k)} learned from ${c.n} labelled examples and calls ${Math.round(100 * blueShare)} % of the ground blue. It gets ${share(c.wrong, c.n)} of its own examples wrong` +
      (c.wrongFresh === undefined
        ? "."
        : `, and ${share(c.wrongFresh, c.n)} when each is predicted from the others alone.`)
    );
  },

  press: () => ({ numbers: [[5, 5]], blue: [[3, 5]], orange: [[7, 5]] }),
});

function regression(family: Family, k: number, drawn: readonly Point[]) {
  const predict = learnNumbers(family, k, drawn);
  const at = predict([...drawn.map(([x]) => x), ...ACROSS]);
  const own = at.slice(0, drawn.length);
  const curve = ACROSS.map((x, i): Point => [x, at[drawn.length + i]!]);
  const others = eachFromOthers(
    drawn,
    (rest, [x]) => learnNumbers(family, Math.min(k, rest.length), rest)([x])[0]!,
  );
  return {
    n: drawn.length,
    name: nameOfRegressor(family, Math.min(k, drawn.length)),
    curve,
    ends: [curve[0]![1], curve.at(-1)![1]] as const,
    errors: drawn.map(([x, y], i) => [[x, y] as Point, [x, own[i]!] as Point] as const),
    seen: miss(drawn, own),
    fresh: others && miss(drawn, others),
  };
}

function classification(family: Family, k: number, labelled: readonly Labelled[]) {
  const predict = learnClasses(family, k, labelled);
  const places = GRID.flatMap((y) => GRID.map((x): Point => [x, y]));
  const labels = predict([...labelled.map(({ at }) => at), ...places]);
  const ground = labels.slice(labelled.length);
  const others = eachFromOthers(
    labelled,
    (rest, { at }) => learnClasses(family, k, rest)([at])[0]!,
  );
  const countWrong = (got: readonly number[]) =>
    labelled.filter(({ label }, i) => got[i] !== label).length;
  return {
    n: labelled.length,
    grid: GRID.map((_, i) => ground.slice(i * GRID.length, (i + 1) * GRID.length)),
    wrong: countWrong(labels),
    wrongFresh: others && countWrong(others),
  };
}

function handles(
  param: string,
  points: readonly Point[],
  role: "muted" | "data" | "model",
  name: string,
  isDrawn: boolean,
): Mark {
  return {
    kind: "handles",
    param,
    points,
    role,
    names: points.map((_, i) => `${name} ${i + 1}`),
    ...(isDrawn && { grows: [1, MOST] as const }),
  };
}

function nameOfRegressor(family: Family, k: number): string {
  if (family === "straight") return "a straight line";
  if (family === "baseline") return "always the mean";
  return k === 1 ? "the nearest example" : `the mean of the ${k} nearest`;
}

function nameOfClassifier(family: Family, k: number): string {
  if (family === "straight") return "a straight border";
  if (family === "baseline") return "always the most frequent class";
  return k === 1 ? "the nearest example" : `a vote of the ${k} nearest`;
}

function share(count: number, of: number): string {
  return `${count} of ${of}`;
}
