import { typescriptLanguage } from "@codemirror/lang-javascript";
import { classHighlighter, highlightCode } from "@lezer/highlight";

/** Source as pieces with the classes that colour them, as in the editors. */
export function highlight(source: string): readonly { text: string; classes: string }[] {
  const pieces: { text: string; classes: string }[] = [];
  const { parser } = typescriptLanguage;
  highlightCode(
    source,
    parser.parse(source),
    classHighlighter,
    (text, classes) => pieces.push({ text, classes }),
    () => pieces.push({ text: "\n", classes: "" }),
  );
  return pieces;
}
