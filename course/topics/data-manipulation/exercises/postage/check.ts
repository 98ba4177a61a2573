import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Parcels } from "./solution";

export default defineCheck(({ withPostage }: { withPostage(parcels: Parcels): DataFrame }) => {
  const mess = new Mess(1);
  const grams = [
    ...[0, 20, 50, 50.5, 51, 499, 500, 501, 999, 1000, 1000.5, 1001, 2400, Number.NaN],
    ...mess.list(16, () => (mess.chance(0.2) ? Number.NaN : mess.integer(1, 1500))),
  ];
  const table = DataFrame.fromColumns({ parcel: grams.map((_, i) => 1 + i), grams });
  const parcels = table.astype({ parcel: "integer" });
  const priced = (of: (grams: number) => number) => parcels.assign({ postage: grams.map(of) });
  const price = (g: number) => (g <= 50 ? 0.95 : g <= 500 ? 1.6 : g <= 1000 ? 2.75 : 6.9);
  expectClose(
    withPostage(parcels),
    priced((g) => (Number.isNaN(g) ? g : price(g))),
    {
      of: "withPostage(parcels)",
      mistakes: {
        "unknown-is-heavy": priced(price),
        "unknown-is-light": priced((g) => price(Number.isNaN(g) ? 0 : g)),
        "largest-first": priced((g) => (Number.isNaN(g) ? g : g <= 1000 ? 2.75 : 6.9)),
        border: priced((g) =>
          Number.isNaN(g) ? g : g < 50 ? 0.95 : g < 500 ? 1.6 : g < 1000 ? 2.75 : 6.9,
        ),
      },
    },
  );
});
