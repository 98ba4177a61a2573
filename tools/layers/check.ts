import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { root } from "../build/paths";
import { listFiles, madeFolders } from "../list-files";
import { allowedImports, allowedOutside } from "./rules";

/** Every import that breaks a rule, as "file:line: reason". */
export function findLayerViolations(): string[] {
  const violations: string[] = [];
  const unruled = readdirSync(join(root, "packages")).filter((name) => !(name in allowedImports));
  for (const name of unruled)
    violations.push(`packages/${name}: has no row in tools/layers/rules.ts`);
  for (const [name, allowed] of Object.entries(allowedImports)) {
    violations.push(...checkFolder(join("packages", name), allowed, { isPackage: true }));
  }
  for (const [folder, allowed] of Object.entries(allowedOutside)) {
    violations.push(...checkFolder(folder, allowed, { isPackage: false }));
  }
  return violations;
}

/** The violations among the sources of one folder of the repository. */
export function checkFolder(
  folder: string,
  allowed: readonly string[],
  { isPackage }: { isPackage: boolean },
): string[] {
  const dir = join(root, folder);
  const dependencies = declaredDependencies(dir);
  return listSources(dir).flatMap((file) => {
    const where = relative(root, file);
    const isTest = /\.test\.tsx?$|[\\/](testing|e2e)[\\/]/.test(where);
    return importsOf(file).flatMap(({ specifier, line }) => {
      const reason = judge({ specifier, file, dir, allowed, dependencies, isPackage, isTest });
      return reason ? [`${where}:${line}: ${reason}`] : [];
    });
  });
}

interface Judged {
  readonly specifier: string;
  readonly file: string;
  readonly dir: string;
  readonly allowed: readonly string[];
  readonly dependencies: ReadonlySet<string>;
  readonly isPackage: boolean;
  readonly isTest: boolean;
}

function judge({
  specifier,
  file,
  dir,
  allowed,
  dependencies,
  isPackage,
  isTest,
}: Judged): string | undefined {
  if (specifier.startsWith(".")) {
    const target = relative(dir, join(file, "..", specifier));
    return target.startsWith("..") && !isTest
      ? `"${specifier}" leaves the folder: import the package by its name`
      : undefined;
  }
  const own = /^@gradus\/([^/]+)(\/.*)?$/.exec(specifier);
  if (own) {
    const [, name, inside] = own;
    if (inside) return `"${specifier}" reaches inside a package: import @gradus/${name}`;
    return allowed.includes(name!)
      ? undefined
      : `may not import @gradus/${name} (tools/layers/rules.ts)`;
  }
  if (isTest) return undefined;
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  if (isPackage && specifier.startsWith("node:")) {
    return `"${specifier}" does not exist in a browser: import() it where Node is known to run`;
  }
  const known = specifier.startsWith("node:") || dependencies.has(name);
  return known ? undefined : `"${name}" is not among the dependencies in package.json`;
}

function declaredDependencies(dir: string): ReadonlySet<string> {
  const json = JSON.parse(readFileSync(join(dir, "package.json"), "utf8")) as Record<
    string,
    object
  >;
  return new Set([
    ...Object.keys(json.dependencies ?? {}),
    ...Object.keys(json.devDependencies ?? {}),
  ]);
}

function importsOf(file: string): { specifier: string; line: number }[] {
  const text = readFileSync(file, "utf8");
  const source = ts.createSourceFile(file, text, {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const specifier = statement.moduleSpecifier;
    if (!specifier || !ts.isStringLiteral(specifier)) return [];
    const { line } = source.getLineAndCharacterOfPosition(statement.getStart(source));
    return [{ specifier: specifier.text, line: line + 1 }];
  });
}

function listSources(dir: string): string[] {
  const files = listFiles(dir, [...madeFolders, "assembly", "fixtures"]);
  return files.filter((file) => /\.tsx?$/.test(file));
}
