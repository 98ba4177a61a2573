import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import fixture from "../../fixtures/data-sets.json" with { type: "json" };
import * as urls from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { loadAmes } from "./ames";
import { loadBreastCancer } from "./breast-cancer";
import { loadChurn } from "./churn";
import { loadCO2 } from "./co2";
import { loadCredit } from "./credit";
import { loadDiabetes } from "./diabetes";
import { loadDigits } from "./digits";
import { loadElectricity } from "./electricity";
import { loadFashionMNIST } from "./fashion-mnist";
import { loadGapminder } from "./gapminder";
import { loadIris } from "./iris";
import { loadKarateClub } from "./karate-club";
import { loadMacro } from "./macro";
import { loadPagoda } from "./pagoda";
import { loadPenguins } from "./penguins";
import { loadPrideAndPrejudice } from "./pride-and-prejudice";
import { loadRatings } from "./ratings";
import { loadReviews } from "./reviews";
import { loadSentimentLexicon } from "./sentiment-lexicon";
import { loadSpam } from "./spam";
import { loadSunspots } from "./sunspots";
import { loadTitanic } from "./titanic";
import { loadWeather } from "./weather";
import { loadWine } from "./wine";

/** Every loader of a table, by the name of its file. */
const TABLES: Readonly<Record<string, () => Promise<unknown>>> = {
  ames: loadAmes,
  "breast-cancer": loadBreastCancer,
  churn: loadChurn,
  co2: loadCO2,
  credit: loadCredit,
  diabetes: loadDiabetes,
  electricity: loadElectricity,
  gapminder: loadGapminder,
  iris: loadIris,
  karate: async () => (await loadKarateClub()).edges,
  macro: loadMacro,
  penguins: loadPenguins,
  ratings: loadRatings,
  reviews: loadReviews,
  sentiment: loadSentimentLexicon,
  spam: loadSpam,
  sunspots: loadSunspots,
  titanic: loadTitanic,
  weather: loadWeather,
  wine: loadWine,
};

const load = async (name: string) => (await TABLES[name]!()) as DataFrame;

const sheet = (name: string) => readFile(new URL(`./${name}.md`, urls.AMES_URL), "utf8");

const numbers = (table: DataFrame, name: string) =>
  Float64Array.from(table.column(name).toArray() as number[]);

/** What pandas' `describe` says of a column: count, mean, std, min, quartiles, max. */
function expectSummary(table: DataFrame, name: string, expected: readonly (number | null)[]) {
  const values = numbers(table, name)
    .filter((x) => !Number.isNaN(x))
    .sort();
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const quantile = (p: number) => {
    const [low, t] = [Math.floor(p * (n - 1)), (p * (n - 1)) % 1];
    return values[low]! + t * ((values[low + 1] ?? 0) - values[low]!);
  };
  const got = [n, mean, Math.sqrt(squares / (n - 1)), values[0]!];
  got.push(quantile(0.25), quantile(0.5), quantile(0.75), values[n - 1]!);
  got.forEach((value, i) => {
    const scale = Math.max(1, Math.abs(expected[i]!));
    expect(Math.abs(value - expected[i]!) / scale, `${name}, number ${i}`).toBeLessThan(1e-12);
  });
}

describe.each(Object.keys(TABLES))("%s", (name) => {
  test("has rows, and every column stands in the datasheet", async () => {
    const table = await load(name);
    const text = await sheet(name);
    const stem = (column: string) =>
      name === "breast-cancer"
        ? column.replace(/^(mean|worst)_|_error$/g, "")
        : column.replace(/^word_.*/, "word_…");
    expect(table.columns.filter((column) => !text.includes(`\`${stem(column)}\``))).toEqual([]);
    expect(table.nRows).toBeGreaterThan(0);
  });
});

describe("tables that scikit-learn has", () => {
  test.each([
    ["iris", "iris"],
    ["wine", "wine"],
    ["breast-cancer", "breastCancer"],
  ] as const)("%s has its numbers and its classes", async (name, key) => {
    const table = await load(name);
    const expected = fixture.sklearn[key];
    const features = table.columns.slice(0, -1);
    expect([table.nRows, features.length]).toEqual(expected.shape);
    features.forEach((column, j) => {
      expectSummary(table, column, expected.columns[j]!);
      const values = numbers(table, column);
      expect([values[0], values.at(-1)]).toEqual([expected.first[j], expected.last[j]]);
    });
    const labels = table.column(table.columns.at(-1)!);
    const counts = labels.unique().map((kind) => labels.toArray().filter((x) => x === kind).length);
    expect(counts).toEqual(expected.targets);
  });

  test("diabetes scaled: centred, squares adding up to 1", async () => {
    const scaled = await loadDiabetes({ scaled: true });
    // From sklearn.datasets.load_diabetes() 1.9.1, row 0.
    const first = [0.038075906433423026, 0.05068011873981862, 0.061696206518683294];
    ["age", "sex", "bmi"].forEach((name, j) => {
      const column = scaled.column(name as "age");
      expect(column.at(0)).toBeCloseTo(first[j]!, 15);
      expect(column.mean()).toBeCloseTo(0, 14);
    });
    expect((await loadDiabetes()).rows()[0]).toMatchObject({
      age: 59,
      bmi: 32.1,
      progression: 151,
    });
  });

  test("digits have its pictures and labels", async () => {
    const { images, labels, classes } = await loadDigits();
    const flat = images.reshape([1797, 64]);
    expect(flat.at(0).toArray()).toEqual(fixture.sklearn.digits.first);
    expect(flat.at(1796).toArray()).toEqual(fixture.sklearn.digits.last);
    const means = flat.mean(0).data();
    fixture.sklearn.digits.columns.forEach((column, j) => {
      expect(means[j]).toBeCloseTo(column[1]!, 12);
    });
    const counts = classes.map((_, k) => labels.data().filter((label) => label === k).length);
    expect(counts).toEqual(fixture.sklearn.digits.targets);
  });
});

