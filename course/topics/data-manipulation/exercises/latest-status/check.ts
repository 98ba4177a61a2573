import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Log } from "./solution";

type Entry = {
  readonly ticket: number;
  readonly time: Date | null;
  readonly status: string;
  readonly note: string | null;
};

const HOUR = 3_600_000;

export default defineCheck(({ latestStatus }: { latestStatus(log: Log): DataFrame }) => {
  for (const seed of [1, 2, 3]) {
    const rows = someEntries(seed);
    const timed = rows.filter(({ time }) => time !== null);
    const byTime = [...timed].sort((a, b) => a.time!.getTime() - b.time!.getTime());
    const untimed = rows.filter(({ time }) => time === null);
    const last = (entries: readonly Entry[]) => table(entries, (own) => own.at(-1)!);
    expectClose(latestStatus(DataFrame.fromRows(rows) as unknown as Log), last(byTime), {
      of: "latestStatus(log)",
      mistakes: {
        "file-order": last(timed),
        patchwork: table(byTime, (own) => {
          const note = own.findLast((entry) => entry.note !== null)?.note ?? null;
          return { ...own.at(-1)!, note };
        }),
        "no-time-is-last": last([...byTime, ...untimed]),
        "first-row": table(byTime, (own) => own[0]!),
      },
    });
  }
});

function someEntries(seed: number): Entry[] {
  const mess = new Mess(seed);
  const start = Date.UTC(2024, 2, 1, 9);
  const rows = mess.list(40, (i) => ({
    ticket: 501 + (i % 9),
    time: mess.chance(0.1) ? null : new Date(start + (i * 7 + mess.integer(0, 6)) * HOUR),
    status: mess.pick(["open", "waiting", "solved", "closed"]),
    note: mess.chance(0.5) ? null : mess.pick(["called", "mail sent", "no answer"]),
  }));
  return mess.shuffled(rows);
}

function table(entries: readonly Entry[], choose: (own: Entry[]) => Entry): DataFrame {
  const tickets = [...new Set(entries.map(({ ticket }) => ticket))].sort((a, b) => a - b);
  const own = (ticket: number) => entries.filter((entry) => entry.ticket === ticket);
  return DataFrame.fromRows(tickets.map((ticket) => choose(own(ticket))));
}
