import { EditorView } from "@codemirror/view";

const LINE_HEIGHT = 24;
const PADDING = { top: 12, bottom: 4 };

/**
 * An editor is as tall as its text from the start. Lines that were never in view are guessed by CodeMirror to
 * be lower than they are, and everything beneath would jump as soon as it met them.
 */
export const wholeHeight = EditorView.contentAttributes.of(({ state }) => ({
  style: `min-height: ${PADDING.top + state.doc.lines * LINE_HEIGHT + PADDING.bottom}px`,
}));

/** The editor in the page's own type and colours; they follow the theme by themselves. */
export const editorTheme = EditorView.theme({
  "&": { backgroundColor: "transparent", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--mono)",
    fontVariantLigatures: "none",
    fontSize: "var(--code-size)",
    lineHeight: `${LINE_HEIGHT}px`,
  },
  ".cm-content": { padding: `${PADDING.top}px 0 ${PADDING.bottom}px`, caretColor: "var(--accent)" },
  ".cm-line": { padding: "0 16px 0 8px" },
  ".cm-gutters": {
    backgroundColor: "transparent",
    border: "none",
    color: "var(--ink-3)",
    fontSize: "12px",
  },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "36px", padding: "0 8px 0 4px" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": {
    backgroundColor: "color-mix(in srgb, var(--ink) 4%, transparent)",
  },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  "& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground":
    { backgroundColor: "color-mix(in srgb, var(--accent) 22%, transparent)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "1px solid var(--rule-strong)",
  },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--bad) 1px",
    textUnderlineOffset: "4px",
  },
  ".cm-lintRange-warning, .cm-lintRange-info": {
    backgroundImage: "none",
    textDecoration: "underline dotted var(--ink-3) 1px",
    textUnderlineOffset: "4px",
  },
  ".cm-tooltip": {
    maxWidth: "min(560px, 92vw)",
    border: "1px solid var(--rule-strong)",
    borderRadius: "4px",
    backgroundColor: "var(--paper-raised)",
    color: "var(--ink)",
    fontFamily: "var(--sans)",
    fontSize: "13px",
    lineHeight: "20px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    maxHeight: "240px",
    fontFamily: "var(--mono)",
    fontSize: "13px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "2px 12px", lineHeight: "20px" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-tooltip.cm-completionInfo": { padding: "0", width: "360px" },
  ".cm-diagnostic": { padding: "8px 12px", border: "none" },
  ".cm-diagnosticText": { whiteSpace: "pre-wrap" },
});
