import { defineCheck, expectClose } from "@gradus/course-kit";
import { DataFrame } from "@gradus/data";
import { Mess } from "../../messy";
import type { Parcels } from "./solution";

type Sides = readonly [number, number, number];

export default defineCheck(({ withSizes }: { withSizes(parcels: Parcels): DataFrame }) => {
  for (const seed of [1, 2]) {
    const mess = new Mess(seed);
    const sides = mess.list(14, (): Sides | null =>
      mess.chance(0.15) ? null : [side(mess), side(mess), side(mess)],
    );
    const sizes = sides.map((each) => (each === null ? null : written(mess, each)));
    sizes.push("8×8×4cm", "30 X 40 x 10 cm", "30 x 20 x 12.5 cm");
    sides.push([8, 8, 4], [30, 40, 10], [30, 20, 12.5]);
    const parcels = DataFrame.fromColumns({ parcel: sizes.map((_, i) => 1 + i), size: sizes });
    const given = parcels.astype({ parcel: "integer", size: "string" });
    const sized = (found: readonly (Sides | null)[], litre = 1000) =>
      parcels.assign({
        length: found.map((each) => each?.[0] ?? Number.NaN),
        width: found.map((each) => each?.[1] ?? Number.NaN),
        height: found.map((each) => each?.[2] ?? Number.NaN),
        litres: found.map((each) => (each ? (each[0] * each[1] * each[2]) / litre : Number.NaN)),
      });
    const right = sized(sides);
    const plain = sides.map((each, i) => (/^[^X×]*$/.test(sizes[i] ?? "") ? each : null));
    expectClose(withSizes(given), right, {
      of: "withSizes(parcels)",
      mistakes: {
        "still-text": right.assign({
          length: sides.map((each) => each && String(each[0])),
          width: sides.map((each) => each && String(each[1])),
          height: sides.map((each) => each && String(each[2])),
        }),
        "cubic-centimetres": sized(sides, 1),
        "one-sign": sized(plain),
      },
    });
  }
});

const side = (mess: Mess): number => mess.pick([8, 9.5, 12, 20, 30, 40, 100]);

function written(mess: Mess, sides: Sides): string {
  const blank = mess.pick(["", " "]);
  const cross = () => blank + mess.pick(["x", "X", "×"]) + blank;
  return `${sides[0]}${cross()}${sides[1]}${cross()}${sides[2]}${mess.pick(["cm", " cm", ""])}`;
}
