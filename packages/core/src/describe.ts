/**
 * A short, unambiguous rendering of any value for an error message: `-1`, `"ten"`, `[1, 2, 3, … 97 more]`.
 *
 * @example
 * ```ts
 * describeValue("ten"); // → "ten"
 * describeValue([1, 2, 3, 4]); // → [1, 2, 3, … 1 more]
 * ```
 */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shorten(value, 60));
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `function ${value.name || "(anonymous)"}`;
  if (value === null || typeof value !== "object")
    return Object.is(value, -0) ? "-0" : String(value);
  if (Array.isArray(value)) {
    const shown = value.slice(0, 3).map(describeValue).join(", ");
    return value.length <= 3 ? `[${shown}]` : `[${shown}, … ${value.length - 3} more]`;
  }
  const name = (value as object).constructor?.name ?? "object";
  if (ArrayBuffer.isView(value)) return `${name}(${(value as Uint8Array).length ?? "?"})`;
  if (name !== "Object") return `a ${name}`;
  return shorten(safeJson(value), 60);
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function safeJson(value: object): string {
  try {
    return JSON.stringify(value) ?? "an object";
  } catch {
    return "an object";
  }
}
