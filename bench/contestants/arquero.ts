import { readFileSync } from "node:fs";
import type { ArrayFile, Workload } from "../workload";
import { csvScore, keyText, meanAbsolute, readArray, serve, type Task, versionOf } from "./serve";

/** The part of Arquero that is used; it is an optional guest, so its own types may be missing. */
interface Arquero {
  fromCSV(text: string): Table;
  table(columns: Record<string, ArrayLike<unknown>>): Table;
  readonly op: { mean(column: string): unknown };
}

interface Table {
  groupby(name: string): Table;
  rollup(columns: Record<string, unknown>): Table;
  join(other: Table, on: string): Table;
  array(name: string): ArrayLike<number>;
}

const name = "arquero";
const library = (await import(name).catch(() => undefined)) as Arquero | undefined;

await serve({
  version: library === undefined ? name : `${name} ${versionOf(name)}`,
  setting: "1 thread",
  missing: library === undefined ? "not installed" : undefined,
  tasks: {
    groupMean: ({ arrays, settings }: Workload) => {
      const table = keyed(arrays.key!, settings.text === 1, "value", arrays.value!);
      const mean = library!.op.mean("value");
      return computing(
        () => table.groupby("key").rollup({ mean }),
        (result) => result.array("mean"),
      );
    },
    innerJoin: ({ arrays, settings }: Workload) => {
      const isText = settings.text === 1;
      const left = keyed(arrays.leftKey!, isText, "left", arrays.leftValue!);
      const right = keyed(arrays.rightKey!, isText, "right", arrays.rightValue!);
      return computing(
        () => left.join(right, "key"),
        (result) => {
          const [a, b] = [result.array("left"), result.array("right")];
          return Float64Array.from(a, (value, i) => value * b[i]!);
        },
      );
    },
    readCSV: ({ arrays }: Workload) => {
      let result: Table;
      return {
        repetition: () => {
          result = library!.fromCSV(readFileSync(arrays.table!.path, "utf8"));
        },
        score: () => csvScore((name) => result.array(name)),
      };
    },
  },
});

function computing(compute: () => Table, values: (result: Table) => ArrayLike<number>): Task {
  let result: Table;
  return {
    repetition: () => {
      result = compute();
    },
    score: () => meanAbsolute(values(result)),
  };
}

function keyed(keys: ArrayFile, isText: boolean, name: string, values: ArrayFile): Table {
  const numbers = readArray(keys);
  const key = isText ? Array.from(numbers, keyText) : Int32Array.from(numbers);
  return library!.table({ key, [name]: Float64Array.from(readArray(values)) });
}
