/** A picture's marks in a few lines of text: how many there are of each kind, what is written, and where. */
export function outline(svg: string): string {
  const body = svg.replace(/<style>[\s\S]*?<\/style>/g, "");
  const words = [...body.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes, text]) => {
    const place = /transform="([^"]*)"/.exec(attributes!)?.[1];
    const at = place ?? ["x", "y"].map((name) => number(attributes!, name)).join(",");
    return `  ${round(at)} ${text}`;
  });
  const paths = [...body.matchAll(/<path([^>]*)>/g)].flatMap(([, attributes]) => {
    const d = /\sd="([^"]*)"/.exec(attributes!)?.[1] ?? "";
    return d.length > 12 ? [`  ${round(d).slice(0, 60)} (${d.length})`] : [];
  });
  const circles = [...body.matchAll(/<circle([^>]*)>/g)].map(([, a]) =>
    round(`${number(a!, "cx")},${number(a!, "cy")}`),
  );
  const rects = [...body.matchAll(/<rect([^>]*)>/g)].map(([, a]) =>
    round(["x", "y", "width", "height"].map((name) => number(a!, name)).join(",")),
  );
  return [
    `words ${words.length}`,
    ...words,
    `paths ${paths.length}`,
    ...some(paths),
    `circles ${circles.length}`,
    ...some(circles, "  "),
    `rects ${rects.length}`,
    ...some(rects, "  "),
  ].join("\n");
}

/** Enough of a long list to see a change: both ends. */
function some(list: readonly string[], indent = ""): string[] {
  const ends = list.length > 16 ? [...list.slice(0, 8), "…", ...list.slice(-8)] : list;
  return ends.map((line) => indent + line);
}

function number(attributes: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
}

/** Whole pixels: differences between processors are far smaller. */
function round(text: string): string {
  return text.replace(/-?\d+\.\d+/g, (n) => String(Math.round(Number(n)) + 0));
}
