import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Chart } from "@gradus/plot";
import { root } from "../build/paths";
import { galleries } from "./galleries";

/** `npm run gallery`: every kind of chart on one page, light and dark, with its description. With --png as files too. */
async function main(words: readonly string[]): Promise<void> {
  const folder = join(root, "dist", "gallery");
  mkdirSync(folder, { recursive: true });
  const names = words.filter((word) => !word.startsWith("--"));
  const parts: string[] = [];
  let count = 0;
  for (const [heading, charts] of Object.entries(galleries)) {
    parts.push(`<h2>${heading}</h2>`);
    for (const [name, make] of Object.entries(charts)) {
      if (names.length > 0 && !names.includes(name)) continue;
      const chart = make();
      const pictures = [await chart.toSVG(), await chart.toSVG({ theme: "dark" })];
      parts.push(figure(name, chart, pictures));
      if (words.includes("--png")) await writePictures(join(folder, name), chart);
      count++;
    }
  }
  writeFileSync(join(folder, "index.html"), page(parts.join("\n")));
  console.log(`${count} charts: dist/gallery/index.html`);
}

async function writePictures(path: string, chart: Chart): Promise<void> {
  for (const theme of ["light", "dark"] as const) {
    writeFileSync(`${path}-${theme}.png`, await chart.toPNG({ theme, scale: 1 }));
  }
}

function figure(name: string, chart: Chart, pictures: readonly string[]): string {
  const text = chart.description.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<figure id="${name}"><div>${pictures.join("")}</div><figcaption><b>${name}</b> ${text}</figcaption></figure>`;
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Charts</title>
<style>
  body { margin: 2rem auto; max-width: 84rem; padding: 0 1rem; font: 16px/1.5 Inter, system-ui, sans-serif; color: #1c2024; background: #fff; }
  figure { margin: 2rem 0; }
  figure div { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; align-items: start; }
  figcaption { max-width: 44rem; margin-top: 0.5rem; color: #5c646c; font-size: 14px; }
</style>
<h1>Charts</h1>
${body}
</html>
`;
}

await main(process.argv.slice(2));
