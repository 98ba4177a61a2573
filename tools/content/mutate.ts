import ts from "typescript";

/** A program with one small change. */
export interface Mutant {
  /** What changed, such as `line 5: * → /`: the name under which an equivalent mutant is allowed. */
  readonly change: string;
  readonly source: string;
}

const SWAPS: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "+=": "-=",
  "-=": "+=",
  "*=": "/=",
  "/=": "*=",
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
  "&&": "||",
  "||": "&&",
};

/**
 * All programs that differ from this one in one place: an operator swapped for its opposite, a number made
 * one larger, a sign dropped, the arguments of a call exchanged or one step of a chain left out, a statement
 * left out. A check that is worth having fails nearly all of them.
 */
export function mutate(source: string): Mutant[] {
  const file = ts.createSourceFile("program.ts", source, ts.ScriptTarget.ES2022, true);
  const mutants: Mutant[] = [];
  const replace = (node: ts.Node, text: string): void => {
    const start = node.getStart();
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    const before = brief(node.getText());
    mutants.push({
      change: `line ${line}: ${before} → ${text === "" ? "nothing" : brief(text)}`,
      source: source.slice(0, start) + text + source.slice(node.getEnd()),
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return;
    if (ts.isBinaryExpression(node)) {
      const swapped = SWAPS[node.operatorToken.getText()];
      if (swapped) replace(node.operatorToken, swapped);
    }
    if (ts.isNumericLiteral(node)) replace(node, String(Number(node.text) + 1));
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken)
      replace(node, node.operand.getText());
    if (ts.isCallExpression(node)) mutateCall(node, replace);
    if (ts.isArrayLiteralExpression(node) && node.elements.length === 2)
      replace(node, `[${node.elements[1]!.getText()}, ${node.elements[0]!.getText()}]`);
    if (ts.isExpressionStatement(node)) replace(node, "");
    if (ts.isReturnStatement(node) && node.expression) replace(node, "return undefined as never;");
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
}

function mutateCall(node: ts.CallExpression, replace: (node: ts.Node, text: string) => void): void {
  const [first, second] = node.arguments;
  if (first && second && node.arguments.length === 2)
    replace(node, `${node.expression.getText()}(${second.getText()}, ${first.getText()})`);
  if (ts.isPropertyAccessExpression(node.expression))
    replace(node, node.expression.expression.getText());
}

function brief(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  return flat.length <= 60 ? flat : `${flat.slice(0, 59)}…`;
}
