import { join } from "node:path";
import ts from "typescript";
import { root } from "../build/paths";

/** The options of the repository's tsconfig.json, without the list of files. */
export function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const host = { ...ts.sys, readDirectory: () => [] };
  return ts.parseJsonConfigFileContent(config, host, root).options;
}
