import type { RowStatus } from "@gradus/course-kit";
import { type CoveredRow, coverRows } from "./coverage";

// npm run coverage:roadmap [-- --missing]

const rows = await coverRows();
const areas = [...new Set(rows.map((row) => row.area))];

console.log("area                   done  partial  missing  rows");
for (const area of areas)
  printCounts(
    area,
    rows.filter((row) => row.area === area),
  );
printCounts("all", rows);

printRows("done");
printRows("partial");
if (process.argv.includes("--missing")) printRows("missing");

function printCounts(label: string, among: readonly CoveredRow[]): void {
  const count = (status: RowStatus): string =>
    String(among.filter((row) => row.status === status).length);
  console.log(
    label.padEnd(21),
    count("done").padStart(5),
    count("partial").padStart(8),
    count("missing").padStart(8),
    String(among.length).padStart(5),
  );
}

function printRows(status: RowStatus): void {
  const among = rows.filter((row) => row.status === status);
  console.log(`\n${status}: ${among.length}`);
  for (const { id, name, evidence } of among) {
    const served = [...evidence.topics, ...evidence.tests, ...evidence.code];
    console.log(`  ${id}  ${name}${served.length > 0 ? `  (${served.join(", ")})` : ""}`);
  }
}
