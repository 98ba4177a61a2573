import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { DTypeError, ParameterError, ValueError } from "@gradus/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DataFrame } from "../frame/data-frame";
import { formatJSON } from "../json/write-json";
import { writeParquet } from "../parquet/write-parquet";
import { openDuckDB } from "./duckdb";
import { sql } from "./sql";

const houses = DataFrame.fromColumns({
  town: ["Ames", "Boone", "Ames", null],
  price: [215, 105, 172, NaN],
  sold: [new Date("2010-05-01"), null, new Date("2010-06-01T12:00:00Z"), new Date(0)],
});
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "it's-"));
  await writeParquet(join(folder, "t.parquet"), houses);
  await writeFile(join(folder, "t.csv"), houses.toCSV());
  await writeFile(join(folder, "t.csv.gz"), gzipSync(houses.toCSV()));
  await writeFile(join(folder, "t.jsonl"), formatJSON(houses, { orient: "lines" }));
});

afterAll(() => rm(folder, { recursive: true }));

describe("sql", () => {
  test.each(["t.parquet", "t.csv", "t.csv.gz", "t.jsonl"])(
    "groups the rows of %s",
    async (name) => {
      const query =
        "SELECT town, avg(price) AS mean, count(*) AS n FROM t GROUP BY town ORDER BY town NULLS LAST";
      const table = await sql(query, { tables: { t: join(folder, name) } });
      expect(table.rows()).toEqual([
        { town: "Ames", mean: 193.5, n: 2 },
        { town: "Boone", mean: 105, n: 1 },
        { town: null, mean: NaN, n: 1 },
      ]);
      expect(table.types).toEqual({ town: "string", mean: "number", n: "integer" });
    },
  );

  test("a data frame comes back as it was, and joins with a file", async () => {
    expect((await sql("SELECT * FROM t", { tables: { t: houses } })).rows()).toEqual(houses.rows());
    const states = DataFrame.fromColumns({ name: ["Ames"], 'odd "name"': ["IA"] });
    const joined = await sql(
      'SELECT "odd ""name""" AS s, price FROM t JOIN "my states" ON town = name ORDER BY price',
      {
        tables: { t: pathToFileURL(join(folder, "t.parquet")), "my states": states },
        memoryLimit: "256MB",
        threads: 1,
      },
    );
    expect(joined.rows()).toEqual([
      { s: "IA", price: 172 },
      { s: "IA", price: 215 },
    ]);
  });

  test("types and parameters", async () => {
    const table = await sql(
      "SELECT ? AS text, 1::TINYINT AS i, sum(2::INT) AS big, 1.25::DECIMAL(9,2) AS d, true AS b, DATE '2024-02-29' AS day, TIMESTAMPTZ '2024-02-29 12:00:00Z' AS at, NULL AS none",
      { parameters: ["x' OR"] },
    );
    const [row] = table.rows();
    expect(row).toMatchObject({ text: "x' OR", i: 1, big: 2, d: 1.25, b: true });
    expect([row!.day, row!.at]).toEqual([new Date("2024-02-29"), new Date("2024-02-29T12:00:00Z")]);
    expect((await sql("SELECT 1 AS a WHERE false")).shape).toEqual([0, 1]);
  });

  test("errors are typed", async () => {
    await expect(sql("SELEC 1")).rejects.toThrow(ValueError);
    await expect(sql("SELECT * FROM nowhere")).rejects.toThrow(/nowhere/);
    await expect(sql("SELECT [1, 2] AS list")).rejects.toThrow(DTypeError);
    await expect(sql("SELECT 9007199254740993 AS big")).rejects.toThrow(ValueError);
    await expect(sql("SELECT 1", { tables: { t: "t.xlsx" } })).rejects.toThrow(ParameterError);
    await expect(sql("SELECT 1", { threads: 0 })).rejects.toThrow(ParameterError);
  });

  test("names the package to install", async () => {
    const load = () => import(/* @vite-ignore */ ["@duckdb", "not-there"].join("/"));
    await expect(openDuckDB("sql", {}, load)).rejects.toThrow(ValueError);
    await expect(openDuckDB("sql", {}, load)).rejects.toThrow("npm install @duckdb/node-api");
  });
});
