import { describe, expect, test } from "vitest";
import { readFixture, readFixtureContent } from "../testing/fixtures";
import { stripAccents } from "./accents";
import { characterNgrams } from "./n-grams";
import { compareTexts, splitWords } from "./words";

interface Runs {
  readonly name: "word" | "space" | "assigned" | "combining";
  readonly steps: number[];
}

/** 1 for each code point of a class, as Python has it. */
const classes = Object.fromEntries(
  readFixture<Runs>("text-words").map(({ name, steps }) => {
    const inside = new Uint8Array(0x110000);
    let at = 0;
    let first = 0;
    steps.forEach((step, k) => {
      at += step;
      if (k % 2 === 0) first = at;
      else inside.fill(1, first, at + 1);
    });
    return [name, inside];
  }),
) as Record<Runs["name"], Uint8Array>;
const { lower } = readFixtureContent<{ lower: [number, string][] }>("text-words");

/** The characters that Python's version of Unicode knows. Later versions have given meaning to others. */
function* characters(): Generator<[code: number, character: string]> {
  for (let code = 0; code < 0x110000; code++) {
    if (classes.assigned[code] && (code < 0xd800 || code > 0xdfff)) {
      yield [code, String.fromCodePoint(code)];
    }
  }
}

describe("characters are what they are in Python", () => {
  test("in words: letters, numbers and the underscore, but no marks", () => {
    const wrong: number[] = [];
    for (const [code, character] of characters()) {
      const isWord = splitWords(`${character}${character}`).length === 1;
      if (isWord !== (classes.word[code] === 1)) wrong.push(code);
    }
    expect(wrong).toEqual([]);
  });

  test("in runs of white space", () => {
    const wrong: number[] = [];
    for (const [code, character] of characters()) {
      const isSpace = characterNgrams(`${character}${character}`, [1, 1]).length === 1;
      if (isSpace !== (classes.space[code] === 1)) wrong.push(code);
    }
    expect(wrong).toEqual([]);
  });

  test("in small letters", () => {
    const expected = new Map(lower.map(([code, text]) => [code, text]));
    const wrong: number[] = [];
    for (const [code, character] of characters()) {
      if (character.toLowerCase() !== (expected.get(code) ?? character)) wrong.push(code);
    }
    expect(wrong).toEqual([]);
  });

  test("in the marks that are accents", () => {
    const wrong: number[] = [];
    for (const [code, character] of characters()) {
      if (character.normalize("NFKD") !== character) continue;
      const isAccent = stripAccents(`a${character}b`, "unicode") === "ab";
      if (isAccent !== (classes.combining[code] === 1)) wrong.push(code);
    }
    expect(wrong).toEqual([]);
  });
});

test("texts are ordered by code points, not UTF-16 units", () => {
  const texts = ["𝒳", "ﬀ", "z", "za", "", "Z", "é"];
  expect(texts.sort(compareTexts)).toEqual(["", "Z", "z", "za", "é", "ﬀ", "𝒳"]);
});

test("a word of a single character is none, even of two UTF-16 units", () => {
  expect(splitWords("a 𝒳 𝒳𝒴 bc")).toEqual(["𝒳𝒴", "bc"]);
});
