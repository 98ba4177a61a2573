import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Sheet } from "./solution";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"];

type Long = { readonly item: string; readonly month: number; readonly sold: number };

export default defineCheck(({ longSales }: { longSales(sheet: Sheet): DataFrame }) => {
  for (const seed of [1, 2]) {
    const mess = new Mess(seed);
    const items = mess.shuffled(["tea", "mug", "pot", "tray"]);
    const cells = items.map(() =>
      MONTHS.map(() => (mess.chance(0.25) ? Number.NaN : mess.pick([0, 3, 8, 21]))),
    );
    cells[0]![2] = Number.NaN;
    cells[1]![4] = 0;
    const columns = MONTHS.map((name, j) => [name, cells.map((row) => row[j]!)] as const);
    const sheet = DataFrame.fromColumns({ item: items, ...Object.fromEntries(columns) });
    const all = items.flatMap((item, i) =>
      MONTHS.map((_, j): Long => ({ item, month: j + 1, sold: cells[i]![j]! })),
    );
    const counted = all.filter(({ sold }) => !Number.isNaN(sold));
    expectClose(longSales(sheet as unknown as Sheet), table(counted), {
      of: "longSales(sheet)",
      mistakes: {
        "empty-cells": table(all),
        "zeros-lost": table(all.filter(({ sold }) => sold > 0)),
        "from-zero": table(counted.map((row) => ({ ...row, month: row.month - 1 }))),
        "by-name": table(counted, ({ month }) => MONTHS.toSorted().indexOf(MONTHS[month - 1]!)),
      },
    });
  }
});

function table(rows: readonly Long[], place = ({ month }: Long) => month): DataFrame {
  const order = (a: Long, b: Long) =>
    a.item === b.item ? place(a) - place(b) : a.item < b.item ? -1 : 1;
  return DataFrame.fromRows([...rows].sort(order));
}
