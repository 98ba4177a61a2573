import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Orders } from "./solution";

type Order = {
  readonly order: number;
  readonly status: string | null;
  readonly total: number;
};

export default defineCheck(({ paidOrders }: { paidOrders(orders: Orders): DataFrame }) => {
  for (const seed of [1, 2, 3]) {
    const rows = someOrders(seed);
    const tidy = (status: string | null) => status?.trim().toLowerCase() ?? "";
    const isPaid = ({ status }: Order) => tidy(status) === "paid";
    const known = ({ total }: Order) => !Number.isNaN(total);
    const exact = ({ status }: Order) => status === "paid";
    const contains = ({ status }: Order) => tidy(status).includes("paid");
    const right = rows.filter(isPaid).filter(known).sort(largest);
    expectClose(paidOrders(frame(rows)), table(right), {
      of: "paidOrders(orders)",
      mistakes: {
        "exact-status": table(rows.filter(exact).filter(known).sort(largest)),
        "unpaid-too": table(rows.filter(contains).filter(known).sort(largest)),
        "unknown-total": table([
          ...right,
          ...rows.filter((row) => isPaid(row) && !known(row)).sort((a, b) => a.order - b.order),
        ]),
        "smallest-first": table([...right].sort((a, b) => a.total - b.total || a.order - b.order)),
      },
    });
  }
});

const largest = (a: Order, b: Order) => b.total - a.total || a.order - b.order;

function someOrders(seed: number): Order[] {
  const mess = new Mess(seed);
  const rows = mess.list(24, (i) => ({
    order: 1001 + i,
    status: mess.chance(0.1) ? null : mess.typed(mess.pick(["paid", "paid", "unpaid", "refunded"])),
    total: mess.chance(0.15) ? Number.NaN : mess.pick([4.5, 8, 12.5, 30, 75]),
  }));
  return mess.shuffled([
    ...rows,
    { order: 1100, status: "paid", total: 8 },
    { order: 1101, status: "paid", total: 8 },
    { order: 1102, status: "PAID ", total: 9 },
    { order: 1103, status: "paid", total: Number.NaN },
  ]);
}

function frame(rows: readonly Order[]): Orders {
  const columns = DataFrame.fromColumns({
    order: rows.map(({ order }) => order),
    status: rows.map(({ status }) => status),
    total: rows.map(({ total }) => total),
  });
  return columns.astype({ order: "integer" });
}

function table(rows: readonly Order[]): DataFrame {
  return frame(rows).select("order", "total");
}
