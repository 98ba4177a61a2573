import { type DataFrame, readCSV } from "@gradus/data";
import type { Workload } from "../../workload";
import { csvScore, type Task } from "../serve";

export function csv({ arrays }: Workload): Task {
  let result: DataFrame;
  return {
    repetition: async () => {
      result = await readCSV(arrays.table!.path);
    },
    score: () => csvScore((name) => result.column(name).toArray()),
  };
}
