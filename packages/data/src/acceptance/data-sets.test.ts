import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/data-sets.json" with { type: "json" };
import * as urls from "../dataset-urls";
import { loadIris, loadTitanic } from "../index";

const folder = fileURLToPath(new URL("./", urls.AMES_URL));
const files = readdirSync(folder);
const read = (name: string) => readFileSync(`${folder}/${name}`);
const sha256 = (name: string) => createHash("sha256").update(read(name)).digest("hex");
/** `digits-images.idx.gz` is described in `digits.md`, `ames.csv.gz` in `ames.md`. */
const sheetOf = (name: string) => name.replace(/(-images|-labels)?(\.\w+)+$/, ".md");

/** What is wrong with a data file's description; empty when it is as it must be. */
function faults(name: string, sheet: string, hash: string): string[] {
  const wanted = ["**Source:**", "**Licence:**", "**SHA-256:**", "**Missing values:**", "Known "];
  const missing = wanted.filter((part) => !sheet.includes(part));
  return sheet.includes(hash) ? missing : [...missing, `the hash of ${name}`];
}

describe("the bundled data sets", () => {
  test("roadmap DAT-020: at least ten data sets, each with datasheet, licence, hash and provenance", () => {
    const data = files.filter((name) => !name.endsWith(".md"));
    for (const name of data) {
      expect(files, `${name} has a datasheet`).toContain(sheetOf(name));
      expect(faults(name, read(sheetOf(name)).toString(), sha256(name)), name).toEqual([]);
    }
    expect(new Set(data.map(sheetOf)).size).toBeGreaterThanOrEqual(23);
    // The check itself notices a sheet without a licence, and a changed file.
    const sheet = read("iris.md").toString();
    expect(faults("iris.csv.gz", sheet.replace("**Licence:**", ""), sha256("iris.csv.gz"))).toEqual(
      ["**Licence:**"],
    );
    expect(faults("iris.csv.gz", sheet, sha256("wine.csv.gz"))).toEqual([
      "the hash of iris.csv.gz",
    ]);
  });

  test("every file has an address and every address a file", () => {
    const addressed = Object.values(urls).map((url) => url.href.split("/").at(-1)!);
    expect(addressed.sort()).toEqual(files.filter((name) => !name.endsWith(".md")).sort());
  });

  test("all together take less than 6 MB, and each less than 1.2 MB", () => {
    const sizes = files.map((name) => read(name).length);
    expect(Math.max(...sizes)).toBeLessThan(1.2e6);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6e6);
  });

  test("roadmap DAT-014: the Titanic's 2,201 people, with datasheet and checksum", async () => {
    expect(sha256("titanic.csv.gz")).toBe(
      "b5ff2a01a1d96df5253e55565c6f2360da78d4a566ed86ff3af248c455002b08",
    );
    expect(
      faults("titanic.csv.gz", read("titanic.md").toString(), sha256("titanic.csv.gz")),
    ).toEqual([]);
    const people = await loadTitanic();
    expect(people.nRows).toBe(2201);
    expect(people.columns).toEqual(["class", "sex", "age", "survived"]);
  });

  test("roadmap DAT-015: iris, with checksum and scikit-learn's summary", async () => {
    expect(sha256("iris.csv.gz")).toBe(
      "7e11171252f5e5ff1b11844476955a7e9b31c7e032a112c296f58380cafe6b9b",
    );
    const flowers = await loadIris();
    const expected = fixture.sklearn.iris;
    const names = ["sepal_length", "sepal_width", "petal_length", "petal_width"] as const;
    names.forEach((name, j) => {
      const column = flowers.column(name);
      const [count, mean, std, min, , median, , max] = expected.columns[j]!;
      expect([column.length, column.min(), column.max()]).toEqual([count, min, max]);
      expect(column.mean()).toBeCloseTo(mean!, 12);
      expect(column.std()).toBeCloseTo(std!, 12);
      expect(column.median()).toBeCloseTo(median!, 12);
    });
    const species = flowers.column("species").toArray();
    const counts = ["setosa", "versicolor", "virginica"].map(
      (name) => species.filter((kind) => kind === name).length,
    );
    expect(counts).toEqual(expected.targets);
  });
});
