// #region read
import { display } from "@gradus/core";
import { parseCSV } from "@gradus/data";

const csv = `id,city,area,unit,rent,listed,set
F1,Graz,54,m2,1.250 €,2024-03-05,train
F2,graz ,581,sqft,980 €,05.03.2024,train
F3,GRAZ,72,m2,1.480 €,2024-03-09,test
F4,Linz,48,m2,-999,2024-03-11,train
F5,Linz,52,m2,890 €,11.03.2024,train
F5, linz,52,m2,890 €,2024-03-11,train
F6,KÃ¶ln,63,m2,1.120 €,2024-03-12,test
F7,Köln,0,m2,910 €,2024-03-14,train
F8,Linz,39,m2,-999,2024-03-15,test
F3,Graz,72,m2,1.480 €,2024-03-09,train
F9,Köln,860,sqft,1.340 €,16.03.2024,train
`;
const raw = parseCSV(csv, { types: { area: "string" } });
display(raw);
console.log("cities:", raw.column("city").unique());
// #endregion

// #region numbers
/** The number in a German or Austrian price; NaN if there is none. */
function euros(text: string): number {
  const digits = text.replaceAll(".", "").replace(",", ".").replace("€", "").trim();
  return digits === "" ? Number.NaN : Number(digits);
}

console.log("parseFloat:", Number.parseFloat("1.250 €"), " euros:", euros("1.250 €"));
const priced = raw.assign({
  rent: (flat) => euros(`${flat.rent ?? ""}`),
  area: (flat) => Number(flat.area),
});
console.log("rents:", priced.column("rent").toArray());
console.log("mean rent:", priced.column("rent").mean(), "€");
// #endregion

// #region codes
const coded = priced.replace(-999, Number.NaN);
console.log("without the code:", coded.column("rent").mean(), "€");
console.log("missing rents:", coded.column("rent").missingCount);

// #endregion

// #region units
import { col, when } from "@gradus/data";

const SQUARE_FOOT = 0.09290304; // m², exactly

const metric = coded
  .assign({
    area: when(col("unit").equal("sqft"), col("area").mul(SQUARE_FOOT)).otherwise(col("area")),
  })
  .drop("unit");
display(metric.select("id", "area", "rent").assign({ perArea: col("rent").div(col("area")) }));
// #endregion

// #region impossible
const possible = metric.assign({
  area: when(col("area").between(10, 500), col("area")).otherwise(null),
});
console.log("areas that cannot be:", possible.column("area").missingCount);
// #endregion

// #region text
const sameWord = ["Ko\u0308ln", "Köln"]; // o with two dots: two characters, or one
console.log("equal:", sameWord[0] === sameWord[1]);
console.log("normalized:", sameWord[0]!.normalize("NFC") === sameWord[1]!.normalize("NFC"));

/** UTF-8 that was read as Latin-1, read again. */
function mend(text: string): string {
  if (!/[ÃÂ][\u0080-\u00bf]/.test(text)) return text;
  return new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
}

/** One form for all spellings of a city: whole characters, no blanks around, one way of capitals. */
function tidyCity(text: string): string {
  const tidy = mend(text).normalize("NFC").trim().toLowerCase();
  return tidy.charAt(0).toUpperCase() + tidy.slice(1);
}

const spelled = possible.assign({ city: (flat) => tidyCity(`${flat.city}`) });
console.log("cities:", [...spelled.column("city").valueCounts()]);
// #endregion

// #region dates
/** A date as ISO text: 05.03.2024 is the fifth of March. */
function isoDate(text: string): string | null {
  const found = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text);
  if (found) return `${found[3]}-${found[2]}-${found[1]}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}

const dated = spelled
  .assign({ listed: (flat) => isoDate(`${flat.listed}`) })
  .astype({ listed: "date" });
console.log(
  "from",
  dated.column("listed").dt.format("%d %b").at(0),
  "on; missing:",
  dated.column("listed").missingCount,
);
// #endregion

// #region twice
console.log("equal rows before:", raw.nRows - raw.dropDuplicates().nRows);
console.log("equal rows now:   ", dated.nRows - dated.dropDuplicates().nRows);
const once = dated.dropDuplicates();
// #endregion

// #region leak
const tested = once.filter(col("set").equal("test"));
const train = once.filter(col("set").equal("train")).merge(tested, { on: "id", how: "anti" });
console.log("training flats:", train.nRows, " tested flats:", tested.nRows);

// #endregion

// #region check
import { concat } from "@gradus/data";

const clean = concat([train, tested]);
const rules = {
  "one row a flat": clean.nRows === clean.column("id").nunique(),
  "rents are numbers above 0, or missing": clean.filter(col("rent").le(0)).nRows === 0,
  "areas from 10 to 500 m², or missing":
    clean.filter(col("area").lt(10).or(col("area").gt(500))).nRows === 0,
  "known cities": clean.filter(col("city").isIn(["Graz", "Linz", "Köln"])).nRows === clean.nRows,
};
for (const [rule, holds] of Object.entries(rules)) console.log(holds ? "holds:" : "FAILS:", rule);
display(clean);
// #endregion

// #region too-clean
console.log(
  "rows without any gap:",
  clean.dropMissing().nRows,
  "of",
  raw.nRows,
  "lines of the file",
);
const filled = clean.fillMissing({ rent: clean.column("rent").mean() });
const spread = (table: typeof clean) => Math.round(table.column("rent").std());
console.log(
  "spread of the rents:",
  spread(clean),
  "€; gaps filled with the mean:",
  spread(filled),
  "€",
);
// #endregion
