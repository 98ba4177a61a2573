/** A column of a table: all numbers or all texts, with null where a value is missing. */
export interface Column {
  readonly name: string;
  readonly values: readonly (number | string | null)[];
}

const MISSING = new Set(["", "NA", "NaN", "null"]);
const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;
/** One field, quoted or not, and what ends it. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\r|\n|$)/y;

/** The columns of a CSV file. */
export function load(text: string): Column[] {
  const [header, ...rows] = rowsOf(text.replace(/^\uFEFF/, ""));
  if (!header) throw new Error("line 1: expected a header, got an empty file");
  return header.map((name, j) => {
    const cells = rows.map((row) => row[j] ?? "");
    const isNumber = cells.every((cell) => MISSING.has(cell) || NUMBER.test(cell));
    const typed = (cell: string) => (isNumber ? Number(cell) : cell);
    return { name, values: cells.map((cell) => (MISSING.has(cell) ? null : typed(cell))) };
  });
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const [, quoted, plain = "", end = ""] = FIELD.exec(text)!;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") continue;
    const isEmpty = row.length === 1 && plain === "" && quoted === undefined;
    if (!isEmpty) rows.push(row);
    row = [];
  }
  return row.length > 0 ? [...rows, row] : rows;
}

/** What pandas' describe() says of a column. */
export function summarise({ values }: Column): Record<string, number | string> {
  const present = values.filter((value) => value !== null);
  const numbers = present.filter((value) => typeof value === "number").sort((a, b) => a - b);
  if (numbers.length === present.length) return summaryOf(numbers);
  const counts = new Map<string, number>();
  for (const value of present) counts.set(`${value}`, (counts.get(`${value}`) ?? 0) + 1);
  const [top, freq] = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best));
  return { count: present.length, unique: counts.size, top, freq };
}

function summaryOf(sorted: readonly number[]): Record<string, number> {
  const n = sorted.length;
  const sum = (of: (x: number) => number) => sorted.reduce((total, x) => total + of(x), 0);
  const mean = sum((x) => x) / n;
  const quantile = (p: number) => {
    const place = p * (n - 1);
    const low = sorted[Math.floor(place)] ?? Number.NaN;
    const high = sorted[Math.ceil(place)] ?? Number.NaN;
    return low + (place - Math.floor(place)) * (high - low);
  };
  return {
    count: n,
    mean,
    std: n > 1 ? Math.sqrt(sum((x) => (x - mean) ** 2) / (n - 1)) : Number.NaN,
    min: quantile(0),
    q25: quantile(0.25),
    median: quantile(0.5),
    q75: quantile(0.75),
    max: quantile(1),
  };
}
