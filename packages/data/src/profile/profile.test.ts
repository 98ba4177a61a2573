import { displaySymbol, displayText, ParameterError, toDisplayData } from "@gradus/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DataFrame, Profile, profile } from "../index";

const sentences = (df: DataFrame, target?: string) =>
  profile(df, target === undefined ? {} : { target }).warnings.map(({ message }) => message);
const kinds = (df: DataFrame, target?: string) =>
  profile(df, target === undefined ? {} : { target }).warnings.map(({ kind }) => kind);
const rows = Array.from({ length: 60 }, (_, i) => i);

describe("profile warns of", () => {
  test("an empty and a constant column", () => {
    const df = DataFrame.fromColumns({
      none: rows.map(() => Number.NaN),
      one: rows.map(() => "US"),
    });
    expect(sentences(df)).toEqual(
      expect.arrayContaining([
        '"none" is empty: every value is missing.',
        '"one" has the same value in every row.',
      ]),
    );
  });

  test("identifiers, but not of measurements that happen to differ", () => {
    const id = rows.map((i) => `P${i}`);
    const df = DataFrame.fromColumns({ id, x: rows.map((i) => Math.sqrt(i)) });
    expect(profile(df).warnings.filter(({ kind }) => kind === "identifier")).toMatchObject([
      { columns: ["id"], severity: "check" },
    ]);
  });

  test("text of many values, numbers and dates in text, and one thing spelled in two ways", () => {
    const name = rows.concat(rows).map((i) => `street ${(i * 7) % 55}!`);
    const double = (of: (i: number) => string) => rows.concat(rows).map(of);
    const df = DataFrame.fromColumns({
      name,
      price: double((i) => (i === 3 ? "free" : `${i}.5`)),
      day: double((i) => `2024-01-${String((i % 28) + 1).padStart(2, "0")}`),
      town: double((i) => ["Ames", "ames ", "Boone"][i % 3]!),
    });
    const found = profile(df).warnings;
    expect(found.find(({ kind }) => kind === "high-cardinality")?.columns).toEqual(["name"]);
    expect(found.find(({ kind }) => kind === "numbers-as-text")?.message).toBe(
      '"price" is text, yet its values read as numbers. 2 values of 120 do not.',
    );
    expect(found.find(({ kind }) => kind === "dates-as-text")?.columns).toEqual(["day"]);
    expect(found.find(({ kind }) => kind === "spellings")?.message).toBe(
      '"town" spells one thing in several ways: "Ames", "ames ".',
    );
  });

  test.each([
    [999, (i: number) => 20 + (i % 40)],
    [-1, (i: number) => 20 + (i % 40)],
    [-999, (i: number) => (i % 40) - 20],
    [0, (i: number) => 60 + (i % 40)],
  ])("the number %d where nothing else is near", (value, of) => {
    const df = DataFrame.fromColumns({ age: rows.map((i) => (i % 20 === 0 ? value : of(i))) });
    expect(profile(df).column("age").numbers?.placeholder).toEqual({ value, count: 3 });
    expect(kinds(df)).toContain("placeholder");
    expect(kinds(df)).not.toContain("outliers");
  });

  test("no placeholder among numbers that reach there", () => {
    const df = DataFrame.fromColumns({
      scale: rows.map((i) => (i % 3) - 1),
      score: rows.map((i) => 40 + i),
      zeros: rows.map((i) => i % 7),
    });
    expect(kinds(df)).not.toContain("placeholder");
  });

  test("placeholders in text, infinite numbers, outliers and skew", () => {
    const df = DataFrame.fromColumns({
      town: rows.map((i) => ["Ames", "Boone", "n/a"][i % 3]!),
      ratio: rows.map((i) => (i === 5 ? Number.POSITIVE_INFINITY : i)),
      income: rows.map((i) => (i === 7 ? 1e6 : 100 + i)),
    });
    expect(kinds(df)).toEqual(
      expect.arrayContaining(["placeholder", "infinite", "outliers", "skewed"]),
    );
  });

  test("columns missing together, correlated columns, repeated rows and columns", () => {
    const a = rows.map((i) => (i % 5 === 0 ? Number.NaN : Math.sin(i)));
    const df = DataFrame.fromColumns({
      a,
      b: a.map((x) => 2 * x + 1e-3 * Math.abs(x)),
      copy: a,
      size: rows.map((i) => ["S", "M"][i % 2]!),
      code: rows.map((i) => i % 2),
    });
    const found = profile(df);
    expect(found.missing.together).toEqual([["a", "b", "copy"]]);
    expect(found.duplicates.columns).toEqual([
      { columns: ["a", "copy"], kind: "equal" },
      { columns: ["size", "code"], kind: "recoded" },
    ]);
    expect(kinds(df)).toEqual(
      expect.arrayContaining(["missing", "missing-together", "correlated", "duplicate-columns"]),
    );
    const twice = DataFrame.fromColumns({ x: [1, 2, 1, 1], y: [null, "b", null, "c"] });
    expect(profile(twice).duplicates).toMatchObject({ rows: 1, examples: [{ row: 0, times: 2 }] });
  });

  test("columns that give the target away: by their values, a threshold, or being missing", () => {
    const many = Array.from({ length: 200 }, (_, i) => i);
    const died = many.map((i) => (i * 7919) % 200 < 60);
    const df = DataFrame.fromColumns({
      died,
      code: died.map((yes) => (yes ? "C" : null)),
      days: many.map((i) => (died[i] ? 1 + (i % 50) : 60 + (i % 900))),
      ward: many.map((i) => ["A", "B", "C"][i % 3]!),
    });
    const leaks = profile(df, { target: "died" }).warnings.filter(({ kind }) => kind === "leakage");
    expect(leaks.flatMap(({ columns }) => columns).sort()).toEqual(["code", "days"]);
    const price = many.map((i) => Math.sqrt(i));
    const numbers = DataFrame.fromColumns({
      price,
      tax: price.map((p) => p ** 3),
      noise: many.map((i) => Math.sin(i * i)),
    });
    expect(kinds(numbers, "price")).toContain("leakage");
    expect(profile(numbers, { target: "price" }).targetRelations[0]).toMatchObject({
      name: "tax",
      measure: "correlation",
    });
  });

  test("nothing in a clean table, and nothing fails on an empty one", () => {
    const df = DataFrame.fromColumns({
      x: rows.map((i) => Math.sin(i)),
      kind: rows.map((i) => ["a", "b"][(i >> 1) % 2]!),
    });
    expect(kinds(df)).toEqual([]);
    expect(profile(df).toText()).toContain("Nothing stands out.");
    const empty = DataFrame.fromColumns({ x: [] as number[], y: [] as string[] });
    expect(profile(empty).toHTML()).toContain("0 rows × 2 columns");
    expect(profile(DataFrame.fromColumns([])).nColumns).toBe(0);
  });
});

