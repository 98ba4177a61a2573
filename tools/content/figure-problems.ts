import {
  type Figure,
  type FigureControl,
  type FigureControls,
  type FigureParams,
  initialParams,
  type Point,
} from "@gradus/course-kit";

type Value = number | boolean | string | readonly Point[];
type Params = Readonly<Record<string, Value>>;

const PRESSES = 25;

/** What a learner may have typed at any moment. */
const awkwardTexts = ["", " ", "(", "1 +", ")x(", "1/0", "🙂 = \\", "x".repeat(60)];

/**
 * What is wrong with a figure over the range of its controls: numbers that are not finite in what it draws or
 * says, and words that are missing.
 */
export function figureProblems(figure: Figure): string[] {
  const problems = new Set<string>();
  if (figure.caption.trim() === "") problems.add("the caption is empty");
  for (const params of paramsToTry(figure)) {
    for (const problem of problemsAt(figure, params)) problems.add(problem);
  }
  return [...problems];
}

function problemsAt(figure: Figure, params: Params): string[] {
  const where = JSON.stringify(params);
  try {
    const data = figure.model(typed(params));
    const drawn = figure.view(data, typed(params));
    const words = figure.describe(data, typed(params));
    const problems = findBadNumbers(drawn.panels, "panels").map((path) => `${path} at ${where}`);
    if (words.trim() === "") problems.push(`describe is empty at ${where}`);
    const said = [words, ...(drawn.readouts ?? []).map(({ value }) => value)].join(" ");
    if (/NaN|Infinity|undefined/.test(said)) problems.push(`it says "${said}" at ${where}`);
    return problems;
  } catch (error) {
    return [`${String(error)} at ${where}`];
  }
}

/** All settings of one control with the others as they start, the corners of all sliders, and many presses. */
function* paramsToTry(figure: Figure): Iterable<Params> {
  const start: Params = initialParams(figure.controls);
  const controls = Object.entries(figure.controls);
  yield start;
  for (const [name, control] of controls)
    for (const value of settings(control)) yield { ...start, [name]: value };
  let corners: Params[] = [start];
  for (const [name, control] of controls) {
    const values = settings(control);
    if (corners.length * values.length > 500) continue;
    corners = corners.flatMap((params) => values.map((value) => ({ ...params, [name]: value })));
  }
  yield* corners;
  for (const [name, control] of controls) {
    if (control.kind !== "button") continue;
    for (const from of [start, ...corners.slice(0, 40)]) {
      let params = from;
      for (let i = 0; i < PRESSES; i++) {
        params = { ...params, ...(figure.press?.(name, typed(params)) as Params | undefined) };
        yield params;
      }
    }
  }
}

/** The values of a control worth trying, its ends and awkward ones above all. */
function settings(control: FigureControl): readonly Value[] {
  switch (control.kind) {
    case "slider":
      return [control.min, (control.min + control.max) / 2, control.max];
    case "toggle":
      return [true, false];
    case "choice":
      return control.choices;
    case "text":
      return [control.value, ...(control.examples ?? []), ...awkwardTexts];
    case "button":
      return [];
    case "points": {
      const [[x, y] = [0, 0]] = control.value;
      return [
        control.value,
        control.value.map(() => [x, y] as const), // all at one place
        control.value.map(([, each]) => [x, each] as const), // all above one another
        control.value.map(([each]) => [each, y] as const), // all on a level
      ];
    }
  }
}

/** A figure read from disk has controls that no type knows; their values fit by construction. */
function typed(params: Params): FigureParams<FigureControls> {
  return params as FigureParams<FigureControls>;
}

/** The paths of numbers that are not finite. Nearly always there are none, so paths are written for those alone. */
function findBadNumbers(value: unknown, path: string): string[] {
  if (!hasBadNumber(value)) return [];
  if (typeof value === "number") return [`${path} is ${value}`];
  return Object.entries(value as object).flatMap(([key, item]) =>
    findBadNumbers(item, `${path}.${key}`),
  );
}

function hasBadNumber(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasBadNumber);
  for (const key in value) if (hasBadNumber((value as Record<string, unknown>)[key])) return true;
  return false;
}
