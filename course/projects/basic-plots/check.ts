import { RandomGenerator } from "@gradus/core";
import { defineScoring, type Measured } from "@gradus/course-kit";
import {
  type DataFrame,
  type GapminderSchema,
  loadGapminder,
  loadPenguins,
  type PenguinsSchema,
} from "@gradus/data";
import type { Chart } from "@gradus/plot";
import {
  barsProblem,
  countsProblem,
  layersProblem,
  type PointList,
  specProblem,
  type Wanted,
} from "./spec-problems";

type World = DataFrame<GapminderSchema>;
type Penguins = DataFrame<PenguinsSchema>;

interface Submission {
  lines(world: World, countries: readonly string[]): Chart;
  scatter(penguins: Penguins): Chart;
  histogram(penguins: Penguins): Chart;
  bars(penguins: Penguins): Chart;
  logarithm(world: World, year: number): Chart;
}

export default defineScoring(async (submission: Submission, award) => {
  // In no order, and without some rows, so that no chart can know its data beforehand.
  const [world, penguins] = [some(await loadGapminder(), 1), some(await loadPenguins(), 0.9)];
  const judge = (id: string, draw: () => unknown, wanted: Wanted) =>
    award(id, () => judged(draw(), wanted));

  const countries = ["Japan", "Kenya", "Brazil"];
  const lives = new Map(countries.map((name) => [name, livesOf(world, name)]));
  await judge("lines", () => submission.lines(world, countries), {
    marks: (spec) => layersProblem(spec, "line", lives),
    x: { scale: "linear", holds: rangeOf(lives, 0), says: [/year/i] },
    y: { scale: "linear", holds: rangeOf(lives, 1), says: [/life expectancy/i, /years/i] },
  });

  const bills = billsOf(penguins);
  await judge("scatter", () => submission.scatter(penguins), {
    marks: (spec) => layersProblem(spec, "points", bills),
    x: { scale: "linear", holds: rangeOf(bills, 0), says: [/length/i, /mm/] },
    y: { scale: "linear", holds: rangeOf(bills, 1), says: [/depth/i, /mm/] },
  });

  const masses = penguins
    .column("body_mass_g")
    .toArray()
    .filter((mass) => !Number.isNaN(mass));
  await judge("histogram", () => submission.histogram(penguins), {
    marks: (spec) => countsProblem(spec, masses),
    x: {
      scale: "linear",
      holds: [Math.min(...masses), Math.max(...masses)],
      says: [/mass|weight/i, /\bk?g\b/],
    },
    y: { scale: "linear", holds: [0, 1], says: [/number|count|penguins/i] },
  });

  const islands = new Map([...penguins.column("island").valueCounts()]);
  const amounts = {
    scale: "linear",
    holds: [0, Math.max(...islands.values())],
    says: [/number|count|penguins/i],
  } as const;
  const names = { scale: "linear", holds: [0, islands.size - 1], says: [] } as const;
  await award("bars", () => {
    const drawn = submission.bars(penguins);
    const isUpright = drawn?.spec?.x?.ticks !== undefined;
    return judged(drawn, {
      marks: (spec) => barsProblem(spec, islands),
      x: isUpright ? names : amounts,
      y: isUpright ? amounts : names,
    });
  });

  const year = 1985;
  const people = new Map([["the countries", peopleIn(world, year)]]);
  await judge("logarithm", () => submission.logarithm(world, year), {
    marks: (spec) => layersProblem(spec, "points", people),
    x: { scale: "log", holds: rangeOf(people, 0), says: [/population|people|inhabitants/i] },
    y: { scale: "linear", holds: rangeOf(people, 1), says: [/children|fertility/i] },
  });
});

/** All of the points if nothing is wrong, else none and what is. */
function judged(chart: unknown, wanted: Wanted): Measured {
  const problem = specProblem(chart, wanted);
  return problem === undefined
    ? { share: 1, message: "Marks, scales and labels are right." }
    : { share: 0, message: problem };
}

/** A share of a table's rows, in no order. */
function some<T extends { nRows: number; take(rows: ArrayLike<number>): T }>(
  table: T,
  share: number,
): T {
  const order = new RandomGenerator(8).permutation(table.nRows);
  return table.take(order.slice(0, Math.round(share * table.nRows)));
}

function livesOf(world: World, country: string): PointList {
  const own = world.rows().filter((row) => row.country === country);
  return own.map((row) => [row.year, row.life_expectancy]);
}

function billsOf(penguins: Penguins): ReadonlyMap<string, PointList> {
  const bills = new Map<string, [number, number][]>();
  for (const { species, bill_length_mm, bill_depth_mm } of penguins.rows()) {
    if (species === null || Number.isNaN(bill_length_mm + bill_depth_mm)) continue;
    bills.set(species, [...(bills.get(species) ?? []), [bill_length_mm, bill_depth_mm]]);
  }
  return bills;
}

function peopleIn(world: World, year: number): PointList {
  const then = world.rows().filter((row) => row.year === year);
  return then.map((row) => [row.population, row.fertility]);
}

function rangeOf(lists: ReadonlyMap<string, PointList>, axis: 0 | 1): readonly [number, number] {
  const values = [...lists.values()].flat().map((point) => point[axis]);
  return [Math.min(...values), Math.max(...values)];
}
