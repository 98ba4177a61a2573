import { join, relative } from "node:path";
import ts from "typescript";
import { readPackages, root } from "../build/paths";
import { compilerOptions } from "./compiler-options";

/** A name that a package exports, with its docstring. */
export interface PublicSymbol {
  readonly packageName: string;
  readonly name: string;
  /** "file:line" of its declaration. */
  readonly where: string;
  /** The docstring's text and tags, or "" where there is none. */
  readonly documentation: string;
  /** The code of its `@example` blocks. */
  readonly examples: readonly string[];
}

/** Every name exported by the packages' entry points, each once, where it is declared. */
export function readPublicSymbols(): PublicSymbol[] {
  const packages = readPackages().filter((info) => info.name !== "gradus");
  const entries = packages.map((info) => join(info.dir, info.entries["."]!));
  // What JavaScript and Node bring is not ours to describe.
  const program = ts.createProgram(entries, { ...compilerOptions(), noLib: true, types: [] });
  const checker = program.getTypeChecker();
  return packages.flatMap((info, i) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(entries[i]!)!);
    if (!module) return [];
    return checker.getExportsOfModule(module).flatMap((exported) => {
      const alias = (exported.flags & ts.SymbolFlags.Alias) !== 0;
      const symbol = alias ? checker.getAliasedSymbol(exported) : exported;
      const declaration = symbol.declarations?.[0];
      if (!declaration) return [];
      return [describe(info.name, exported.name, symbol, declaration, checker)];
    });
  });
}

function describe(
  packageName: string,
  name: string,
  symbol: ts.Symbol,
  declaration: ts.Declaration,
  checker: ts.TypeChecker,
): PublicSymbol {
  const file = declaration.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(declaration.getStart());
  const tags = symbol.getJsDocTags(checker);
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return {
    packageName,
    name,
    where: `${relative(root, file.fileName)}:${line + 1}`,
    documentation: text + tags.map((tag) => ts.displayPartsToString(tag.text)).join("\n"),
    examples: examplesIn(declaration),
  };
}

/** The code blocks under `@example`, of a declaration and of its members. */
function examplesIn(declaration: ts.Declaration): string[] {
  const examples: string[] = [];
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== "example") continue;
      const text = ts.getTextOfJSDocComment(tag.comment) ?? "";
      for (const [, code] of text.matchAll(/```ts\n([\s\S]*?)```/g)) examples.push(code!);
    }
    if (ts.isClassDeclaration(node)) node.members.forEach(visit);
  };
  // A variable's docstring belongs to its statement.
  visit(ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration);
  return examples;
}
