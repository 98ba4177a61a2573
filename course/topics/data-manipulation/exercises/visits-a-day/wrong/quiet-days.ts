import { col, type DataFrame } from "@gradus/data";

export type Log = DataFrame<{ time: "date"; visitor: "string" }>;

/** For every day its number of `visits`, and `week`, the mean over the seven days that end with it. */
export function visitsADay(log: Log): DataFrame {
  const people = log.filter(col("visitor").notEqual("bot"));
  const daily = people
    .assign({ day: people.column("time").dt.floor("D") })
    .groupBy(["day"], { sort: true })
    .count()
    .rename({ count: "visits" });
  return daily.assign({ week: daily.column("visits").rolling(7).mean() });
}
