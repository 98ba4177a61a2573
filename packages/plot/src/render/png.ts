import { checkPositive, GradusError, nodeModule, ValueError } from "@gradus/core";

/** What is used of `@resvg/resvg-js`. */
interface Resvg {
  readonly Resvg: new (
    svg: string,
    options: {
      readonly fitTo: { readonly mode: "zoom"; readonly value: number };
      readonly font: {
        readonly loadSystemFonts: boolean;
        readonly fontFiles: readonly string[];
        readonly defaultFontFamily: string;
      };
    },
  ) => { render(): { asPng(): Uint8Array } };
}

interface NodeModules {
  createRequire(from: string): { (name: string): unknown; resolve(name: string): string };
}

/** The package that draws pictures in Node is not installed. */
export class MissingPackageError extends GradusError {
  override readonly name = "MissingPackageError";
}

/** The picture of an SVG file as the bytes of a PNG file, `scale` pixels for each of the SVG's. */
export async function svgToPNG(svg: string, scale: number): Promise<Uint8Array> {
  checkPositive("toPNG", "scale", scale);
  const node = nodeModule<NodeModules>("node:module");
  return node ? inNode(svg, scale, node) : onCanvas(svg, scale);
}

function inNode(svg: string, scale: number, { createRequire }: NodeModules): Uint8Array {
  // Asked for by name at run time: a bundler for pages must not find it.
  const require = createRequire(import.meta.url);
  const { Resvg } = load(() => require("@resvg/resvg-js") as Resvg);
  const fontFiles = [400, 600].map((weight) =>
    require.resolve(`@gradus/plot/fonts/inter-${weight}.ttf`),
  );
  const image = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: "Inter" },
  });
  return Uint8Array.from(image.render().asPng());
}

/** Gives what `request` gives. @throws MissingPackageError if that fails */
export function load<T>(request: () => T): T {
  try {
    return request();
  } catch (cause) {
    throw new MissingPackageError(
      "toPNG: expected the package @resvg/resvg-js 2.6.2, which draws pictures in Node, got none; npm install @resvg/resvg-js@2.6.2",
      { cause },
    );
  }
}

/** In a page the browser itself draws. */
async function onCanvas(svg: string, scale: number): Promise<Uint8Array> {
  const canvas = await svgToCanvas(svg, scale);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  return new Uint8Array(await blob!.arrayBuffer());
}

/** A new canvas with the picture of an SVG file. @throws ValueError outside a page. */
export async function svgToCanvas(svg: string, scale: number): Promise<HTMLCanvasElement> {
  checkPositive("toCanvas", "scale", scale);
  if (typeof document === "undefined") {
    throw new ValueError("toCanvas: expected a page with a document, got none; use toPNG");
  }
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    URL.revokeObjectURL(address);
  }
}
