import { DataFrame, IntegerColumn, NumberColumn, StringColumn } from "@gradus/data";
import type { ArrayFile, Workload } from "../../workload";
import { keyText, meanAbsolute, readArray, type Task } from "../serve";

export function groupMean({ arrays, settings }: Workload): Task {
  const table = keyed(arrays.key!, settings.text === 1, "value", arrays.value!);
  let result: DataFrame;
  return {
    repetition: () => {
      result = table.groupBy("key").mean("value");
    },
    score: () => meanAbsolute((result.column("value") as NumberColumn).values),
  };
}

export function innerJoin({ arrays, settings }: Workload): Task {
  const isText = settings.text === 1;
  const left = keyed(arrays.leftKey!, isText, "left", arrays.leftValue!);
  const right = keyed(arrays.rightKey!, isText, "right", arrays.rightValue!);
  let result: DataFrame;
  return {
    repetition: () => {
      result = left.merge(right, { on: "key" });
    },
    score: () => {
      const [a, b] = ["left", "right"].map((name) => (result.column(name) as NumberColumn).values);
      return meanAbsolute(a!.map((value, i) => value * b![i]!));
    },
  };
}

function keyed(keys: ArrayFile, isText: boolean, name: string, values: ArrayFile): DataFrame {
  const numbers = Float64Array.from(readArray(keys));
  const key = isText
    ? new StringColumn("key", Array.from(numbers, keyText))
    : new IntegerColumn("key", numbers);
  return DataFrame.fromColumns([key, new NumberColumn(name, Float64Array.from(readArray(values)))]);
}
