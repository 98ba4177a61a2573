import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { catalogue, makeWorkload } from "./catalogue";
import { type Match, play } from "./match";
import { type Options, readOptions } from "./options";
import { reportPage } from "./report";
import { mergeResults, type Result, readResults, writeResults } from "./results";

// npm run bench [-- filter] [--rounds n] [--patience seconds] [--dry]: every workload whose name contains the
// filter, against every peer that is here.

const { filter, rounds, patience, dry } = asked();
const chosen = catalogue.filter(({ name }) => name.includes(filter));
if (chosen.length === 0) end(`bench: no workload's name contains "${filter}"`);

const fresh: Result[] = [];
const notes: string[] = [];
for (const maker of chosen) {
  const match = await play(makeWorkload(maker, patience), { rounds, patience }).catch(
    ({ message }: Error): Match => ({
      results: [],
      notes: [`${maker.name}: ${message}`],
      failed: true,
    }),
  );
  fresh.push(...match.results);
  notes.push(...match.notes);
  if (match.failed) process.exitCode = 1;
  console.error(reportPage(match.results, [maker], match.notes).split("\n").slice(8).join("\n"));
}
if (!dry) {
  const results = mergeResults(readResults(), fresh);
  writeResults(results);
  const page = fileURLToPath(new URL("./RESULTS.md", import.meta.url));
  writeFileSync(page, reportPage(results, catalogue, notes));
}
console.log(reportPage(fresh, catalogue, notes));

function asked(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return end((error as Error).message);
  }
}

function end(message: string): never {
  console.error(message);
  process.exit(1);
}
