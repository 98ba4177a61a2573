// #region write
import { readFile, temporaryFolder, writeFile } from "@gradus/files";

const folder = `${temporaryFolder()}/gradus-lesson`;
await writeFile(`${folder}/town.txt`, "Zürich 😀\n");
const bytes = await readFile(`${folder}/town.txt`);
console.log(bytes.length, "bytes:", [...bytes].map((b) => b.toString(16)).join(" "));
console.log("as text:", JSON.stringify(new TextDecoder().decode(bytes)));
// #endregion

// #region missing
try {
  await readFile(`${folder}/twon.txt`);
} catch (error) {
  console.log((error as Error).message.replace(folder, "…"));
}

// #endregion

// #region stream
import { streamFile } from "@gradus/files";

await writeFile(`${folder}/long.txt`, "Zürich\n".repeat(50_000));
const reader = (await streamFile(`${folder}/long.txt`)).getReader();
const decoder = new TextDecoder();
let [nParts, nLines] = [0, 0];
for (let part = await reader.read(); !part.done; part = await reader.read()) {
  nParts++;
  nLines += decoder.decode(part.value, { stream: true }).split("\n").length - 1;
}
console.log(nParts > 1 ? "several parts," : "one part,", nLines, "lines");
// #endregion

// #region half
const whole = new TextEncoder().encode("Zürich");
const parts = [whole.slice(0, 2), whole.slice(2)]; // the cut lies inside of ü

const eachByItself = parts.map((part) => new TextDecoder().decode(part)).join("");
const patient = new TextDecoder();
const together =
  parts.map((part) => patient.decode(part, { stream: true })).join("") + patient.decode();
console.log("each part by itself: ", eachByItself);
console.log("with { stream: true }:", together);

// #endregion

// #region dies
import { readCSV } from "@gradus/data";

const table = "house,price\n1,215000\n2,105000\n3,172000\n";
const half = table.slice(0, table.indexOf("5000\n3")); // the power fails here
await writeFile(`${folder}/prices.csv`, half);

const found = await readCSV(await readFile(`${folder}/prices.csv`));
console.log(found.rows());
console.log("sum of the prices:", found.column("price").sum());

// #endregion

// #region whole
import { nodeModule } from "@gradus/core";

/** What writeFile does in Node; a browser's createWritable does it by itself. */
async function writeWhole(path: string, content: string): Promise<string> {
  const fs = nodeModule<typeof import("node:fs/promises")>("node:fs/promises");
  if (!fs) {
    await writeFile(path, content);
    return "written by createWritable: the copy takes the place of the file on close()";
  }
  await fs.writeFile(`${path}.tmp`, content, { flush: true }); // on the disk before the next step
  await fs.rename(`${path}.tmp`, path); // one step, which has happened or not
  return "written beside it, then renamed";
}

console.log(await writeWhole(`${folder}/prices.csv`, table));
console.log(
  "sum now:",
  (await readCSV(await readFile(`${folder}/prices.csv`))).column("price").sum(),
);
// #endregion
