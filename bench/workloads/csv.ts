import { RandomGenerator } from "@gradus/core";
import type { Maker } from "../catalogue";
import { textFile } from "../data";
import type { ArrayFile } from "../workload";

const N_ROWS = 1_000_000;
const SIZE = "1,000,000 × 20";

/** Reading a file of about 180 MB: whole numbers, decimals, texts, truths and dates, a tenth of one column missing. */
export const csv: readonly Maker[] = [
  {
    name: `read-csv ${SIZE}`,
    subject: "Tables",
    goals: { pandas: 1.5, arquero: 1 },
    make: () => ({ ...read, settings: { dates: 0 }, arrays: file(), peers: ["pandas", "arquero"] }),
  },
  {
    // By default pandas leaves dates text, which ours and Arquero's do not.
    name: `read-csv ${SIZE}, dates as dates`,
    subject: "Tables",
    make: () => ({ ...read, settings: { dates: 1 }, arrays: file(), peers: ["pandas"] }),
  },
];

const read = { task: "readCSV", repeat: 1 } as const;

const GRADES = ["A", "B", "C", "D", "E"];
const COLOURS = ["red", "green", "blue", "white", "black"];
const ANSWERS = ['"fine, thanks"', "so so", '"no ""way"""', "ok"];
const DAY = 86_400_000;

/** Every column's name, and its fields as they stand in the file. */
const COLUMNS: Readonly<Record<string, (random: RandomGenerator, row: number) => unknown>> = {
  id: (_, row) => row,
  count: (random) => below(random, 500),
  population: (random) => below(random, 10_000_000),
  price: (random) => (random.uniform() * 1_000).toFixed(2),
  ratio: (random) => random.uniform().toFixed(4),
  x: (random) => random.normal(),
  y: (random) => 1_000 * random.normal(),
  z: (random) => (1_000 * random.normal()).toFixed(6),
  latitude: (random) => (180 * random.uniform() - 90).toFixed(6),
  longitude: (random) => (360 * random.uniform() - 180).toFixed(6),
  gap: (random) => (random.uniform() < 0.1 ? "" : random.normal().toFixed(3)),
  town: (random) => `Town ${below(random, 500)}`,
  grade: (random) => oneOf(random, GRADES),
  colour: (random) => oneOf(random, COLOURS),
  user: (random) => `user${String(below(random, 100_000)).padStart(5, "0")}`,
  note: (random) => `note ${below(random, 2 ** 40).toString(16)}`,
  answer: (random) => oneOf(random, ANSWERS),
  active: (random) => (random.uniform() < 0.5 ? "true" : "false"),
  member: (random) => (random.uniform() < 0.9 ? "true" : "false"),
  day: (random) => new Date(DAY * (16_436 + below(random, 3_650))).toISOString().slice(0, 10),
};

function file(): Record<string, ArrayFile> {
  const names = Object.keys(COLUMNS);
  const columns = Object.values(COLUMNS);
  const table = textFile("mixed.csv", [N_ROWS, names.length], () => {
    const random = new RandomGenerator(97);
    return (line) =>
      line === 0 ? names.join(",") : columns.map((column) => column(random, line - 1)).join(",");
  });
  return { table };
}

function below(random: RandomGenerator, end: number): number {
  return Math.floor(end * random.uniform());
}

function oneOf(random: RandomGenerator, values: readonly string[]): string {
  return values[below(random, values.length)]!;
}
