import { readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const outDir = fileURLToPath(new URL("../../dist/site", import.meta.url));

/** The faces that the first screen needs at once: asked for with the page instead of after its styles. */
const FIRST_FACES = [/source-serif-4-latin-400-normal.*woff2$/, /inter-latin-400-normal.*woff2$/];

function preloadFaces(): Plugin {
  return {
    name: "gradus-preload-faces",
    transformIndexHtml(_html, context) {
      const files = Object.keys(context.bundle ?? {});
      return files
        .filter((file) => FIRST_FACES.some((face) => face.test(file)))
        .map((file) => ({
          tag: "link",
          attrs: {
            rel: "preload",
            href: `/${file}`,
            as: "font",
            type: "font/woff2",
            crossorigin: "",
          },
          injectTo: "head" as const,
        }));
    },
  };
}

/** The folder is shared with the library and the course, so Vite may not empty it: only what is Vite's goes. */
function withoutOldAssets(): Plugin {
  return {
    name: "gradus-without-old-assets",
    apply: "build",
    async writeBundle(_options, bundle) {
      const current = new Set(Object.keys(bundle));
      for (const file of await readdir(`${outDir}/assets`)) {
        if (!current.has(`assets/${file}`)) await rm(`${outDir}/assets/${file}`);
      }
    },
  };
}

/** `chart.toSVG()` makes a document of its own with linkedom in Node; a page has one, so it is left out here. */
function withoutNodeDocument(): Plugin {
  const stand = "\0linkedom";
  return {
    name: "gradus-without-node-document",
    enforce: "pre",
    resolveId: (id) => (id === "linkedom" ? stand : undefined),
    load: (id) =>
      id === stand
        ? 'export function parseHTML() { throw new Error("linkedom is for Node only"); }'
        : undefined,
  };
}

/** Builds the application into dist/site, beside the library and the course (their steps own the rest). */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react(), preloadFaces(), withoutNodeDocument(), withoutOldAssets()],
  resolve: { conditions: ["gradus-source", "module", "browser", "production"] },
  worker: { format: "es" },
  build: {
    outDir,
    emptyOutDir: false,
    target: "es2023",
    modulePreload: { polyfill: false },
    // The editor's TypeScript is one chunk of several megabytes, in a worker that nothing waits for.
    chunkSizeWarningLimit: 10_000,
  },
});
