import { defineFigure, type Mark } from "@gradus/course-kit";
import { NEW, OLD, totalOf } from "../prices";

const WAYS = ["into the file", "a copy, then rename"] as const;

export default defineFigure({
  id: "half-written",
  title: "The power fails while a file is written",
  caption:
    "Let the power fail later and later, and read what is left. Watch the sum of the prices. Then write the other way.",
  controls: {
    way: { kind: "choice", label: "Written", choices: WAYS, value: WAYS[0] },
    after: {
      kind: "slider",
      label: "The power fails after",
      min: 0,
      max: NEW.length,
      step: 1,
      value: 26,
      unit: "bytes",
    },
  },

  model: ({ way, after: wanted }) => {
    const after = Math.round(wanted);
    const written = NEW.slice(0, after);
    const isDone = after === NEW.length;
    if (way === WAYS[0]) return { file: written, copy: undefined, isDone, ...totalOf(written) };
    const file = isDone ? NEW : OLD;
    return { file, copy: isDone ? undefined : written, isDone, ...totalOf(file) };
  },

  view: ({ file, copy, isDone, rows, sum }, { way }) => ({
    panels: [
      panel("prices.csv", file, file === OLD ? "muted" : "data"),
      way === WAYS[0]
        ? panel("What it held before", OLD, "muted")
        : panel("prices.csv.tmp", copy ?? "(renamed)", "second"),
    ],
    readouts: [
      { label: "Who reads prices.csv finds", value: verdict(file, isDone) },
      { label: "Rows", value: String(rows) },
      { label: "Sum of the prices", value: sum.toLocaleString("en-US"), role: "data" },
    ],
  }),

  describe: ({ file, copy, isDone, rows, sum }, { after }) => {
    const beside = copy === undefined ? "" : ` Beside it lie ${copy.length} bytes of a copy.`;
    return `The power failed after ${after.toFixed(0)} of ${NEW.length} bytes. Who reads prices.csv finds ${verdict(file, isDone)}: ${rows} rows whose prices sum to ${sum.toLocaleString("en-US")}.${beside}`;
  },
});

function verdict(file: string, isDone: boolean): string {
  if (isDone) return "the new table";
  if (file === OLD) return "the old table, whole";
  return "part of a table, and no error";
}

function panel(title: string, content: string, role: "muted" | "data" | "second") {
  const lines = content.split("\n");
  return {
    title,
    x: { label: "", domain: [0, 10] as const, hidden: true },
    y: { label: "", domain: [-5.6, 0.4] as const, hidden: true },
    marks: lines.map(
      (text, i): Mark => ({ kind: "text", at: [0.2, -i], text, role, anchor: "start" }),
    ),
  };
}
