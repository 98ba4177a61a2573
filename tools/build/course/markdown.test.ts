import { describe, expect, test } from "vitest";
import { ContentError } from "./content-error";
import { curlQuotes, renderInline, renderMarkdown } from "./markdown";

const refused = (source: string) => {
  try {
    renderMarkdown(source, "lesson.md");
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError);
    return error as ContentError;
  }
  throw new Error("nothing was refused");
};

describe("renderMarkdown", () => {
  test("sets TeX as HTML with MathML beside it", () => {
    const html = renderMarkdown("The slope $w$.", "lesson.md");
    expect(html).toContain("<math");
    expect(html).toContain('class="katex-html" aria-hidden="true"');
  });

  test("makes notes and warnings asides with their title", () => {
    expect(renderMarkdown(":::note[The data]\nText.\n:::", "lesson.md")).toBe(
      '<aside class="note"><p class="aside-title">The data</p><p>Text.</p></aside>',
    );
    expect(renderMarkdown(":::warning\nText.\n:::", "lesson.md")).toBe(
      '<aside class="warning"><p>Text.</p></aside>',
    );
  });

  test("tables scroll by themselves, take the focus and have their columns for a name", () => {
    expect(renderMarkdown("| a | *b* |\n| - | - |\n| 1 | 2 |", "lesson.md")).toMatch(
      /^<div class="table-scroll" role="region" tabindex="0" aria-label="Table: a, b"><table>/,
    );
  });

  test("a colon in a word is no directive", () => {
    expect(renderMarkdown("at 3:45pm or a:b", "lesson.md")).toBe("<p>at 3:45pm or a:b</p>");
  });

  test("headings carry their id", () => {
    expect(renderMarkdown("## Why it *works*", "lesson.md")).toBe(
      '<h2 id="why-it-works">Why it <em>works</em></h2>',
    );
  });

  test.each([
    ["TeX that cannot be set", "a\n\n$\\frac{1}$", 3, "KaTeX"],
    ["an unknown TeX command", "$\\slope$", 1, "\\slope"],
    ["money that is no formula", "from $5 dollars to $6", 1, "money"],
    ["raw HTML", "a\n\n<b>b</b>", 3, "HTML"],
    ["an image", "![a](b.png)", 1, "figure"],
    ["a footnote", "a[^1]\n\n[^1]: b", 1, ":::note"],
    ["an unknown container", ":::danger\na\n:::", 1, ":::danger"],
    ["a part of a lesson where none can stand", "> ::quiz", 1, "::quiz"],
  ])("refuses %s with its line", (_, source, line, message) => {
    const error = refused(source);
    expect(error.line).toBe(line);
    expect(error.message).toContain(message);
  });
});

test("renderInline leaves out the one paragraph around a text", () => {
  expect(renderInline("a **b**", "quiz.ts")).toBe("a <strong>b</strong>");
  expect(renderInline("a\n\nb", "quiz.ts")).toBe("<p>a</p>\n<p>b</p>");
});

test.each([
  [`"so" ("so")`, "“so” (“so”)"],
  ["it's 'so'", "it’s ‘so’"],
  ["the lesson's line", "the lesson’s line"],
])("curls %s", (plain, curled) => {
  expect(curlQuotes(plain)).toBe(curled);
});
