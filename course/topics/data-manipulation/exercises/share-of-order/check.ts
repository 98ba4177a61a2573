import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Lines } from "./solution";

type Line = {
  readonly order: number;
  readonly item: string;
  readonly quantity: number;
  readonly price: number;
};

export default defineCheck(({ withShares }: { withShares(lines: Lines): DataFrame }) => {
  for (const seed of [1, 2, 3]) {
    const mess = new Mess(seed);
    const rows = mess.list(30, () => ({
      order: mess.chance(0.1) ? Number.NaN : mess.integer(1, 9),
      item: mess.pick(["tea", "mug", "pot"]),
      quantity: mess.integer(1, 6),
      price: mess.chance(0.1) ? Number.NaN : mess.pick([0.4, 4.5, 11.25, 32.4]),
    }));
    const shared = (of: (line: Line) => number, among: (line: Line) => Line[]) =>
      DataFrame.fromRows(
        rows.map((line) => {
          const whole = among(line).reduce((sum, each) => sum + (of(each) || 0), 0);
          const share = Number.isNaN(line.order) ? Number.NaN : percent(of(line) / whole);
          return { ...line, share };
        }),
      );
    const amount = ({ quantity, price }: Line) => quantity * price;
    const sameOrder = (line: Line) => rows.filter(({ order }) => order === line.order);
    const right = shared(amount, sameOrder);
    const everything = rows.reduce((sum, line) => sum + (amount(line) || 0), 0);
    expectClose(withShares(DataFrame.fromRows(rows) as unknown as Lines), right, {
      of: "withShares(lines)",
      mistakes: {
        "share-of-everything": DataFrame.fromRows(
          rows.map((line) => ({ ...line, share: percent(amount(line) / everything) })),
        ),
        "lines-lost": right.dropMissing("share"),
        "quantity-only": shared(({ quantity }) => quantity, sameOrder),
      },
    });
  }
});

const percent = (share: number) => Math.round(share * 1000) / 10;
