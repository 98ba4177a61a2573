import { type ColorRole, defineFigure, type GraphNode } from "@gradus/course-kit";
import { bytesOf, hex, readAs, seen } from "../utf8";

const LONGEST = 10;
const ACROSS = 10;
const FEWEST_ROWS = 2;

export default defineFigure({
  id: "bytes-of-a-text",
  title: "A text and its bytes",
  caption:
    "Type a few letters, an accent, an emoji. Then cut the file in the middle of a character, and read it in another encoding.",
  controls: {
    text: {
      kind: "text",
      label: "Text",
      value: "Zürich 東😀",
      maxLength: LONGEST,
      examples: ["東京都庁前駅東京都庁", "👩‍👩‍👧", "e\u0301", "\ud83d", "a"],
    },
    reader: {
      kind: "choice",
      label: "Read as",
      choices: ["utf-8", "windows-1252", "utf-16le"],
      value: "utf-8",
    },
    cut: { kind: "slider", label: "Cut after byte", min: 0, max: 40, step: 1, value: 0 },
  },

  model: ({ text, reader, cut: wanted }) => {
    const typed = [...text].slice(0, LONGEST).join("");
    const bytes = bytesOf(typed);
    const cut = Math.min(Math.round(wanted), bytes.length);
    const parts = [bytes.slice(0, cut), bytes.slice(cut)].filter((part) => part.length > 0);
    return {
      typed,
      bytes,
      cut,
      rows: Math.max(FEWEST_ROWS, Math.ceil(bytes.length / ACROSS)),
      read: parts.map((part) => readAs(part, reader)),
      sizes: {
        seen: seen(typed),
        codePoints: [...typed].length,
        length: typed.length,
        bytes: bytes.length,
      },
    };
  },

  view: ({ bytes, cut, read, sizes, rows }) => ({
    panels: [
      {
        title: "Bytes in UTF-8, in hexadecimal, with the character that begins there",
        x: { label: "", domain: [-0.6, ACROSS - 0.4], hidden: true },
        y: { label: "", domain: [0.3 - rows, 0.5], hidden: true },
        marks: [
          {
            kind: "nodes",
            nodes: bytes.map(({ value, begins }, i): GraphNode => {
              const role: ColorRole = i < cut ? "second" : "data";
              return {
                at: [i % ACROSS, -Math.floor(i / ACROSS)],
                text: hex(value),
                role,
                ...(begins === undefined ? {} : { below: { text: begins, role: "muted" } }),
              };
            }),
          },
        ],
      },
    ],
    readouts: [
      { label: "Characters seen", value: String(sizes.seen) },
      { label: "Code points", value: String(sizes.codePoints) },
      { label: "text.length", value: String(sizes.length) },
      { label: "Bytes", value: String(sizes.bytes), role: "data" },
      ...read.map((text, i) => ({
        label: read.length === 1 ? "Reads as" : i === 0 ? "First part" : "Second part",
        value: text,
        role: (read.length === 2 && i === 0 ? "second" : "data") as ColorRole,
      })),
    ],
  }),

  describe: ({ typed, bytes, cut, read, sizes }, { reader }) => {
    if (bytes.length === 0) return "No text, no bytes.";
    const list = bytes.map(({ value }) => hex(value)).join(" ");
    const size = `“${typed}” has ${sizes.bytes} bytes in UTF-8: ${list}. One sees ${sizes.seen} characters; it has ${sizes.codePoints} code points and a length of ${sizes.length}.`;
    const said = read.map((text) => `“${text}”`).join(" and ");
    return read.length === 1
      ? `${size} Read as ${reader} it says ${said}.`
      : `${size} Cut after byte ${cut} and read as ${reader}, the parts say ${said}.`;
  },
});
