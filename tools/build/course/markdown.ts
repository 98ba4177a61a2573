import type { Element, Root as HtmlRoot } from "hast";
import type { Nodes, Root, RootContent } from "mdast";
import type {} from "mdast-util-directive";
import { toString as textOf } from "mdast-util-to-string";
import rehypeKatex from "rehype-katex";
import rehypeStringify from "rehype-stringify";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { VFile } from "vfile";
import { ContentError } from "./content-error";

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkDirective);

const renderer = unified()
  .use(remarkRehype)
  // Visible HTML for the eye, MathML for screen readers; what KaTeX dislikes becomes a message below.
  .use(rehypeKatex, { output: "htmlAndMathml", strict: "error", trust: false })
  .use(() => scrollableTables)
  .use(rehypeStringify);

/** Notes that stand beside the text, by the name of their directive. */
const ASIDES = new Set(["note", "warning"]);

/** Markdown with TeX and directives as a tree; `file` and `firstLine` are for messages. */
export function parseMarkdown(source: string): Root {
  const tree = parser.parse(source);
  restoreTextDirectives(tree, source);
  return tree;
}

/**
 * A piece of a Markdown tree as HTML.
 *
 * @throws ContentError with the line, for TeX that KaTeX cannot set, raw HTML, images, footnotes, and
 *   directives that are not known here.
 */
export function renderNodes(nodes: readonly RootContent[], file: string): string {
  const tree: Root = { type: "root", children: structuredClone([...nodes]) };
  visit(tree, (node) => prepare(node, file));
  const report = new VFile();
  const html = renderer.stringify(renderer.runSync(tree, report) as HtmlRoot);
  const [message] = report.messages;
  if (message) {
    const reason = message.cause instanceof Error ? message.cause.message : message.reason;
    throw new ContentError(file, message.place ? lineOf(message.place) : undefined, reason);
  }
  return html;
}

/** Markdown as HTML paragraphs. */
export function renderMarkdown(source: string, file: string): string {
  return renderNodes(parseMarkdown(source).children, file);
}

/** Markdown as HTML without the paragraph around it, for text that stands in a button or label. */
export function renderInline(source: string, file: string): string {
  const html = renderMarkdown(source, file);
  const only = /^<p>([\s\S]*)<\/p>$/.exec(html);
  return only && !only[1]!.includes("<p>") ? only[1]! : html;
}

/** The text of a heading as an id for links: "Why it works" → "why-it-works". */
export function slug(node: Nodes): string {
  return textOf(node)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

export { textOf };

/** Straight quotes in prose as typographic ones: "so", 'so' and it's. */
export function curlQuotes(text: string): string {
  return text
    .replace(/(^|[\s([{—–])"/g, "$1“")
    .replace(/"/g, "”")
    .replace(/(^|[\s([{—–“])'(?!\d0s)/g, "$1‘")
    .replace(/'/g, "’");
}

/** Money in prose takes a backslash; without it, `$5 and $6` would be read as the formula "5 and ". */
const LIKE_MONEY = /^\s|\s$|^\d[\d.,]*\s+[a-z]{2,}/;

/** Refuses what a lesson may not hold and gives directives and headings their HTML. */
function prepare(node: Nodes, file: string): void {
  const line = node.position?.start.line;
  if (node.type === "html") throw new ContentError(file, line, "raw HTML is not rendered");
  if (node.type === "image")
    throw new ContentError(file, line, "images are not served: use a figure");
  if (node.type === "footnoteReference" || node.type === "footnoteDefinition")
    throw new ContentError(file, line, "footnotes are not rendered: use :::note");
  if (node.type === "inlineMath" && LIKE_MONEY.test(node.value))
    throw new ContentError(file, line, `$${node.value}$ reads like money: write \\$ for dollars`);
  if (node.type === "text") node.value = curlQuotes(node.value);
  if (node.type === "heading") node.data = { ...node.data, hProperties: { id: slug(node) } };
  if (node.type === "leafDirective")
    throw new ContentError(file, line, `::${node.name} cannot stand here`);
  if (node.type === "containerDirective") {
    if (!ASIDES.has(node.name))
      throw new ContentError(
        file,
        line,
        `no directive :::${node.name}; there are :::note, :::warning`,
      );
    node.data = { ...node.data, hName: "aside", hProperties: { className: [node.name] } };
    const [first] = node.children;
    if (first?.type === "paragraph" && first.data?.directiveLabel)
      first.data = { ...first.data, hProperties: { className: ["aside-title"] } };
  }
}

/** `at 3:45pm` holds no directive: text directives are not used, so they become text again. */
function restoreTextDirectives(tree: Root, source: string): void {
  visit(tree, "textDirective", (node, index, parent) => {
    if (!parent || index === undefined || !node.position) return;
    const { start, end } = node.position;
    const value = source.slice(start.offset, end.offset);
    parent.children[index] = { type: "text", value, position: node.position } as never;
  });
}

/** Wide tables scroll by themselves, by keyboard too, instead of the page; its columns name each. */
function scrollableTables(tree: HtmlRoot): void {
  visit(tree, "element", (node: Element, index, parent) => {
    if (node.tagName !== "table" || !parent || index === undefined) return;
    const names: string[] = [];
    visit(node, { tagName: "th" }, (cell) => void names.push(textOf(cell)));
    const properties = {
      className: ["table-scroll"],
      role: "region",
      tabIndex: 0,
      ariaLabel: `Table: ${names.join(", ")}`,
    };
    const wrapper: Element = {
      type: "element",
      tagName: "div",
      properties,
      children: [node],
    };
    parent.children[index] = wrapper;
    return "skip";
  });
}

function lineOf(place: object): number | undefined {
  if ("start" in place) return (place.start as { line: number }).line;
  return "line" in place ? (place.line as number) : undefined;
}
