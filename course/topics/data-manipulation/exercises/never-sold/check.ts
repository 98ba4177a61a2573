import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Items, Lines } from "./solution";

type Item = { readonly item: string; readonly price: number };
type Line = { readonly order: number; readonly item: string; readonly quantity: number };

const names = ["teapot", "mug", "tray", "strainer", "kettle", "spoon", "tin", "towel"];

export default defineCheck(
  ({ neverSold }: { neverSold(items: Items, lines: Lines): DataFrame }) => {
    for (const seed of [1, 2, 3]) {
      const { items, lines } = someShop(seed);
      const linesOf = (item: Item) => lines.filter((line) => line.item === item.item);
      const isSold = ({ quantity }: Line) => quantity > 0;
      const only = (keep: (item: Item) => boolean) =>
        DataFrame.fromRows(items.filter(keep).sort((a, b) => (a.item < b.item ? -1 : 1)));
      expectClose(
        neverSold(
          DataFrame.fromRows(items) as unknown as Items,
          DataFrame.fromRows(lines) as unknown as Lines,
        ),
        only((item) => !linesOf(item).some(isSold)),
        {
          of: "neverSold(items, lines)",
          mistakes: {
            "sold-ones": only((item) => linesOf(item).some(isSold)),
            "cancelled-lines": only((item) => linesOf(item).length === 0),
            "any-cancelled": only(
              (item) => linesOf(item).length === 0 || linesOf(item).some((line) => !isSold(line)),
            ),
          },
        },
      );
    }
  },
);

/** Two items without a line, two in cancelled lines only, one sold once and cancelled once, three sold. */
function someShop(seed: number) {
  const mess = new Mess(seed);
  const items = mess.shuffled(names).map((item) => ({ item, price: mess.pick([4.5, 12, 30]) }));
  const line = (i: number, quantity: number) => ({
    order: mess.integer(1001, 1020),
    item: items[i]!.item,
    quantity,
  });
  const lines = [
    ...[line(2, 0), line(2, Number.NaN), line(3, Number.NaN), line(4, 1), line(4, 0), line(5, 1)],
    ...mess.list(8, () => line(mess.integer(6, 8), mess.integer(1, 4))),
    ...[line(6, 2), line(7, 3)],
  ];
  return { items: mess.shuffled(items), lines: mess.shuffled(lines) };
}
