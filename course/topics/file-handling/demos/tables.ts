// #region split
const line = 'Ames,"12, Main Street","says ""hello""",215000';
console.log(line.split(",").length, "fields by split:", line.split(","));
// #endregion

// #region parser
/** The rows of a CSV text, character by character. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = "";
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (isQuoted) {
      if (letter !== '"') field += letter;
      else if (text[i + 1] === '"')
        field += text[i++]; // two quotes stand for one
      else isQuoted = false;
    } else if (letter === '"') isQuoted = true;
    else if (letter === ",") {
      rows.at(-1)!.push(field);
      field = "";
    } else if (letter === "\n") {
      rows.at(-1)!.push(field);
      field = "";
      rows.push([]);
    } else field += letter;
  }
  return rows.slice(0, -1); // the last line end begins no row
}

const text = `town,street,note,price\n${line}\nZürich,"two\nlines",,98000\n`;
for (const row of parse(text)) console.log(row);

// #endregion

// #region agrees
import { display } from "@gradus/core";
import { parseCSV } from "@gradus/data";

display(parseCSV(text));
// #endregion

// #region json
const values = {
  "not a number": Number.NaN,
  infinity: Infinity,
  "minus zero": -0,
  date: new Date("2026-03-01T12:00:00Z"),
  map: new Map([["a", 1]]),
  bytes: Uint8Array.of(1, 2),
  missing: undefined,
};
for (const [name, value] of Object.entries(values)) {
  const json = JSON.stringify({ value });
  console.log(name.padEnd(13), json);
}
console.log("large integer", JSON.parse("9007199254740993"));
// #endregion

// #region big-integers
// An id is a name, not an amount: keep it as text.
const order = { id: "9007199254740993", town: "Zürich" };
console.log(BigInt(JSON.parse(JSON.stringify(order)).id) + 1n);
// #endregion
