import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { promisify } from "node:util";
import { readPackages, root } from "../build/paths";
import { nativeCompiler } from "../build/run-node";

/** What the compiler says of a folder. */
export interface Compiled {
  /** What is wrong, a line each. */
  readonly problems: readonly string[];
  /** The files that it read, declarations among them. */
  readonly files: readonly string[];
}

/**
 * Checks the TypeScript files in a folder under `.cache` as a user's compiler would: strictly, and against the
 * declarations that the packages publish.
 *
 * @param options compiler options in place of the repository's
 * @throws Error if there are no declarations yet
 */
export async function compileFolder(
  folder: string,
  options: Readonly<Record<string, unknown>> = {},
): Promise<Compiled> {
  const bare = readPackages().filter(({ dir }) => !existsSync(join(dir, "dist/index.d.ts")));
  if (bare.length > 0) {
    const names = bare.map(({ name }) => name).join(", ");
    throw new Error(`There are no declarations of ${names}: npm run build makes them`);
  }
  const config = join(folder, "tsconfig.json");
  const compilerOptions = { customConditions: [], noEmit: true, ...options };
  const settings = { extends: join(root, "tsconfig.json"), compilerOptions, include: ["*"] };
  writeFileSync(config, JSON.stringify({ ...settings, exclude: [] }));
  const args = [...nativeCompiler.args, "-p", config, "--pretty", "false", "--listFiles"];
  const env = { ...process.env, ...nativeCompiler.env };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env }).catch(
    (error: { stdout?: string }) => {
      if (!error.stdout) throw error;
      return { stdout: error.stdout };
    },
  );
  const lines = stdout.trim().split("\n");
  return { problems: lines.filter((line) => !isAbsolute(line)), files: lines.filter(isAbsolute) };
}
