import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits, type Edit, findImportEdits, offsetBefore, resolveImport } from "./imports";

const imports = { "@gradus/core": "/lib/core/dist/index.js" };
const origin = "http://localhost:1";

describe("resolveImport", () => {
  test.each([
    ["@gradus/core", "http://localhost:1/lib/core/dist/index.js"],
    ["data:text/javascript,1", "data:text/javascript,1"],
    ["@gradus/core/", null],
    ["@gradus/other", null],
    ["/lib/core/dist/index.js", null],
    ["toString", null],
  ])("%s is %s", (specifier, expected) => {
    expect(resolveImport(specifier, imports, origin)).toBe(expected);
  });
});

describe("findImportEdits", () => {
  test("reads names with escapes", () => {
    const code = 'import "\\u0040gradus/core"; import("\\x40gradus/core");';
    const { edits, unknown } = findImportEdits(code, imports, origin);
    expect(unknown).toEqual([]);
    const url = '"http://localhost:1/lib/core/dist/index.js"';
    expect(applyEdits(code, edits)).toBe(`import ${url}; import(${url});`);
  });

  test("keeps the options of a dynamic import", () => {
    const code = 'import(name, { with: {} }); import.meta.url; import("@gradus/core", x);';
    expect(applyEdits(code, findImportEdits(code, imports, origin).edits)).toBe(
      'import(__gradusResolveImport(name), { with: {} }); import.meta.url; import("http://localhost:1/lib/core/dist/index.js", x);',
    );
  });
});

describe("offsetBefore", () => {
  const edits: Edit[] = [
    { offset: 2, length: 2, replacement: "-----" },
    { offset: 6, length: 3, replacement: "" },
  ];

  test("is the inverse of the edits outside of them", () => {
    const before = "abXXcdYYYef";
    const after = applyEdits(before, edits);
    expect(after).toBe("ab-----cdef");
    for (const letter of "abcdef") {
      expect(offsetBefore(edits, after.indexOf(letter))).toBe(before.indexOf(letter));
    }
    for (const inside of [2, 4, 6]) expect(offsetBefore(edits, inside)).toBe(2);
  });

  test("for any edits", () => {
    const pieces = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.string({ maxLength: 8 })));
    fc.assert(
      fc.property(pieces, (all) => {
        let offset = 0;
        let text = "";
        const random: Edit[] = [];
        for (const [gap, length, replacement] of all) {
          text += "k".repeat(gap + 1) + "r".repeat(length);
          random.push({ offset: offset + gap + 1, length, replacement });
          offset += gap + 1 + length;
        }
        let shift = 0;
        for (const edit of random) {
          // The character before each edit was kept.
          expect(offsetBefore(random, edit.offset - 1 + shift)).toBe(edit.offset - 1);
          shift += edit.replacement.length - edit.length;
        }
        expect(applyEdits(text, random)).toHaveLength(text.length + shift);
      }),
    );
  });
});
