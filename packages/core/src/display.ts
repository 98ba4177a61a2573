import { plainDisplay } from "./display-plain";

/** A value in the form in which a terminal, a page or a worker's message can show it: plain data only. */
export type DisplayData =
  | { readonly kind: "text"; readonly text: string }
  | DisplayTable
  | {
      readonly kind: "chart";
      /** The chart's specification, plain JSON that `@gradus/plot` renders. */
      readonly spec: unknown;
      /** What the chart shows, in words. */
      readonly description: string;
      /** The picture in characters, for a terminal. */
      readonly text?: string;
    }
  | {
      /** A whole page, such as a report, which is shown in a frame of its own, where no script runs. */
      readonly kind: "page";
      readonly title: string;
      readonly html: string;
      /** What the page says, for a terminal. */
      readonly text: string;
    };

/** The head of a table: `rows` holds the cells already formatted, `nRows` counts all rows of the table. */
export interface DisplayTable {
  readonly kind: "table";
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly string[])[];
  readonly nRows: number;
}

/** The method by which a class (a tensor, a data frame, a chart) says how it is shown. */
export const displaySymbol: unique symbol = Symbol.for("gradus.display") as never;

/** Anything that knows how it is shown. */
export interface Displayable {
  [displaySymbol](): DisplayData;
}

type DisplaySink = (data: DisplayData) => void;

let sink: DisplaySink = (data) => console.log(displayText(data));

/**
 * Shows a value where the program runs: as text in a terminal, as a table or chart in the course.
 *
 * @param value anything; tensors, data frames and charts are shown as what they are, lists of objects, matrices and
 *   Maps as tables, numbers with six digits
 * @example
 * ```ts
 * display([{ town: "Ames", price: 2 / 3 }]); // a table of one row: Ames, 0.666667
 * ```
 */
export function display(value: unknown): void {
  sink(toDisplayData(value));
}

/**
 * Sends what `display` shows somewhere else (a page, a test).
 * @returns the sink that was there before
 */
export function setDisplaySink(next: DisplaySink): DisplaySink {
  const previous = sink;
  sink = next;
  return previous;
}

/** The plain data that `display` hands to its sink. */
export function toDisplayData(value: unknown): DisplayData {
  if (typeof value === "object" && value !== null && displaySymbol in value) {
    return (value as Displayable)[displaySymbol]();
  }
  return plainDisplay(value) ?? { kind: "text", text: formatValue(value) };
}

/** A display value as text: what a terminal prints. */
export function displayText(data: DisplayData): string {
  if (data.kind === "text" || data.kind === "page") return data.text;
  if (data.kind === "chart") {
    return data.text === undefined ? data.description : `${data.text}\n\n${data.description}`;
  }
  const cells = [data.columns.map((column) => column.name), ...data.rows];
  const widths = data.columns.map((_, j) => Math.max(...cells.map((row) => row[j]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, j) => cell.padStart(widths[j]!)).join("  "));
  const hidden = data.nRows - data.rows.length;
  if (hidden > 0) lines.push(`… ${hidden} more rows`);
  return lines.join("\n");
}

/** A JavaScript value as `console.log` would show it, alike in Node and in every browser. */
export function formatValue(value: unknown, depth = 0): string {
  if (typeof value === "string") return depth === 0 ? value : JSON.stringify(value);
  if (typeof value === "function") return `[function ${value.name || "(anonymous)"}]`;
  if (typeof value !== "object" || value === null)
    return Object.is(value, -0) ? "-0" : String(value);
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (displaySymbol in value) return displayText((value as Displayable)[displaySymbol]());
  if (depth > 3) return Array.isArray(value) ? "[…]" : "{…}";
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return formatList(value, depth);
  if (value instanceof Map) return `Map(${value.size}) ${formatEntries([...value], depth, " => ")}`;
  if (value instanceof Set) return `Set(${value.size}) ${formatList([...value], depth)}`;
  if (value instanceof Date) return value.toISOString();
  const name = value.constructor?.name;
  const prefix = name && name !== "Object" ? `${name} ` : "";
  return prefix + formatEntries(Object.entries(value), depth, ": ");
}

const MOST_ITEMS = 100;

function formatList(list: ArrayLike<unknown> | ArrayBufferView, depth: number): string {
  const items = Array.from(list as ArrayLike<unknown>);
  const shown = items.slice(0, MOST_ITEMS).map((item) => formatValue(item, depth + 1));
  if (items.length > MOST_ITEMS) shown.push(`… ${items.length - MOST_ITEMS} more`);
  const prefix = Array.isArray(list) ? "" : `${list.constructor.name} `;
  return `${prefix}[${shown.join(", ")}]`;
}

function formatEntries(entries: [unknown, unknown][], depth: number, separator: string): string {
  if (entries.length === 0) return "{}";
  const shown = entries.slice(0, MOST_ITEMS).map(([key, item]) => {
    const name = typeof key === "string" ? key : formatValue(key, depth + 1);
    return `${name}${separator}${formatValue(item, depth + 1)}`;
  });
  if (entries.length > MOST_ITEMS) shown.push(`… ${entries.length - MOST_ITEMS} more`);
  return `{ ${shown.join(", ")} }`;
}
