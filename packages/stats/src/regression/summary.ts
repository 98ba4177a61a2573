import { type Displayable, type DisplayData, displaySymbol } from "@gradus/core";
import { coefficient, fixed } from "./python-format";

/** A label of a summary's head with what stands behind it. */
export type Entry = readonly [label: string, value: string];

/** One line of a table of coefficients. */
export interface CoefficientRow {
  readonly name: string;
  readonly coef: number;
  readonly stdErr: number;
  /** The t or z value. */
  readonly statistic: number;
  readonly pvalue: number;
  readonly low: number;
  readonly high: number;
}

/** What a summary is made of. */
export interface SummaryParts {
  readonly title: string;
  readonly left: readonly Entry[];
  readonly right: readonly Entry[];
  readonly coefficients: readonly CoefficientRow[];
  /** "t" or "z". */
  readonly statisticName: "t" | "z";
  readonly alpha: number;
  readonly diagnosticsLeft?: readonly Entry[];
  readonly diagnosticsRight?: readonly Entry[];
  readonly notes: readonly string[];
  /** Whether the notes are numbered under a heading. */
  readonly numbered: boolean;
}

/**
 * The table of a fitted regression, as statsmodels prints it (without date and time, so that the same fit gives the
 * same text): `String(summary)`, or `display(summary)`.
 */
export class Summary implements Displayable {
  /** Everything that is printed, before it is rounded or set. */
  readonly parts: SummaryParts;

  constructor(parts: SummaryParts) {
    this.parts = parts;
  }

  toString(): string {
    const { title, left, right, diagnosticsLeft, diagnosticsRight, notes, numbered } = this.parts;
    const head = twoColumns(left, right);
    const width = head[0]!.length;
    const lines = [centred(title, width), "=".repeat(width), ...head];
    const rows = coefficientLines(this.parts);
    const line = "=".repeat(rows[0]!.length);
    lines.push(line, rows[0]!, "-".repeat(line.length), ...rows.slice(1));
    if (diagnosticsLeft && diagnosticsRight) {
      lines.push(line, ...twoColumns(diagnosticsLeft, diagnosticsRight));
    }
    lines.push(line);
    if (notes.length > 0) lines.push("");
    if (numbered && notes.length > 0) lines.push("Notes:");
    lines.push(...notes.map((note, i) => (numbered ? `[${i + 1}] ${note}` : note)));
    return lines.join("\n");
  }

  [displaySymbol](): DisplayData {
    return { kind: "text", text: this.toString() };
  }
}

/** As Python's `str.center`. */
function centred(text: string, width: number): string {
  const space = Math.max(0, width - text.length);
  const before = (space >> 1) + (space & width & 1);
  return " ".repeat(before) + text + " ".repeat(space - before);
}

function twoColumns(left: readonly Entry[], right: readonly Entry[]): string[] {
  const labels = right.map(([label, value]): Entry => [label && `  ${label}`, value]);
  const wide = (entries: readonly Entry[], part: 0 | 1, least: number) =>
    Math.max(least, ...entries.map((entry) => entry[part].length));
  const widths = [wide(left, 0, 18), wide(left, 1, 18), wide(labels, 0, 21), wide(labels, 1, 18)];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const [a, b] = left[i] ?? ["", ""];
    const [c, d] = labels[i] ?? ["", ""];
    const cells = [a.padEnd(widths[0]!), b.padStart(widths[1]!), c.padEnd(widths[2]!)];
    return [...cells, d.padStart(widths[3]!)].join(" ");
  });
}

function coefficientLines({ coefficients, statisticName, alpha }: SummaryParts): string[] {
  const name = Math.max(10, ...coefficients.map((row) => row.name.length));
  const header = ["", "coef", "std err", statisticName, `P>|${statisticName}|`];
  const rows = [
    [...header, `[${alpha / 2}`, `${1 - alpha / 2}]`],
    ...coefficients.map((row) => [
      row.name,
      coefficient(row.coef, 4),
      coefficient(row.stdErr, 3),
      coefficient(row.statistic, 3),
      fixed(row.pvalue, 3),
      coefficient(row.low, 3),
      coefficient(row.high, 3),
    ]),
  ];
  const widths = [10, 10, 10, 10, 11, 11].map((least, j) =>
    Math.max(least, ...rows.map((row) => row[j + 1]!.length)),
  );
  return rows.map(([first, ...cells]) =>
    [first!.padEnd(name), ...cells.map((cell, j) => cell.padStart(widths[j]!))].join(" "),
  );
}
