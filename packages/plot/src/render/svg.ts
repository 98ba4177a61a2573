const SVG = "http://www.w3.org/2000/svg";

/** The attributes of an element; those that are undefined are left out, numbers keep two decimals. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A new SVG element. */
export function element(
  document: Document,
  name: string,
  attributes: Attributes,
  text?: string,
): SVGElement {
  const made = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    made.setAttribute(key, typeof value === "number" ? pixels(value) : value);
  }
  if (text !== undefined) made.textContent = text;
  return made;
}

/** A length in pixels, to hundredths. */
export function pixels(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/** The path through points in pixels; closed where asked. */
export function pathThrough(x: readonly number[], y: readonly number[], close: boolean): string {
  const points = x.map((at, i) => `${pixels(at)},${pixels(y[i]!)}`);
  return `M${points.join("L")}${close ? "Z" : ""}`;
}
