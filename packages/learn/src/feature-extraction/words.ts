/** What Python's \w matches: letters, numbers of every kind, and the underscore; no marks. */
export const WORD_CHARACTER = /^[\p{L}\p{N}_]$/u;

/** What Python's \s matches; JavaScript's lacks five of them, and has U+FEFF. */
export const SPACES =
  "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;

let table: Uint8Array | undefined;

/** 1 for each UTF-16 unit that is a character of words by itself. */
function wordTable(): Uint8Array {
  table ??= Uint8Array.from({ length: 0x10000 }, (_, code) =>
    WORD_CHARACTER.test(String.fromCharCode(code)) ? 1 : 0,
  );
  return table;
}

/**
 * The words of a text: what the Python pattern `\b\w\w+\b` finds, runs of two or more letters, digits and underscores.
 * By a table, which is several times as fast as a regular expression.
 */
export function splitWords(text: string): string[] {
  const isWord = wordTable();
  const words: string[] = [];
  let start = 0;
  let length = 0; // in characters, not UTF-16 units
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    let size = 1;
    let inside = isWord[code] === 1;
    if (code >= SURROGATES && code < AFTER_SURROGATES) {
      const character = String.fromCodePoint(text.codePointAt(i)!);
      size = character.length;
      inside = size === 2 && WORD_CHARACTER.test(character);
    }
    if (inside) {
      if (length === 0) start = i;
      length += 1;
    } else {
      if (length > 1) words.push(text.slice(start, i));
      length = 0;
    }
    i += size;
  }
  if (length > 1) words.push(text.slice(start));
  return words;
}

/** Orders texts by their code points, as Python does; by UTF-16 units, characters beyond U+FFFF would come early. */
export function compareTexts(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return orderOfUnit(x) - orderOfUnit(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for characters beyond all others. */
function orderOfUnit(code: number): number {
  return code >= SURROGATES && code < AFTER_SURROGATES ? code + 0x10000 : code;
}