describe("the report", () => {
  const evil = '<img src=x onerror="alert(1)">&';
  const df = DataFrame.fromColumns({
    [evil]: rows.map((i) => (i % 4 ? evil : null)),
    x: rows.map((i) => i / 7),
    when: rows.map((i) => new Date(Date.UTC(2024, 0, i + 1))),
  });

  test("escapes names and values, and needs nothing from elsewhere", () => {
    const page = profile(df, { title: evil, target: evil }).toHTML();
    expect(page).not.toContain("<img");
    expect(page).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;");
    expect(page).not.toMatch(/<script|<link|src=(?!x onerror)|url\(|https?:/);
  });

  test("escapes whatever a table holds", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 8 }), (values) => {
        const page = profile(DataFrame.fromColumns({ [values[0]!]: values })).toHTML();
        const tags = new Set([...page.matchAll(/<(?!\/)([^\s>]*)/g)].map(([, tag]) => tag));
        const known =
          "!doctype html head meta title style body main header h1 h2 p section div span details summary b small em svg rect path ul ol li dl dt dd figure figcaption table thead tbody tr th td footer";
        expect([...tags].filter((tag) => !known.split(" ").includes(tag!))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("is a page in the course and text in a terminal", () => {
    const found = profile(df);
    const shown = toDisplayData(found);
    expect(shown).toEqual(found[displaySymbol]());
    expect(shown).toMatchObject({ kind: "page", title: "Profile of a table" });
    expect(displayText(shown)).toBe(found.toString());
    expect(found.toText().split("\n").at(-1)).toMatch(/^when +date +\S+ +2024-01-01 … 2024-02-29$/);
  });

  test("is made again from its data", () => {
    const found = profile(df);
    expect(new Profile(found.toJSON()).toHTML()).toBe(found.toHTML());
    expect(JSON.parse(JSON.stringify(found)).columns).toHaveLength(3);
  });
});

test("profile refuses an unknown target, column and too few bins", () => {
  const df = DataFrame.fromColumns({ price: [1, 2] });
  expect(() => profile(df, { target: "prise" })).toThrow(ParameterError);
  expect(() => profile(df, { target: "prise" })).toThrow('did you mean "price"?');
  expect(() => profile(df, { bins: 1 })).toThrow(ParameterError);
  expect(() => profile(df).column("area")).toThrow(ParameterError);
});
