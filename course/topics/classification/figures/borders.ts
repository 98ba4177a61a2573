import { type ColorRole, defineFigure, type Panel } from "@gradus/course-kit";
import { type Entry, entries, titleOf } from "../classifiers";
import { type Cloud, digitCloud, drawnClouds, type Labelled } from "../clouds";

const REACH = 3;
const SIZE = 61;
const SIDE = Array.from({ length: SIZE }, (_, i) => REACH * ((2 * i) / (SIZE - 1) - 1));
const GROUND = SIDE.flatMap((y) => SIDE.map((x) => [x, y]));
const ROLES: readonly ColorRole[] = ["data", "model", "second"];

const clouds: Readonly<Record<string, Cloud>> = {
  "digits 0, 1 and 4": await digitCloud(),
  ...Object.fromEntries(Object.entries(drawnClouds).map(([name, make]) => [name, make()])),
};
const CLOUDS = Object.keys(clouds);
const TITLES = entries.map(titleOf);
const START = "LogisticRegression";

interface Result {
  readonly ground: readonly number[];
  readonly learned: readonly number[];
  readonly apart: readonly number[];
}

/** What was fitted already, by the names of classifier and points. */
const results = new Map<string, Result>();

export default defineFigure({
  id: "borders",
  title: "Every classifier draws its border",
  caption:
    "A point on ground of another colour is a mistake. Guess before you choose: which classifiers can follow the moons, which the ring? Then look for one that is right on all points it learned from, and not on those kept apart.",
  controls: {
    classifier: { kind: "choice", label: "Classifier", choices: TITLES, value: START },
    points: { kind: "choice", label: "Points", choices: CLOUDS, value: CLOUDS[0]! },
  },

  model: ({ classifier, points }) => {
    const entry = entries.find((each) => titleOf(each) === classifier) ?? entries[0]!;
    const name = points in clouds ? points : CLOUDS[0]!;
    const cloud = clouds[name]!;
    const key = `${titleOf(entry)}: ${name}`;
    const result = results.get(key) ?? fitted(entry, cloud);
    results.set(key, result);
    return { entry, name, cloud, ...result };
  },

  view: ({ entry, cloud, ground, learned, apart }) => ({
    panels: [
      panel(`Learned from: ${countText(cloud.learned, learned)}`, cloud, cloud.learned, ground),
      panel(`Kept apart: ${countText(cloud.apart, apart)}`, cloud, cloud.apart, ground),
    ],
    readouts: [
      { label: "Border", value: entry.how },
      { label: "Right, learned from", value: percent(cloud.learned, learned) },
      { label: "Right, kept apart", value: percent(cloud.apart, apart), role: "good" },
    ],
  }),

  describe: ({ entry, name, cloud, ground, learned, apart }) => {
    const shares = cloud.classes.map((label, k) => {
      const count = ground.filter((place) => place === k).length;
      return `${Math.round((100 * count) / ground.length)} % ${label}`;
    });
    return (
      `${titleOf(entry)} on ${name}: ${entry.how}. The ground shown is ${shares.join(", ")}. ` +
      `It is right on ${percent(cloud.learned, learned)} of the ${learned.length} points that it learned from, ` +
      `and on ${percent(cloud.apart, apart)} of ${apart.length} kept apart.`
    );
  },
});

function fitted(entry: Entry, { classes, learned, apart }: Cloud): Result {
  const model = entry.make(classes.length);
  model.fit(
    learned.points.map((point) => [...point]),
    [...learned.labels],
  );
  const predict = (rows: readonly (readonly number[])[]) =>
    model.predict(rows.map((row) => [...row])) as number[];
  return {
    ground: predict(GROUND),
    learned: predict(learned.points),
    apart: predict(apart.points),
  };
}

function panel(
  title: string,
  { classes, axes }: Cloud,
  { points, labels }: Labelled,
  ground: readonly number[],
): Panel {
  const roles = ROLES.slice(0, classes.length);
  return {
    title,
    x: { label: `${axes[0]} (standard deviations)`, domain: [-REACH, REACH] },
    y: { label: `${axes[1]} (standard deviations)`, domain: [-REACH, REACH] },
    equalUnits: true,
    marks: [
      {
        kind: "regions",
        x: SIDE,
        y: SIDE,
        classes: SIDE.map((_, i) => ground.slice(i * SIZE, (i + 1) * SIZE)),
        roles,
      },
      ...roles.map((role, k) => ({
        kind: "points" as const,
        points: points.filter((_, i) => labels[i] === k),
        role,
        radius: 4,
      })),
      ...classes.map((label, k) => ({
        kind: "text" as const,
        at: [-REACH + 0.25 + 0.9 * k * (classes[0]!.length > 1 ? 1 : 0.4), -REACH + 0.25] as const,
        text: label,
        role: roles[k]!,
        anchor: "start" as const,
      })),
    ],
  };
}

function rightOf({ labels }: Labelled, got: readonly number[]): number {
  return labels.filter((label, i) => got[i] === label).length;
}

function countText(part: Labelled, got: readonly number[]): string {
  return `${rightOf(part, got)} of ${got.length} right`;
}

function percent(part: Labelled, got: readonly number[]): string {
  return `${Math.round((100 * rightOf(part, got)) / got.length)} %`;
}
