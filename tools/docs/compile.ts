import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { readPackages, root } from "../build/paths";
import { nativeCompiler } from "../build/run-node";

/**
 * Checks the TypeScript files in a folder under `.cache` as a user's compiler would: strictly, and against the
 * declarations that the packages publish.
 *
 * @param options compiler options in place of the repository's
 * @returns what is wrong, a line each; nothing when all compile
 * @throws Error if there are no declarations yet
 */
export async function problemsIn(
  folder: string,
  options: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  const bare = readPackages().filter(({ dir }) => !existsSync(join(dir, "dist/index.d.ts")));
  if (bare.length > 0) {
    const names = bare.map(({ name }) => name).join(", ");
    throw new Error(`There are no declarations of ${names}: npm run build makes them`);
  }
  const config = join(folder, "tsconfig.json");
  const compilerOptions = { customConditions: [], noEmit: true, ...options };
  const settings = { extends: join(root, "tsconfig.json"), compilerOptions, include: ["*"] };
  writeFileSync(config, JSON.stringify({ ...settings, exclude: [] }));
  const args = [...nativeCompiler.args, "-p", config, "--pretty", "false"];
  const env = { ...process.env, ...nativeCompiler.env };
  return promisify(execFile)(process.execPath, args, { env }).then(
    () => [],
    (error: { stdout?: string }) => {
      if (!error.stdout) throw error;
      return error.stdout.trim().split("\n");
    },
  );
}
