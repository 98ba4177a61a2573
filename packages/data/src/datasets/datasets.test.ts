import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { AMES_URL, DIABETES_URL, PAGODA_URL } from "../dataset-urls";
import { loadAmes } from "./ames";
import { loadDiabetes } from "./diabetes";
import { loadPagoda } from "./pagoda";

/** The file's hash, and whether its datasheet records it. */
async function checkFile(url: URL) {
  const sha256 = createHash("sha256")
    .update(await readFile(url))
    .digest("hex");
  const datasheet = await readFile(new URL(url.href.replace(/\.(csv\.gz|pgm)$/, ".md")), "utf8");
  return { sha256, isRecorded: datasheet.includes(sha256) };
}

describe("loadAmes", () => {
  test("is the file that its datasheet describes", async () => {
    expect(await checkFile(AMES_URL)).toEqual({
      sha256: "ff05460c854e79902ab7dd4f0724df49bdcc7dda97af94ca6360152994c5484a",
      isRecorded: true,
    });
  });

  test("has 2,930 houses with R's summary numbers and nothing missing", async () => {
    const houses = await loadAmes();
    expect(houses.shape).toEqual([2930, 74]);
    const price = houses.column("Sale_Price");
    expect([price.min(), price.median(), price.max()]).toEqual([12789, 160000, 755000]);
    expect(Math.round(price.mean())).toBe(180796);
    expect(houses.column("Neighborhood").unique()).toHaveLength(28);
    expect(houses.column("Mas_Vnr_Type").unique()).toContain("None");
    expect(houses.columns.filter((name) => houses.column(name).missingCount > 0)).toEqual([]);
    expect(houses.dropMissing().nRows).toBe(2930);
  });

  test("every column is described in the datasheet", async () => {
    const datasheet = await readFile(new URL("./ames.md", AMES_URL), "utf8");
    const houses = await loadAmes();
    expect(houses.columns.filter((name) => !datasheet.includes(`\`${name}\``))).toEqual([]);
  });
});

describe("loadDiabetes", () => {
  test("is the file that its datasheet describes", async () => {
    expect(await checkFile(DIABETES_URL)).toEqual({
      sha256: "97ade12b119ecabce3d34941986d3dbc60a231ec64a299fff1113bf98d1d73e0",
      isRecorded: true,
    });
  });

  test("has 442 patients in their own units", async () => {
    const patients = await loadDiabetes();
    expect(patients.shape).toEqual([442, 11]);
    expect(patients.rows()[0]).toMatchObject({ age: 59, sex: 2, bmi: 32.1, progression: 151 });
  });

  test("scaled as scikit-learn has it: centred, squares adding up to 1", async () => {
    const scaled = await loadDiabetes({ scaled: true });
    // From sklearn.datasets.load_diabetes() 1.9.1, row 0.
    const first = [0.038075906433423026, 0.05068011873981862, 0.061696206518683294];
    ["age", "sex", "bmi"].forEach((name, j) => {
      const column = scaled.column(name as "age");
      expect(column.at(0)).toBeCloseTo(first[j]!, 15);
      expect(column.mean()).toBeCloseTo(0, 14);
    });
    expect(scaled.column("progression").at(0)).toBe(151);
  });
});

describe("loadPagoda", () => {
  test("is the file that its datasheet describes", async () => {
    expect(await checkFile(PAGODA_URL)).toEqual({
      sha256: "25562f8aa0118b8438b2f188eee23eb9095b2416786d70f0e63dcfe79e4d1fdb",
      isRecorded: true,
    });
  });

  test("is 96 rows of 144 greys, a bright sky above dark trees", async () => {
    const picture = await loadPagoda();
    expect(picture.shape).toEqual([96, 144]);
    expect(picture.min().item()).toBeGreaterThanOrEqual(0);
    expect(picture.max().item()).toBeLessThanOrEqual(255);
    expect(picture.slice([0, 10]).mean().item()).toBeGreaterThan(
      2 * picture.slice([86, 96]).mean().item(),
    );
  });
});
