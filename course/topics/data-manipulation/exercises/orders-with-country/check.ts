import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Customers, Orders } from "./solution";

type Order = { readonly order: number; readonly customer: string | null };
type Customer = { readonly id: string; readonly country: string | null };

interface Submission {
  withCountry(orders: Orders, customers: Customers): DataFrame;
}

export default defineCheck(({ withCountry }: Submission) => {
  for (const seed of [1, 2, 3]) {
    const { orders, customers } = someShop(seed);
    const typed = orders.map((row) => ({
      ...row,
      customer: row.customer?.trim().toUpperCase() ?? null,
    }));
    const known = new Set(customers.map(({ id }) => id));
    const once = customers.filter(
      ({ id }, i) => customers.findIndex((each) => each.id === id) === i,
    );
    expectClose(
      withCountry(
        DataFrame.fromRows(orders) as unknown as Orders,
        DataFrame.fromRows(customers) as unknown as Customers,
      ),
      joined(typed, once),
      {
        of: "withCountry(orders, customers)",
        mistakes: {
          "inner-join": joined(
            typed.filter(({ customer }) => known.has(customer ?? "")),
            once,
          ),
          "keys-as-typed": joined(orders, once),
          "customer-twice": joined(typed, customers),
        },
      },
    );
  }
});

function someShop(seed: number) {
  const mess = new Mess(seed);
  const ids = mess.list(9, (i) => `C${i + 1}`);
  const customers: Customer[] = ids.map((id, i) => ({
    id,
    country: i === 3 ? null : mess.pick(["Ireland", "Spain", "Austria"]),
  }));
  const orders: Order[] = mess.list(24, (i) => ({
    order: 1001 + i,
    customer: mess.chance(0.1) ? null : mess.typed(mess.pick([...ids, "C77"])).toLowerCase(),
  }));
  orders.push({ order: 1100, customer: "C1" }, { order: 1101, customer: "C2" });
  orders.push({ order: 1102, customer: " c1" }, { order: 1103, customer: "C4" });
  return {
    orders: mess.shuffled(orders),
    customers: [...mess.shuffled(customers), customers[0]!, customers[1]!],
  };
}

/** A row for every match, one for an order without any. */
function joined(orders: readonly Order[], customers: readonly Customer[]): DataFrame {
  return DataFrame.fromRows(
    orders.flatMap(({ order, customer }) => {
      const found = customers.filter(({ id }) => id === customer);
      const countries = found.length > 0 ? found.map(({ country }) => country) : [null];
      return countries.map((country) => ({ order, country: country ?? "unknown" }));
    }),
  );
}
