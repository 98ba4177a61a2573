// #region trouble
const sent = '{"id":9007199254740993,"town":"Zürich"}';
const bytes = new TextEncoder().encode(sent); // what goes over the wire, or into a file
const received = JSON.parse(new TextDecoder("windows-1252").decode(bytes));
console.log("sent:    ", sent);
console.log("received:", JSON.stringify(received));
// #endregion

// #region by-hand
/** The bytes of one character in UTF-8, from its number. */
function utf8(codePoint: number): number[] {
  const next = (shift: number) => 0b10_000000 | ((codePoint >> shift) & 0b111111);
  if (codePoint < 0x80) return [codePoint];
  if (codePoint < 0x800) return [0b110_00000 | (codePoint >> 6), next(0)];
  if (codePoint < 0x10000) return [0b1110_0000 | (codePoint >> 12), next(6), next(0)];
  return [0b11110_000 | (codePoint >> 18), next(12), next(6), next(0)];
}

const hex = (list: Iterable<number>) =>
  [...list].map((b) => b.toString(16).padStart(2, "0")).join(" ");
for (const letter of "Aü東😀") {
  const codePoint = letter.codePointAt(0)!;
  console.log(
    letter,
    `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`,
    "→",
    hex(utf8(codePoint)),
  );
}
// #endregion

// #region agrees
const sample = "Zürich, 東京 😀";
const ours = [...sample].flatMap((letter) => utf8(letter.codePointAt(0)!));
const theirs = new TextEncoder().encode(sample);
console.log(ours.length, "bytes by hand,", theirs.length, "by TextEncoder");
console.log("the same:", hex(ours) === hex(theirs));
// #endregion

// #region lengths
const family = "👩‍👩‍👧";
for (const text of ["Zürich", "Zu\u0308rich", "😀", family]) {
  const seen = [...new Intl.Segmenter("en").segment(text)].length;
  const size = new TextEncoder().encode(text).length;
  console.log(text, { seen, codePoints: [...text].length, length: text.length, bytes: size });
}
// #endregion

// #region marks
const marked = new Uint8Array([0xef, 0xbb, 0xbf, 0x69, 0x64, 0x0d, 0x0a, 0x37]); // BOM, id, CR LF, 7
const kept = new TextDecoder("utf-8", { ignoreBOM: true }).decode(marked);
const plain = new TextDecoder().decode(marked);
console.log("with the mark:   ", JSON.stringify(kept), kept.startsWith("id"));
console.log("without it:      ", JSON.stringify(plain), plain.startsWith("id"));
console.log('split by "\\n":   ', JSON.stringify(plain.split("\n")));
console.log("split by /\\r?\\n/:", JSON.stringify(plain.split(/\r?\n/)));
// #endregion
