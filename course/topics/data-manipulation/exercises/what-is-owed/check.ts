import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Orders, Payments } from "./solution";

type Order = { readonly order: number; readonly total: number };
type Payment = { readonly order: number; readonly paid: number };

interface Submission {
  whatIsOwed(orders: Orders, payments: Payments): DataFrame;
}

export default defineCheck(({ whatIsOwed }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const { orders, payments } = someMoney(seed);
    const paidFor = (order: number) => payments.filter((each) => each.order === order);
    const sum = (paid: readonly Payment[]) => paid.reduce((all, each) => all + each.paid, 0);
    const owed = ({ order, total }: Order) => ({ order, owed: total - sum(paidFor(order)) });
    const right = orders.map(owed).filter((row) => row.owed > 0);
    expectClose(
      whatIsOwed(
        DataFrame.fromRows(orders).astype({
          order: "integer",
          total: "integer",
        }) as unknown as Orders,
        DataFrame.fromRows(payments).astype({
          order: "integer",
          paid: "integer",
        }) as unknown as Payments,
      ),
      table(right),
      {
        of: "whatIsOwed(orders, payments)",
        mistakes: {
          "row-per-payment": table(
            orders
              .flatMap(({ order, total }) => {
                const parts = paidFor(order);
                const rows = parts.length > 0 ? parts : [{ order, paid: 0 }];
                return rows.map(({ paid }) => ({ order, owed: total - paid }));
              })
              .filter((row) => row.owed > 0),
          ),
          "never-paid": table(right.filter(({ order }) => paidFor(order).length > 0)),
          "last-payment": table(
            orders
              .map(({ order, total }) => ({ order, owed: total - sum(paidFor(order).slice(-1)) }))
              .filter((row) => row.owed > 0),
          ),
          "paid-too": table(orders.map(owed)),
        },
      },
    );
  }
});

/** Orders of totals that all differ, so that no two amounts owed are the same. */
function someMoney(seed: number) {
  const mess = new Mess(seed);
  const orders = mess.list(16, (i) => ({
    order: 1001 + i,
    total: 1000 + 137 * i + mess.integer(0, 50),
  }));
  const payments = orders.flatMap(({ order, total }, i): Payment[] => {
    if (i === 0) return [{ order, paid: total - 1 }]; // one cent is left
    const part = Math.floor(total * mess.pick([0.25, 0.4, 0.6]));
    switch (i % 5) {
      case 1:
        return [{ order, paid: total }];
      case 2:
        return [{ order, paid: part }];
      case 3:
        return [
          { order, paid: part },
          { order, paid: Math.floor(part / 3) },
        ];
      case 4:
        return [
          { order, paid: part },
          { order, paid: total - part + (i > 10 ? 100 : 0) },
        ];
      default:
        return [];
    }
  });
  return { orders: mess.shuffled(orders), payments: mess.shuffled(payments) };
}

function table(rows: readonly { readonly order: number; readonly owed: number }[]): DataFrame {
  return DataFrame.fromRows([...rows].sort((a, b) => b.owed - a.owed));
}
