import { col, type DataFrame, when } from "@gradus/data";

type Name = "visit" | "patient" | "clinic" | "weight" | "unit" | "age" | "date" | "set";
export type Raw = DataFrame<Record<Name, "string">>;

/** The visits without the eight defects. */
export function clean(raw: Raw): DataFrame {
  const typed = raw
    .dropDuplicates(["visit"])
    .assign({
      clinic: (row) => row.clinic?.trim().toLowerCase() ?? null,
      weight: (row) => row.weight?.replace(",", ".") ?? null,
      date: (row) => monthFirst(row.date ?? ""),
    })
    .replace(["", "n/a", "?", "-999"], null)
    .astype({ weight: "number", age: "number", date: "date" });
  const kilograms = col("weight").mul(when(col("unit").equal("lb"), 0.45359237).otherwise(1));
  const age = when(col("age").between(0, 120), col("age")).otherwise(null);
  const repaired = typed.assign({ weight: kilograms, age }).drop("unit");
  const tested = new Set(repaired.filter(col("set").equal("test")).column("patient"));
  return repaired.filter((row) => row.set === "test" || !tested.has(row.patient));
}

function monthFirst(text: string): string | null {
  const found = /(..)[.](..)[.](....)/.exec(text);
  if (!found) return text.replaceAll("/", "-");
  const [, month, day, year] = found;
  return Number(month) > 12 ? null : `${year}-${month}-${day}`;
}
