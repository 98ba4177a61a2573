import { parseCSV } from "@gradus/data";
import { expect, test } from "vitest";
import { readProjects } from "../../../tools/build/course/folder";
import { scoreSource } from "../../../tools/content/grade-source";
import pandas from "./pandas.json" with { type: "json" };

const folder = (await readProjects()).find(({ project }) => project.id === "csv-loader")!;

test("roadmap DAT-007: graded by pandas' columns and summaries of 28 files; the library reads them alike", async () => {
  expect(folder.project.rows).toContain("DAT-007");
  const groups = new Set(pandas.files.map(({ criterion }) => criterion));
  for (const group of ["quotes", "bom-and-line-ends", "mixed-types"])
    expect(groups).toContain(group);
  expect(pandas.files).toHaveLength(28);

  const score = await scoreSource(folder, folder.solution.text);
  expect(score.points).toBe(100);
  for (const criterion of ["quotes", "bom-and-line-ends", "mixed-types", "summary"]) {
    const { results } = await scoreSource(folder, folder.wrong.get(criterion)!.text);
    const lost = results.filter(({ id, points }) => {
      return points < folder.project.rubric.find((each) => each.id === id)!.points;
    });
    expect(lost.map(({ id }) => id)).toContain(criterion);
  }

  let nCompared = 0;
  for (const { name, text, columns } of pandas.files) {
    // Ours is stricter: a row that is too short is an error, and a quoted blank is a text.
    if (["short-row", "quoted-empty", "quote-inside"].includes(name)) continue;
    const table = parseCSV(text, { delimiter: ",", missing: ["", "NA", "NaN", "null"] });
    expect(table.columns, name).toEqual(columns.map((column) => column.name));
    for (const column of columns) {
      const found = table.column(column.name);
      const cells = found.toArray().map((cell) => (Number.isNaN(cell) ? null : cell));
      expect(cells, `${name}: ${column.name}`).toEqual(column.values);
      const { summary } = column as { summary: Record<string, number | string | null> };
      if (!("mean" in summary)) {
        expect(found.nunique()).toBe(summary.unique);
        expect(Math.max(...found.valueCounts().values())).toBe(summary.freq);
        continue;
      }
      const numbers = {
        count: found.length - found.missingCount,
        mean: found.mean(),
        std: found.std(),
        min: found.min(),
        q25: found.quantile(0.25),
        median: found.median(),
        q75: found.quantile(0.75),
        max: found.max(),
      };
      for (const [key, value] of Object.entries(numbers)) {
        const expected = (summary[key] ?? Number.NaN) as number;
        if (Number.isNaN(expected)) expect(value, `${name}: ${key}`).toBeNaN();
        else
          expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(expected)));
        nCompared++;
      }
    }
  }
  expect(nCompared).toBeGreaterThan(200);
});