describe("series that statsmodels has", () => {
  test.each(["sunspots", "macro"] as const)("%s has its numbers", async (name) => {
    const table = await load(name);
    const expected = fixture.statsmodels[name];
    expect(table.shape).toEqual(expected.shape);
    table.columns.forEach((column, j) => {
      expectSummary(table, column, expected.columns[j]!);
    });
  });

  test("co2 has its weeks and its gaps", async () => {
    const air = await loadCO2();
    expect(air.nRows).toBe(fixture.statsmodels.co2.shape[0]);
    expectSummary(air as unknown as DataFrame, "co2", fixture.statsmodels.co2.columns[0]!);
    expect(air.column("co2").missingCount).toBe(59);
    expect(air.column("date").at(0)).toEqual(new Date("1958-03-29"));
    const times = air.column("date").toArray().map(Number);
    expect(times.every((time, i) => i === 0 || time - times[i - 1]! === 7 * 86_400_000)).toBe(true);
  });
});

describe("files as pandas reads them", () => {
  test.each(Object.entries(fixture.files))("%s", async (name, expected) => {
    const table = await load(name);
    expect(table.shape).toEqual(expected.shape);
    for (const [column, summary] of Object.entries(expected.columns)) {
      expectSummary(table, column, summary);
    }
    const missing = table.columns.map((column) => [column, table.column(column).missingCount]);
    expect(Object.fromEntries(missing.filter(([, count]) => count))).toEqual(expected.missing);
  });
});

describe("known values", () => {
  test("ames: 2,930 houses with R's summary numbers and nothing missing", async () => {
    const houses = await loadAmes();
    expect(houses.shape).toEqual([2930, 74]);
    const price = houses.column("Sale_Price");
    expect([price.min(), price.median(), price.max()]).toEqual([12789, 160000, 755000]);
    expect(houses.column("Neighborhood").unique()).toHaveLength(28);
    expect(houses.column("Mas_Vnr_Type").unique()).toContain("None");
    expect(houses.dropMissing().nRows).toBe(2930);
  });

  test("titanic: the published counts", async () => {
    const people = await loadTitanic();
    const count = (kind: string, sex: string, survived: boolean) =>
      people.filter((p) => p.class === kind && p.sex === sex && p.survived === survived).nRows;
    expect(people.shape).toEqual([2201, 4]);
    expect([count("1st", "female", true), count("1st", "female", false)]).toEqual([141, 4]);
    expect([count("3rd", "male", true), count("crew", "male", false)]).toEqual([88, 670]);
    expect(people.filter((person) => person.age === "child").nRows).toBe(109);
  });

  test("reviews: balanced, without a text twice", async () => {
    const reviews = await loadReviews();
    expect(reviews.column("text").unique()).toHaveLength(2000);
    expect(reviews.filter((review) => review.sentiment === "positive").nRows).toBe(1000);
  });

  test("karate club: a connected graph of 34 members with the published degrees", async () => {
    const { edges, clubs } = await loadKarateClub();
    const degrees = new Array<number>(34).fill(0);
    for (const { source, target } of edges.rows()) {
      expect(source).toBeLessThan(target);
      degrees[source]! += 1;
      degrees[target]! += 1;
    }
    expect([degrees[0], degrees[33], degrees[32], degrees[11]]).toEqual([16, 17, 12, 1]);
    expect(clubs.filter((club) => club === "instructor")).toHaveLength(17);
  });

  test("fashion: 200 training and 50 test pictures of each class", async () => {
    const { train, test } = await loadFashionMNIST();
    expect([train.images.shape, test.images.shape]).toEqual([
      [2000, 28, 28],
      [500, 28, 28],
    ]);
    expect(train.images.dtype).toBe("uint8");
    const counts = (labels: ArrayLike<number>) =>
      train.classes.map((_, k) => Array.from(labels).filter((label) => label === k).length);
    expect(counts(train.labels.data())).toEqual(new Array(10).fill(200));
    expect(counts(test.labels.data())).toEqual(new Array(10).fill(50));
    // The first training picture of the whole set is an ankle boot of these grey values.
    expect(train.labels.at(0).item()).toBe(9);
    expect(train.images.at(0).sum().item()).toBe(76247);
  });

  test("the novel: 61 chapters from the first sentence to the last", async () => {
    const novel = await loadPrideAndPrejudice();
    expect(novel.match(/^Chapter \d+$/gm)).toHaveLength(61);
    expect(novel).toContain("It is a truth universally acknowledged");
    expect(novel.trim().endsWith("means of uniting them.")).toBe(true);
  });

  test("pagoda: 96 rows of 144 greys, a bright sky above dark trees", async () => {
    const picture = await loadPagoda();
    expect(picture.shape).toEqual([96, 144]);
    expect([picture.min().item() >= 0, picture.max().item() <= 255]).toEqual([true, true]);
    const [sky, trees] = [picture.slice([0, 10]).mean(), picture.slice([86, 96]).mean()];
    expect(sky.item()).toBeGreaterThan(2 * trees.item());
  });
});
