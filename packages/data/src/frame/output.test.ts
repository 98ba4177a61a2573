import { ParameterError, ShapeError, ValueError } from "@gradus/core";
import { tensor } from "@gradus/tensor";
import { describe, expect, expectTypeOf, test } from "vitest";
import { assertFrameEqual, DataFrame, type NumberColumn } from "../index";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const frame = DataFrame.fromColumns({
  "a<b": [1.5, Number.NaN, 3],
  text: ['say "hi" & <go>', null, "x"],
  when: [day("2024-01-31"), day("2024-02-29"), null],
});

describe("toText", () => {
  test("shows as many rows as asked for, and types below the names", () => {
    expect(frame.toText({ rows: 2, types: true })).toBe(
      [
        "   a<b  text             when",
        "number  string           date",
        '   1.5  say "hi" & <go>  2024-01-31',
        "    NA  NA               2024-02-29",
        "[3 rows × 3 columns; 1 row not shown]",
      ].join("\n"),
    );
    expect(frame.toText()).toBe(frame.toString());
  });

  test("keeps to the width, with one column at least", () => {
    expect(frame.toText({ width: 20 })).toContain("1 column not shown");
    expect(frame.toText({ width: 1 })).toContain("2 columns not shown");
    expect(() => frame.toText({ rows: -1 })).toThrow(ParameterError);
    expect(() => frame.toText({ width: 0 })).toThrow(ParameterError);
  });
});

describe("toHTML", () => {
  test("escapes, aligns numbers, marks what is missing and counts", () => {
    const html = frame.toHTML({ rows: 2 });
    expect(html).toContain(
      '<th scope="col" style="text-align:right">a&lt;b<br><small>number</small></th>',
    );
    expect(html).toContain('<td style="text-align:left">say &quot;hi&quot; &amp; &lt;go&gt;</td>');
    expect(html).toContain('<td class="missing" style="text-align:right">NA</td>');
    expect(html).toContain("<caption>3 rows × 3 columns; 1 row not shown</caption>");
    expect(html.match(/<tr>/g)).toHaveLength(3);
    expect(frame.toHTML({ types: false })).not.toContain("<small>");
    expect(() => frame.toHTML({ rows: 0.5 })).toThrow(ParameterError);
  });
});

describe("assertFrameEqual", () => {
  const message = (other: DataFrame, options = {}) => {
    try {
      assertFrameEqual(other, frame, options);
    } catch (error) {
      expect(error).toBeInstanceOf(ValueError);
      return (error as Error).message;
    }
    return "equal";
  };

  test("says what differs first", () => {
    expect(message(frame.take([0, 1, 2]))).toBe("equal");
    expect(message(frame.drop("when"))).toBe(
      "assertFrameEqual: expected columns a<b, text, when, got a<b, text",
    );
    expect(message(frame.head(1))).toMatch(/expected 3 rows, got 1/);
    expect(message(frame.assign({ "a<b": [1.5, 2, 3] }))).toBe(
      'assertFrameEqual: expected NaN in column "a<b" at row 1, got 2',
    );
    expect(message(frame.assign({ when: [day("2024-01-31"), day("2024-02-28"), null] }))).toMatch(
      /expected "2024-02-29T00:00:00.000Z" in column "when" at row 1/,
    );
    expect(message(frame.astype({ text: "category" }))).toMatch(/of type string, got category/);
    expect(message(frame.astype({ text: "category" }), { checkTypes: false })).toBe("equal");
  });

  test("allows small differences when asked to", () => {
    const near = frame.assign({ "a<b": [1.5, Number.NaN, 3.003] });
    expect(message(near)).toMatch(/expected 3 in column "a<b" at row 2, got 3.003/);
    expect(message(near, { rtol: 0.01 })).toBe("equal");
    expect(message(near, { atol: 0.004 })).toBe("equal");
    expect(message(near, { atol: 0.002 })).not.toBe("equal");
  });
});

describe("fromTensor", () => {
  test("is toTensor backwards", () => {
    const made = DataFrame.fromTensor(
      tensor([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
      ["a", "b"],
    );
    expectTypeOf(made.column("b")).toEqualTypeOf<NumberColumn>();
    expect(made.toTensor().toArray()).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    const wide = DataFrame.fromTensor(tensor([[1, 2]], { dtype: "int32" }).transpose(), ["x"]);
    expect(wide.column("x").toArray()).toEqual([1, 2]);
  });

  test("refuses other shapes", () => {
    expect(() => DataFrame.fromTensor(tensor([1, 2]), ["a", "b"])).toThrow(ShapeError);
    expect(() => DataFrame.fromTensor(tensor([[1, 2]]), ["a"])).toThrow(ShapeError);
    expect(() => DataFrame.fromTensor(tensor([[1, 2]]), ["a", "a" as "b"])).toThrow(ParameterError);
  });
});
