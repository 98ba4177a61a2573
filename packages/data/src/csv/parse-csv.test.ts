import { ParameterError, ParseError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { DataFrame } from "../frame/data-frame";
import { parseCSV } from "./parse-csv";

describe("parseCSV", () => {
  test("finds numbers, booleans and text", () => {
    const frame = parseCSV("n,b,t\n1,true,x\n-2.5e3,FALSE,y\n.5,NA,1a\n");
    expect(frame.types).toEqual({ n: "number", b: "boolean", t: "string" });
    expect(frame.column("n").toArray()).toEqual([1, -2500, 0.5]);
    expect(frame.column("b").toArray()).toEqual([true, false, null]);
    expect(frame.column("t").toArray()).toEqual(["x", "y", "1a"]);
  });

  test.each(["\n", "\r\n", "\r"])("lines may end with %j, and the last one need not", (end) => {
    const frame = parseCSV(["a,b", "1,x", "2,y"].join(end));
    expect(frame.rows()).toEqual([
      { a: 1, b: "x" },
      { a: 2, b: "y" },
    ]);
    expect(parseCSV(["a,b", "1,x", "2,y", ""].join(end)).nRows).toBe(2);
  });

  test("quoted fields hold delimiters, quotes and line ends", () => {
    const frame = parseCSV('a,b\n"x,y","say ""hi""\r\nthere"\n');
    expect(frame.rows()).toEqual([{ a: "x,y", b: 'say "hi"\r\nthere' }]);
  });

  test("a quote within an unquoted field is a character", () => {
    expect(parseCSV('a,b\n5" pipe,2\n').column("a").at(0)).toBe('5" pipe');
  });

  test("skips a byte-order mark, also before a quoted name", () => {
    expect(parseCSV('\ufeff"a",b\n1,2\n').columns).toEqual(["a", "b"]);
  });

  test("missing values: an empty field and the usual markers, but not a quoted text", () => {
    const frame = parseCSV('n,t\n,\nNA,NA\nNaN,"NA"\nnull,""\n7,None\n');
    expect(frame.column("n").toArray()).toEqual([NaN, NaN, NaN, NaN, 7]);
    expect(frame.column("t").toArray()).toEqual([null, null, "NA", "", "None"]);
    const marked = parseCSV("n\n-\n7\n", { missing: ["-"] });
    expect(marked.column("n").toArray()).toEqual([NaN, 7]);
  });

  test("a quoted number is a number, and a quoted nothing among numbers is missing", () => {
    expect(parseCSV('n\n"1"\n""\n').column("n").toArray()).toEqual([1, NaN]);
  });

  test("codes with leading zeros and whole numbers too long for a double stay text", () => {
    const frame = parseCSV("zip,id,exact\n02134,12345678901234567891,9007199254740992\n");
    expect(frame.types).toEqual({ zip: "string", id: "string", exact: "number" });
    expect(
      parseCSV("zip\n02134\n", { types: { zip: "number" } })
        .column("zip")
        .at(0),
    ).toBe(2134);
  });

  test.each([
    "0.1",
    "123456789012345678",
    "1e308",
    "4.9e-324",
    "-0",
    "2.2250738585072011e-308",
    "0.30000000000000004",
    "0.00000000000000000000000012345",
    "9007199254740993.0",
    "179769313486231580793e289",
    ` 7.25 `,
  ])("reads %s as the nearest double", (text) => {
    const frame = parseCSV(`a,b\n${text},x\n`, { types: { a: "number" } });
    expect(frame.column("a").at(0)).toBe(Number(text));
  });

  test("infinities", () => {
    expect(parseCSV("a,b\ninf,1\n-Infinity,2\n").column("a").toArray()).toEqual([
      Infinity,
      -Infinity,
    ]);
  });

  test("empty lines are no rows, except that in one column they are missing values", () => {
    expect(parseCSV("\n\na,b\n\n1,2\n\n").nRows).toBe(1);
    expect(parseCSV("a\n1\n\n3\n").column("a").toArray()).toEqual([1, NaN, 3]);
  });

  test("another delimiter, and names for a text without a header", () => {
    const frame = parseCSV("1;x\n2;y,z\n", { delimiter: ";", names: ["n", "t"] });
    expect(frame.column("t").toArray()).toEqual(["x", "y,z"]);
    expect(parseCSV("a\tb\n1\t2\n", { delimiter: "\t" }).columns).toEqual(["a", "b"]);
  });

  test("text beyond ASCII", () => {
    const frame = parseCSV("Straße,naïve\nÖl,日本\n😀,\n");
    expect(frame.columns).toEqual(["Straße", "naïve"]);
    expect(frame.rows()[1]).toEqual({ Straße: "😀", naïve: null });
  });

  test("a header alone is a table without rows", () => {
    expect(parseCSV("a,b").shape).toEqual([0, 2]);
  });

  test("the same text again and again is read right from memory of it", () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `w${i % 9000}`);
    expect(parseCSV(`t,u\n${words.map((w) => `${w},"${w}"`).join("\n")}`).rows()).toEqual(
      words.map((w) => ({ t: w, u: w })),
    );
  });
});

