import { RandomGenerator } from "@gradus/core";
import { DataFrame } from "@gradus/data";

/** The defects that are planted, in the order in which they are named. */
export const defects = [
  "types",
  "units",
  "codes",
  "impossible",
  "spellings",
  "dates",
  "duplicates",
  "leaks",
] as const;

export type Defect = (typeof defects)[number];

/** A visit as it is. */
export type Visit = {
  readonly visit: string;
  readonly patient: string;
  readonly clinic: string | null;
  readonly weight: number;
  readonly age: number;
  readonly date: Date;
  readonly set: string;
};

type Written = Readonly<Record<keyof Visit | "unit", string>>;

/** What the clean table holds, and what was done to make it dirty. */
export interface Truth {
  readonly table: DataFrame;
  readonly visits: readonly Visit[];
  /** What stood in the file for each visit that stays. */
  readonly written: ReadonlyMap<string, Written>;
  readonly leaking: ReadonlySet<string>;
}

const POUND = 0.45359237;
const DAY = 86_400_000;

/** Visits with all eight defects, several times each, and the table without them. */
export function makeVisits(seed: number): { readonly raw: DataFrame; readonly truth: Truth } {
  const random = new RandomGenerator(seed);
  const pick = <T>(values: readonly T[]): T => values[random.integer(0, values.length)]!;
  const visits = Array.from({ length: 48 }, (_, i): Visit => {
    const isChild = random.uniform() < 0.3;
    return {
      visit: `V${101 + i}`,
      patient: `P${1 + (i % 24)}`,
      clinic: i % 7 === 3 ? null : pick(["north", "south", "harbour"]),
      weight:
        i % 9 === 4 ? Number.NaN : random.integer(isChild ? 150 : 550, isChild ? 400 : 990) / 10,
      age: i % 8 === 5 ? Number.NaN : random.integer(isChild ? 3 : 18, isChild ? 12 : 90),
      date: new Date(Date.UTC(2024, 0, 1) + random.integer(0, 300) * DAY),
      set: i % 24 >= 18 ? "test" : "train",
    };
  });
  // Four patients of the test set come again, in the training set. Three ages stand on the border.
  const again = [18, 19, 21, 22].map(
    (p, k): Visit => ({
      ...visits[p]!,
      visit: `V${201 + k}`,
      set: "train",
    }),
  );
  const borders = [0, 120, 1].map(
    (age, k): Visit => ({ ...visits[k]!, visit: `V${301 + k}`, age }),
  );
  const all = [...visits, ...again, ...borders];
  const rows = all.map((each, i) => ({ each, text: written(each, i, pick) }));
  const order = Array.from(random.permutation(rows.length), (i) => rows[i]!);
  const twice = order.filter((_, i) => i % 9 === 2);
  const typedAgain = twice.map(({ each, text }) => ({
    ...text,
    clinic: ` ${text.clinic.toUpperCase()}`,
    date: each.date.toISOString().slice(0, 10).replaceAll("-", "/"),
  }));
  const kept = order.filter(({ each }) => !again.includes(each)).map(({ each }) => each);
  return {
    raw: DataFrame.fromRows([...order.map(({ text }) => text), ...typedAgain]),
    truth: {
      table: DataFrame.fromRows(kept),
      visits: kept,
      written: new Map(order.map(({ each, text }) => [each.visit, text])),
      leaking: new Set(again.map(({ visit }) => visit)),
    },
  };
}

/** A visit as the clinic writes it. */
function written(each: Visit, i: number, pick: <T>(values: readonly T[]) => T): Written {
  const [year, month, day] = each.date.toISOString().slice(0, 10).split("-") as [
    string,
    string,
    string,
  ];
  const unit = i % 3 === 1 ? "lb" : "kg";
  const weight = unit === "lb" ? (each.weight / POUND).toFixed(8) : String(each.weight);
  const clinic = each.clinic ?? pick(["", "n/a", "?"]);
  const age = i % 16 === 5 ? pick(["-4", "121", "212", "-1"]) : pick(["n/a", "?", "-999", ""]);
  return {
    visit: each.visit,
    patient: each.patient,
    clinic:
      each.clinic === null
        ? clinic
        : pick([clinic, `${clinic} `, clinic.toUpperCase(), ` ${clinic}`]),
    weight: Number.isNaN(each.weight) ? pick(["-999", "n/a", ""]) : weight.replace(".", ","),
    unit,
    age: Number.isNaN(each.age) ? age : String(each.age),
    date: [`${year}-${month}-${day}`, `${day}.${month}.${year}`, `${year}/${month}/${day}`][i % 3]!,
    set: each.set,
  };
}

/** Which defects a table still has, and in how many places. */
export function stillThere(
  found: DataFrame,
  { visits, written, leaking }: Truth,
): Map<Defect, number> {
  const counts = new Map<Defect, number>();
  const add = (defect: Defect) => counts.set(defect, (counts.get(defect) ?? 0) + 1);
  const seen = new Set<unknown>();
  const truths = new Map(visits.map((each) => [each.visit, each]));
  for (const row of found.rows()) {
    const { visit } = row;
    if (seen.has(visit)) add("duplicates");
    else if (leaking.has(visit as string)) add("leaks");
    const right = truths.get(visit as string);
    if (right && !seen.has(visit)) {
      for (const defect of defectsOf(row, right, written.get(right.visit)!)) add(defect);
    }
    seen.add(visit);
  }
  return counts;
}

/** The defects of one row, of which the visit and what was written are known. */
function* defectsOf(
  row: Readonly<Record<string, unknown>>,
  right: Visit,
  text: Written,
): Iterable<Defect> {
  const { clinic, weight, age, date } = row;
  if (right.clinic === null ? clinic !== null : false) yield "codes";
  else if (clinic !== right.clinic) yield "spellings";
  yield* numberDefects(weight, right.weight, right.weight / POUND, text.unit === "lb");
  const coded = Number.isNaN(Number(text.age || Number.NaN)) || text.age === "-999";
  if (Number.isNaN(right.age) && !coded && !isGap(age)) yield "impossible";
  else yield* numberDefects(age, right.age, Number.NaN, false);
  if (!(date instanceof Date) || date.getTime() !== right.date.getTime()) yield "dates";
}

function* numberDefects(
  found: unknown,
  right: number,
  inPounds: number,
  isPounds: boolean,
): Iterable<Defect> {
  if (Number.isNaN(right)) {
    if (!isGap(found)) yield "codes";
    return;
  }
  if (typeof found === "number" && near(found, right)) return;
  const untouched = typeof found === "number" && near(found, inPounds);
  yield isPounds && untouched ? "units" : "types";
}

const isGap = (cell: unknown) => cell === null || Number.isNaN(cell);
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.abs(b) + 1e-9;
