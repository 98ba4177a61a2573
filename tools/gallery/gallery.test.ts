import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../build/paths";
import { galleries } from "./galleries";
import { outline } from "./outline";

const charts = Object.values(galleries).flatMap((gallery) => Object.entries(gallery));
const folder = join(root, "tools", "gallery", "pictures");

describe("the gallery", () => {
  test.each(charts)("%s is the same picture as before", async (name, make) => {
    const chart = make();
    const light = await chart.toSVG();
    expect(light).not.toMatch(/NaN|undefined|Infinity|var\(/);
    const picture = `${chart.description}\n${outline(light)}\n`;
    await expect(picture).toMatchFileSnapshot(join(folder, `${name}.txt`));
    // The dark picture has the same marks in other colours.
    expect(outline(await chart.toSVG({ theme: "dark" }))).toBe(outline(light));
  });

  test.each(charts)("%s keeps its words inside the picture", async (_, make) => {
    const svg = await make().toSVG();
    const words = placedWords(svg);
    const [width, height] = [640, Number(/ height="([\d.]+)"/.exec(svg)![1])];
    for (const { text, left, right, y } of words) {
      expect([left >= -2, right <= width + 2, y >= 4, y <= height], text).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
  });

  test("has no picture without a chart", () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.txt$/, ""));
    expect(names.sort()).toEqual(charts.map(([name]) => name).sort());
  });
});

interface PlacedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** Level words that stand by themselves, with about the room that they take. */
function placedWords(svg: string): PlacedWord[] {
  const found = svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g);
  return [...found].flatMap(([, attributes, text]) => {
    const get = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes!)?.[1];
    if (get("transform") || get("x") === undefined || !get("text-anchor")) return [];
    const [x, y] = [Number(get("x")), Number(get("y"))];
    const size = Number(get("font-size") ?? 12);
    const width = text!.length * size * 0.5;
    const share = { start: 0, middle: 0.5, end: 1 }[get("text-anchor")!] ?? 0;
    return [{ text: text!, left: x - share * width, right: x + (1 - share) * width, y }];
  });
}
