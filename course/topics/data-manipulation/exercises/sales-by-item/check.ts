import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Lines } from "./solution";

type Line = {
  readonly order: number;
  readonly item: string | null;
  readonly quantity: number;
  readonly price: number;
};

const prices = new Map<string | null, number>([
  ["tea", 4.5],
  ["mug", 11.25],
  ["pot", 32.4],
  ["strainer", 6.1],
  [null, 3.7],
]);

export default defineCheck(({ salesByItem }: { salesByItem(lines: Lines): DataFrame }) => {
  for (const seed of [1, 2, 3]) {
    const rows = someLines(seed);
    const revenue = (lines: readonly Line[]) => sum(lines, (line) => line.quantity * line.price);
    const different = (lines: readonly Line[]) => new Set(lines.map(({ order }) => order)).size;
    const apart = (lines: readonly Line[]) =>
      sum(lines, ({ quantity }) => quantity) * sum(lines, ({ price }) => price);
    const named = rows.map((line) => ({ ...line, item: line.item ?? "unknown" }));
    expectClose(
      salesByItem(DataFrame.fromRows(rows) as unknown as Lines),
      table(named, revenue, different),
      {
        of: "salesByItem(lines)",
        mistakes: {
          "rows-not-orders": table(named, revenue, (lines) => lines.length),
          "unknown-lost": table(
            rows.filter(({ item }) => item !== null),
            revenue,
            different,
          ),
          "product-of-sums": table(named, apart, different),
        },
      },
    );
  }
});

function someLines(seed: number): Line[] {
  const mess = new Mess(seed);
  return mess.list(40, () => {
    const item = mess.pick([...prices.keys()]);
    // Prices went up at some time, and some things came back.
    const price = prices.get(item)! + mess.pick([0, 0.5]);
    return { order: mess.integer(1, 12), item, quantity: mess.pick([1, 1, 2, 3, -1]), price };
  });
}

const sum = <T>(values: readonly T[], of: (value: T) => number) =>
  values.reduce((total, value) => total + of(value), 0);

/** One row an item, the largest revenue first. */
function table(
  lines: readonly Line[],
  revenue: (lines: readonly Line[]) => number,
  orders: (lines: readonly Line[]) => number,
): DataFrame {
  const items = [...new Set(lines.map(({ item }) => item))];
  const rows = items.map((item) => {
    const own = lines.filter((line) => line.item === item);
    return { item, revenue: revenue(own), orders: orders(own) };
  });
  return DataFrame.fromRows(rows.sort((a, b) => b.revenue - a.revenue));
}
