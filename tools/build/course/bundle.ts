import { createHash } from "node:crypto";
import { dirname } from "node:path";
import { type BuildFailure, build, type Plugin } from "esbuild";
import { ContentError, missing } from "./content-error";

/** Where packages live on the site: `@gradus/tensor` → `/lib/tensor/dist/index.js`. */
export type ImportMap = Readonly<Record<string, string>>;

export interface BundledModule {
  /** Name with a hash of the contents, so that it may be cached for ever. */
  readonly fileName: string;
  readonly code: string;
}

/**
 * Bundles a figure or check to one ES module; `@gradus/*` stays outside, rewritten to the site's URLs.
 *
 * @param file the file that the messages name and from which imports are resolved
 * @param name start of the module's file name
 * @param source text of the entry; by default it re-exports the file's default export
 * @throws ContentError with file and line if it does not compile or imports what is not there.
 */
export async function bundleModule(
  file: string,
  name: string,
  imports: ImportMap,
  source = `export { default } from ${JSON.stringify(file)};`,
): Promise<BundledModule> {
  const result = await build({
    stdin: {
      contents: source,
      resolveDir: dirname(file),
      sourcefile: `${file}.entry.ts`,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    plugins: [siteImports(imports)],
  }).catch((failure: BuildFailure) => {
    const [first] = failure.errors ?? [];
    throw new ContentError(
      first?.location?.file ?? file,
      first?.location?.line,
      first?.text ?? String(failure),
    );
  });
  const code = result.outputFiles[0]!.text;
  const hash = createHash("sha256").update(code).digest("hex").slice(0, 10);
  return { fileName: `${name}-${hash}.js`, code };
}

function siteImports(imports: ImportMap): Plugin {
  return {
    name: "site-imports",
    setup({ onResolve }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === "entry-point") return undefined;
        const url = imports[path];
        if (url !== undefined) return { path: url, external: true };
        return { errors: [{ text: missing("package on the site", path, Object.keys(imports)) }] };
      });
    },
  };
}