describe("parseCSV says where a text is wrong", () => {
  test.each([
    [
      "too many fields",
      "a,b\n1,2\n3,4,5\n",
      "houses.csv:3:5: expected 2 fields in the row, as in the first one, got 3",
    ],
    [
      "too many fields, quoted",
      'a,b\n3,4,"5"\n',
      "houses.csv:2:5: expected 2 fields in the row, as in the first one, got 3",
    ],
    [
      "too few fields",
      "a,b,c\n1,2\n",
      "houses.csv:2:4: expected 3 fields in the row, as in the first one, got 2",
    ],
    [
      "after a quoted line end",
      'a,b\n"x\ny",2\n1\n',
      "houses.csv:4:2: expected 2 fields in the row, as in the first one, got 1",
    ],
    [
      "an unclosed quote",
      'a,b\n1,"x\n2,y\n',
      "houses.csv:2:3: expected a closing quote for the one opened here, got the end",
    ],
    [
      "text after a quote",
      'a,b\n"é"x,1\n',
      "houses.csv:2:4: expected a delimiter after the closing quote, got more text",
    ],
    ["no text at all", "", "houses.csv:1:1: expected a header line, got an empty text"],
    ["only line ends", "\n\n", "houses.csv:1:1: expected a header line, got an empty text"],
    [
      "an empty name",
      "a,,c\n1,2,3\n",
      "houses.csv:1:3: expected a name for column 2 in the header, got none",
    ],
    [
      "a repeated name",
      "a,b,a\n1,2,3\n",
      'houses.csv:1:5: expected different names in the header, got "a" for columns 1 and 3',
    ],
  ])("%s", (_, text, message) => {
    const read = () => parseCSV(text, { source: "houses.csv" });
    expect(read).toThrow(ParseError);
    expect(read).toThrow(new ParseError(message.replace(/^.*?:\d+:\d+: /, ""), locate(message)));
  });

  test("text in a column of numbers", () => {
    const read = () => parseCSV("town,age\nAmes,5\nBoone,ten\n", { types: { age: "number" } });
    expect(read).toThrow('text:3:7: expected a number in column "age", got "ten"');
    const flags = () => parseCSV('a,b\n1,"yes"\n', { types: { b: "boolean" } });
    expect(flags).toThrow('text:2:3: expected true or false in column "b", got "yes"');
  });

  test("names that do not fit the first row", () => {
    expect(() => parseCSV("1,2\n", { names: ["a"] })).toThrow(ParseError);
    expect(() => parseCSV("1,2\n", { names: ["a", "a"] })).toThrow(ParseError);
  });

  test("options that cannot be", () => {
    for (const delimiter of ["", ",,", '"', "\n", "é"]) {
      expect(() => parseCSV("a", { delimiter })).toThrow(ParameterError);
    }
    expect(() => parseCSV("a\n1", { types: { b: "number" } })).toThrow(ParameterError);
    expect(() => parseCSV("a\n1", { types: { a: "decimal" as never } })).toThrow(ParameterError);
  });
});

describe("toCSV", () => {
  test("quotes what needs it", () => {
    const frame = DataFrame.fromColumns({
      't,"x': ["a,b", 'q"', "l\nf", "NA", "", null],
      n: [1, -0, 1e21, Number.NaN, Infinity, 0.1],
    });
    expect(frame.toCSV()).toBe(
      't,"x,n\n'.replace('t,"x', '"t,""x"') +
        '"a,b",1\n"q""",-0\n"l\nf",1e+21\n"NA",\n"",Infinity\n,0.1\n',
    );
    expect(frame.toCSV({ delimiter: ";", missing: "-" })).toContain("-;0.1");
  });
});

function locate(message: string) {
  const [, source, line, column] = /^(.*?):(\d+):(\d+)/.exec(message)!;
  return { source, line: Number(line), column: Number(column) };
}
