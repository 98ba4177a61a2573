import { expect, test } from "vitest";
import fixture from "../../fixtures/acceptance-describe.json" with { type: "json" };
import {
  loadBreastCancer,
  loadDiabetes,
  loadIris,
  loadMacro,
  loadPenguins,
  loadWine,
} from "../index";
import { expectCells } from "../testing/pandas-cells";

const tables = {
  iris: loadIris,
  wine: loadWine,
  penguins: loadPenguins,
  "breast-cancer": loadBreastCancer,
  diabetes: () => loadDiabetes(),
  macro: loadMacro,
};

test("roadmap FND-015: describe() of six bundled tables equals pandas' to 1e-12, missing values too", async () => {
  let nMissing = 0;
  for (const [name, load] of Object.entries(tables)) {
    const expected = fixture.tables[name as "iris"];
    const described = (await load()).describe({ include: ["number", "integer"] });
    expect(described.column("statistic").toArray()).toEqual(expected.statistics);
    const columns = described.columnList().slice(1);
    expect(columns.length, name).toBe(expected.columns.length);
    columns.forEach((column, j) => {
      expectCells(column.toArray(), expected.columns[j]!, `${name}, ${column.name}`);
    });
    nMissing += expected.missing;
  }
  expect(nMissing).toBeGreaterThan(0);
});
