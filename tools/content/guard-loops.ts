import ts from "typescript";

/**
 * Puts a call at the start of every loop's body, so that a loop that does not end can be stopped. Lines keep
 * their numbers.
 */
export function guardLoops(source: string, call: string): string {
  const file = ts.createSourceFile("program.ts", source, ts.ScriptTarget.ES2022, true);
  const inserts: { readonly at: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false)) {
      inserts.push({ at: node.statement.getStart(), text: `{ ${call}; ` });
      inserts.push({ at: node.statement.getEnd(), text: " }" });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  // From the end on, so that earlier places stay valid; at one place, the one pushed last goes in first.
  return inserts
    .map((insert, order) => ({ ...insert, order }))
    .sort((a, b) => b.at - a.at || b.order - a.order)
    .reduce((text, { at, text: piece }) => text.slice(0, at) + piece + text.slice(at), source);
}
