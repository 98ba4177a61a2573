import type { ColumnProfile, ProfileData, ProfileHistogram } from "../types";
import { columnFacts, overview } from "./facts";

const MARKS = { problem: "!!", check: "! ", note: "  " };
const BLOCKS = "▁▂▃▄▅▆▇█";
const SPARK = 12;
const MOST_WARNINGS = 20;
const MOST_NAME = 24;

/** The report as text: an overview, the warnings, and a line for each column. */
export function reportText(data: ProfileData): string {
  const { warnings } = data;
  const shown = warnings
    .slice(0, MOST_WARNINGS)
    .map(({ severity, message }) => `${MARKS[severity]} ${message}`);
  if (warnings.length > shown.length) shown.push(`… ${warnings.length - shown.length} more`);
  if (warnings.length === 0) shown.push("Nothing stands out.");
  return [data.title, overview(data), "", ...shown, "", ...columnLines(data.columns)].join("\n");
}

function columnLines(columns: readonly ColumnProfile[]): string[] {
  const rows = columns.map((column) => {
    const histogram = column.numbers?.histogram ?? column.dates?.histogram;
    return [
      column.name.length > MOST_NAME ? `${column.name.slice(0, MOST_NAME - 1)}…` : column.name,
      column.type,
      histogram ? sparkline(histogram) : "",
      columnFacts(column),
    ];
  });
  const widths = [0, 1, 2].map((j) => Math.max(0, ...rows.map((row) => row[j]!.length)));
  return rows.map((row) =>
    row
      .map((cell, j) => cell.padEnd(widths[j] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** A histogram in one line of blocks, at most twelve: neighbouring bins are taken together. */
function sparkline({ counts }: ProfileHistogram): string {
  const width = Math.ceil(counts.length / SPARK);
  const bars: number[] = [];
  counts.forEach((n, i) => {
    bars[Math.floor(i / width)] = (bars[Math.floor(i / width)] ?? 0) + n;
  });
  const most = Math.max(...bars);
  return bars.map((n) => (n === 0 ? " " : BLOCKS[Math.ceil((n / most) * 8) - 1]!)).join("");
}
