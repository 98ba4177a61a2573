import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { bundledThread } from "../../studio/server/src/storage/prepared";
import { root } from "./paths";

/** Puts the program of the database's thread into one file, which Node loads without translating it. */
export async function bundleStoreThread(): Promise<void> {
  const build = await rolldown({
    input: join(root, "studio/server/src/storage/store-thread.ts"),
    platform: "node",
    // PGlite finds its WebAssembly beside its own file; PostgreSQL's client is for the main thread.
    external: ["@electric-sql/pglite", "pg"],
  });
  await build.write({ file: fileURLToPath(bundledThread), format: "esm", codeSplitting: false });
  await build.close();
}
