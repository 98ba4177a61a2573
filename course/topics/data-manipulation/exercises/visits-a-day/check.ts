import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Log } from "./solution";

type Visit = { readonly time: Date; readonly visitor: string };

const DAY = 86_400_000;

export default defineCheck(({ visitsADay }: { visitsADay(log: Log): DataFrame }) => {
  for (const seed of [1, 2, 3]) {
    const rows = someVisits(seed);
    const people = rows.filter(({ visitor }) => visitor !== "bot");
    expectClose(visitsADay(DataFrame.fromRows(rows) as unknown as Log), table(people), {
      of: "visitsADay(log)",
      mistakes: {
        "quiet-days": table(people, { onlyBusy: true }),
        "too-early": table(people, { least: 1 }),
        "looks-ahead": table(people, { ahead: 3 }),
        bots: table(rows),
      },
    });
  }
});

function someVisits(seed: number): Visit[] {
  const mess = new Mess(seed);
  const start = Date.UTC(2024, 1, 20);
  const busy = mess.list(24, (i) => i).filter((i) => i % 5 !== 3);
  return mess.shuffled(
    busy.flatMap((day) =>
      mess.list(mess.integer(1, 5), () => ({
        time: new Date(start + day * DAY + mess.integer(0, DAY)),
        visitor: mess.chance(0.25) ? "bot" : mess.pick(["ana", "bo", "cy"]),
      })),
    ),
  );
}

function table(
  visits: readonly Visit[],
  { onlyBusy = false, least = 7, ahead = 0 } = {},
): DataFrame {
  const day = ({ time }: Visit) => Math.floor(time.getTime() / DAY);
  const [first, last] = [Math.min(...visits.map(day)), Math.max(...visits.map(day))];
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const on = (each: number) => visits.filter((visit) => day(visit) === each).length;
  const days = all.filter((each) => !onlyBusy || on(each) > 0);
  const counts = days.map(on);
  return DataFrame.fromRows(
    days.map((each, i) => {
      const window = counts.slice(Math.max(0, i + ahead - 6), i + ahead + 1);
      const mean = window.reduce((sum, n) => sum + n, 0) / window.length;
      const week = window.length < least ? Number.NaN : mean;
      return { day: new Date(each * DAY), visits: counts[i]!, week };
    }),
  );
}
