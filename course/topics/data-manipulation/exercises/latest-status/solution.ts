import type { DataFrame } from "@gradus/data";

export type Log = DataFrame<{ ticket: "integer"; time: "date"; status: "string"; note: "string" }>;

/** The latest row of each ticket, sorted by ticket. */
export function latestStatus(log: Log): DataFrame {
  return log
    .dropMissing("time")
    .sortBy("time")
    .dropDuplicates(["ticket"], { keep: "last" })
    .sortBy("ticket");
}
