import { CheckFailure, defineCheck, expectClose, expectThat } from "@gradus/course-kit";
import type { DataFrame } from "@gradus/data";
import { type Defect, defects, makeVisits, stillThere } from "../../visits";
import type { Raw } from "./solution";

const columns = ["visit", "patient", "clinic", "weight", "age", "date", "set"];

export default defineCheck(({ clean }: { clean(raw: Raw): DataFrame }) => {
  for (const seed of [1, 2, 3]) {
    const { raw, truth } = makeVisits(seed);
    const found = clean(raw as unknown as Raw);
    expectThat(
      typeof found === "object" && found !== null && "columns" in found,
      "`clean` returns a table.",
    );
    const lacking = columns.filter((name) => !found.columns.includes(name));
    expectThat(lacking.length === 0, `The result lacks the columns ${lacking.join(", ")}.`);
    const left = stillThere(found, truth);
    const first = defects.find((defect) => left.has(defect));
    if (first !== undefined) throw new CheckFailure(listed(left), first);
    expectClose(found, truth.table, { of: `clean of ${raw.nRows} rows (seed ${seed})` });
  }
});

function listed(left: ReadonlyMap<Defect, number>): string {
  const parts = defects.flatMap((defect) => {
    const n = left.get(defect);
    return n === undefined ? [] : [`${defect} (${n} ${n === 1 ? "place" : "places"})`];
  });
  return `Still there, of eight: ${parts.join(", ")}.`;
}
