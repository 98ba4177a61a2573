import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { javascript } from "@codemirror/lang-javascript";
import {
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintKeymap } from "@codemirror/lint";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  tooltips,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { editorTheme, wholeHeight } from "./editorTheme";
import { type TypeContext, typeScript } from "./typescript/extension";
import { walkThrough } from "./walkThrough";

export interface EditorConfig {
  readonly label: string;
  /** Id of the element that says how the keyboard works. */
  readonly hint: string;
  readonly context: TypeContext;
  readonly onChange: (source: string) => void;
  readonly onRun: () => void;
}

/** How long Tab leaves the editor after Escape, in milliseconds: CodeMirror's own 2 s are short for many. */
const LEAVE_TIME = 10_000;

/** Everything that makes a text field into an editor of TypeScript. */
export function editorExtensions(config: EditorConfig): Extension {
  const run = () => {
    config.onRun();
    return true;
  };
  return [
    Prec.highest(keymap.of([{ key: "Mod-Enter", run, preventDefault: true }])),
    lineNumbers(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    indentUnit.of("  "),
    EditorState.tabSize.of(2),
    javascript({ typescript: true }),
    syntaxHighlighting(classHighlighter),
    typeScript(config.context),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...lintKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
    // An observer: an Escape that something else uses, such as a completion still on its way, counts as well.
    EditorView.domEventObservers({ keydown: leaveAfterEscape }),
    walkThrough,
    EditorView.contentAttributes.of({
      tabindex: "0",
      "aria-label": config.label,
      "aria-describedby": config.hint,
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) config.onChange(update.state.doc.toString());
    }),
    tooltips({ position: "fixed" }),
    editorTheme,
    wholeHeight,
  ];
}

function leaveAfterEscape(event: KeyboardEvent, view: EditorView): void {
  if (event.key === "Escape") queueMicrotask(() => view.setTabFocusMode(LEAVE_TIME));
}
