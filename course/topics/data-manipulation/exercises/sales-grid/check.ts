import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Sales } from "./solution";

type Sale = { readonly town: string | null; readonly item: string; readonly sold: number };

const items = ["mug", "pot", "tea", "tray"];

export default defineCheck(({ salesGrid }: { salesGrid(sales: Sales): DataFrame }) => {
  for (const seed of [1, 2, 3]) {
    const rows = someSales(seed);
    const tidy = rows.map((row) => ({ ...row, town: row.town?.trim().toLowerCase() ?? null }));
    const sum = (sold: readonly number[]) => sold.reduce((all, n) => all + n, 0);
    expectClose(salesGrid(DataFrame.fromRows(rows) as unknown as Sales), grid(tidy, sum), {
      of: "salesGrid(sales)",
      mistakes: {
        "mean-not-sum": grid(tidy, (sold) => sum(sold) / (sold.length || 1)),
        holes: grid(tidy, (sold) => (sold.length === 0 ? Number.NaN : sum(sold))),
        "towns-as-typed": grid(rows, sum),
      },
    });
  }
});

function someSales(seed: number): Sale[] {
  const mess = new Mess(seed);
  const rows: Sale[] = mess.list(26, () => ({
    town: mess.chance(0.1) ? null : mess.typed(mess.pick(["ames", "boone", "nevada"])),
    item: mess.pick(items.slice(0, 3)),
    sold: mess.integer(1, 9),
  }));
  // One item is sold in one town only, so that there is always a hole.
  return mess.shuffled([
    ...rows,
    { town: "ames", item: "tray", sold: 2 },
    { town: "AMES ", item: "tray", sold: 5 },
  ]);
}

function grid(rows: readonly Sale[], of: (sold: readonly number[]) => number): DataFrame {
  const towns = [...new Set(rows.flatMap(({ town }) => (town === null ? [] : [town])))].sort();
  const cell = (town: string, item: string) =>
    of(rows.filter((row) => row.town === town && row.item === item).map(({ sold }) => sold));
  return DataFrame.fromRows(
    towns.map((town) => ({
      town,
      ...Object.fromEntries(items.map((item) => [item, cell(town, item)])),
    })),
  );
}
