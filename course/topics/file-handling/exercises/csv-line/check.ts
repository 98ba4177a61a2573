import { defineCheck, expectThat, misconception } from "@gradus/course-kit";

interface Submission {
  csvLine(fields: readonly string[]): string;
}

const CASES: readonly (readonly string[])[] = [
  ["a", "b"],
  ["Ames", "", "215000"],
  ["12, Main Street", "Ames"],
  ['says "hello"', '"', "x"],
  ["two\nlines", "x"],
  ["x", "old\rline"],
  ['all, of "them"\r\nat once'],
  ["it's \\ fine", "Zürich 😀"],
];

export default defineCheck(({ csvLine }: Submission) => {
  for (const fields of CASES) {
    const line = csvLine(fields);
    expectThat(typeof line === "string", "`csvLine` returns a text.");
    const rows = parse(line);
    if (rows.length === 1 && rows[0]!.join("\0") === fields.join("\0")) continue;
    if (line === encode(fields, /["\r\n]/, '""')) misconception("bare-commas");
    if (line === encode(fields, /[",\r\n]/, '"')) misconception("quotes-not-doubled");
    if (line === encode(fields, /[",\r\n]/, '\\"')) misconception("backslashes");
    if (line === encode(fields, /[",]/, '""') || line === encode(fields, /[",\n]/, '""'))
      misconception("bare-line-ends");
    expectThat(
      false,
      `${JSON.stringify(fields)} became ${JSON.stringify(line)}, which reads as ${JSON.stringify(rows)}.`,
    );
  }
});

/** The fields as a writer that may be wrong has them. */
function encode(fields: readonly string[], needsQuotes: RegExp, quote: string): string {
  return fields
    .map((field) => (needsQuotes.test(field) ? `"${field.replaceAll('"', quote)}"` : field))
    .join(",");
}

/** The rows that a reader by RFC 4180 finds. */
function parse(text: string): string[][] {
  const rows: string[][] = [[""]];
  let isQuoted = false;
  const add = (letter: string) => {
    const row = rows.at(-1)!;
    row[row.length - 1] += letter;
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (isQuoted && letter === '"' && text[i + 1] === '"') add(text[i++]!);
    else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) add(letter);
    else if (letter === ",") rows.at(-1)!.push("");
    else if (letter === "\n" || letter === "\r") rows.push([""]);
    else add(letter);
  }
  return rows;
}
