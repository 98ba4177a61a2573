import { RandomGenerator } from "@gradus/core";
import { errorOf, houses, type Setting, TRAIN } from "./houses";

// Four searches for the three options of houses.ts, each with at most as much to spend, for the figure.

/** Whole fits that a search may pay for: a fit on a third of the houses costs a third of one. */
export const BUDGET = 27;
export const METHODS = ["grid", "random", "TPE", "halving"] as const;
export type Method = (typeof METHODS)[number];

/** Every option is searched between these powers of ten. */
export const POWERS = [-5, 1] as const;

export interface Try {
  readonly setting: Setting;
  readonly error: number;
  /** What has been spent with this try, in whole fits. */
  readonly spent: number;
}

export interface Found {
  readonly tries: readonly Try[];
  /** The lowest error on the validation houses, and that of the same model on fresh ones. */
  readonly best: number;
  readonly fresh: number;
  readonly setting: Setting;
}

/** A place in the cube [0, 1]³. */
type Place = readonly [u: number, v: number, w: number];

export function search(method: Method, seed: number): Found {
  const random = new RandomGenerator(seed);
  const tries = searches[method](random);
  const best = tries.reduce((a, b) => (b.error < a.error ? b : a));
  const rows = tries.filter(({ spent }) => spent <= best.spent).length;
  const { setting, error } = best;
  return {
    tries,
    best: error,
    fresh: errorOf(setting, method === "halving" ? halvingRows(rows) : TRAIN, houses.fresh),
    setting,
  };
}

const searches: Readonly<Record<Method, (random: RandomGenerator) => Try[]>> = {
  grid: (random) => {
    // Where a grid begins is somebody's choice; here it is drawn, one beginning for each option.
    const axes = [0, 1, 2].map(() => {
      const begin = random.uniform();
      return [0, 1, 2].map((k) => (k + begin) / 3);
    });
    const [first, second, third] = axes as [number[], number[], number[]];
    return wholeFits(
      first.flatMap((u) => second.flatMap((v) => third.map((w): Place => [u, v, w]))),
    );
  },
  random: (random) => wholeFits(drawn(random, BUDGET)),
  TPE: (random) => {
    const places = drawn(random, 9);
    const tries = wholeFits(places);
    while (tries.length < BUDGET) {
      const place = proposed(random, places, tries);
      places.push(place);
      tries.push(tryAt(place, TRAIN, tries.length + 1));
    }
    return tries;
  },
  halving: (random) => {
    let places = drawn(random, 3 * BUDGET);
    const tries: Try[] = [];
    let spent = 0;
    for (let rows = TRAIN / 9; rows <= TRAIN; rows *= 3) {
      const round = places.map((place) => {
        spent += rows / TRAIN;
        return { place, result: tryAt(place, rows, spent) };
      });
      tries.push(...round.map(({ result }) => result));
      round.sort((a, b) => a.result.error - b.result.error);
      places = round.slice(0, places.length / 3).map(({ place }) => place);
    }
    return tries;
  },
};

/** From how many houses the k-th try of successive halving has learned. */
export function halvingRows(k: number): number {
  if (k <= 3 * BUDGET) return TRAIN / 9;
  return k <= 4 * BUDGET ? TRAIN / 3 : TRAIN;
}

const power = (u: number) => 10 ** (POWERS[0] + u * (POWERS[1] - POWERS[0]));

function tryAt([u, v, w]: Place, rows: number, spent: number): Try {
  const setting = { alpha: power(u), gamma: power(v), place: power(w) };
  return { setting, error: errorOf(setting, rows), spent };
}

function wholeFits(places: readonly Place[]): Try[] {
  return places.map((place, i) => tryAt(place, TRAIN, i + 1));
}

function drawn(random: RandomGenerator, n: number): Place[] {
  return Array.from(
    { length: n },
    (): Place => [random.uniform(), random.uniform(), random.uniform()],
  );
}

/** Tree-structured Parzen estimators: of 24 values near good ones, the one that is least like the bad ones. */
function proposed(random: RandomGenerator, places: readonly Place[], tries: readonly Try[]): Place {
  const order = [...places.keys()].sort((a, b) => tries[a]!.error - tries[b]!.error);
  const nGood = Math.ceil(0.15 * places.length);
  const along = (axis: 0 | 1 | 2) => {
    const values = order.map((i) => places[i]![axis]);
    const [good, bad] = [values.slice(0, nGood), values.slice(nGood)];
    const ratio = (u: number) => density(good, u) / density(bad, u);
    const candidates = Array.from({ length: 24 }, () => drawNear(random, good));
    return candidates.reduce((a, b) => (ratio(b) > ratio(a) ? b : a));
  };
  return [along(0), along(1), along(2)];
}

/** A mean of bumps around the centres and of the even density. */
export function density(centers: readonly number[], u: number): number {
  const width = widthOf(centers);
  const bump = (center: number) =>
    Math.exp(-0.5 * ((u - center) / width) ** 2) / (width * Math.sqrt(2 * Math.PI));
  return centers.reduce((sum, center) => sum + bump(center), 1) / (centers.length + 1);
}

const widthOf = (centers: readonly number[]) => Math.max(0.05, 0.5 / (centers.length + 1));

function drawNear(random: RandomGenerator, centers: readonly number[]): number {
  const center = centers[random.integer(0, centers.length + 1)];
  if (center === undefined) return random.uniform();
  for (;;) {
    const u = random.normal(center, widthOf(centers));
    if (u >= 0 && u <= 1) return u;
  }
}
