import type { Point } from "@gradus/course-kit";
import { loadDigits, makeBlobs, makeCircles, makeMoons } from "@gradus/data";
import { StandardScaler } from "@gradus/learn";
import { tensor } from "@gradus/tensor";

/** Points with their classes, to learn from and kept apart; both features standardized. */
export interface Cloud {
  readonly classes: readonly string[];
  readonly axes: readonly [string, string];
  readonly learned: Labelled;
  readonly apart: Labelled;
}

export interface Labelled {
  readonly points: readonly Point[];
  readonly labels: readonly number[];
}

const EACH = 80;
const plain = ["Feature 1", "Feature 2"] as const;

/** The digits 0, 1 and 4 by two numbers: how wide they are, and how unlike their mirror image. */
export async function digitCloud(): Promise<Cloud> {
  const { images, labels } = await loadDigits();
  const pictures = images.toArray<number[][][]>();
  const which = ["0", "1", "4"];
  const chosen = labels.toArray<number[]>().flatMap((digit, i) => {
    const label = which.indexOf(String(digit));
    return label < 0 ? [] : [{ label, at: [width(pictures[i]!), asymmetry(pictures[i]!)] }];
  });
  const some = chosen.filter((_, i) => i % 3 === 0).slice(0, 2 * EACH);
  return cloud(
    some.map(({ at }) => at),
    some.map(({ label }) => label),
    which,
    ["Width", "Asymmetry"],
  );
}

/** Clouds of drawn points. */
export const drawnClouds = {
  "two moons": () => moons(0.15),
  "two moons, noisy": () => moons(0.4),
  "a ring": () => drawn(makeCircles({ nSamples: 2 * EACH, noise: 0.12, factor: 0.45, seed: 3 })),
  "three clouds": () => threeBlobs(),
} as const;

/** How far the ink lies from its middle column, in columns. */
export function width(picture: readonly (readonly number[])[]): number {
  const columns = picture[0]!.map((_, j) => picture.reduce((sum, row) => sum + row[j]!, 0));
  const ink = columns.reduce((sum, grey) => sum + grey, 0);
  const middle = columns.reduce((sum, grey, j) => sum + grey * j, 0) / ink;
  return Math.sqrt(columns.reduce((sum, grey, j) => sum + grey * (j - middle) ** 2, 0) / ink);
}

/** The mean difference between a picture and its mirror image, as a share of black. */
export function asymmetry(picture: readonly (readonly number[])[]): number {
  const differences = picture.flatMap((row) =>
    row.map((grey, j) => Math.abs(grey - row[row.length - 1 - j]!)),
  );
  return differences.reduce((sum, difference) => sum + difference, 0) / differences.length / 16;
}

function moons(noise: number): Cloud {
  return drawn(makeMoons({ nSamples: 2 * EACH, noise, seed: 3 }));
}

function threeBlobs(): Cloud {
  const centers = [
    [-1, -0.7],
    [1, -0.7],
    [0, 1],
  ];
  return drawn(makeBlobs({ nSamples: 2 * EACH, centers, clusterStd: 0.6, seed: 3 }));
}

function drawn({ X, y }: Pick<ReturnType<typeof makeMoons>, "X" | "y">): Cloud {
  const labels = y.toArray<number[]>();
  const names = ["blue", "orange", "pink"].slice(0, Math.max(...labels) + 1);
  return cloud(X.toArray<number[][]>(), labels, names, plain);
}

function cloud(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  classes: readonly string[],
  axes: readonly [string, string],
): Cloud {
  const scaled = new StandardScaler().fitTransform(tensor(rows)).toArray<[number, number][]>();
  const part = (odd: number) => ({
    points: scaled.filter((_, i) => i % 2 === odd),
    labels: labels.filter((_, i) => i % 2 === odd),
  });
  return { classes, axes, learned: part(0), apart: part(1) };
}
