import { EditorView } from "@codemirror/view";
import { useEffect, useId, useImperativeHandle, useRef } from "react";
import type { CodeEditorProps } from "./CodeEditor";
import { editorExtensions } from "./extensions";
import { KeyboardHint } from "./KeyboardHint";

/** The real editor; loaded on demand. */
export function Editor({ ref, source, label, context, onChange, onRun }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const hint = useId();
  // The view lives as long as the element: it calls what the last rendering gave.
  const current = useRef({ onChange, onRun, context, source });
  current.current = { ...current.current, onChange, onRun, context };

  useEffect(() => {
    const { path } = current.current.context;
    const editor = new EditorView({
      doc: current.current.source,
      parent: host.current!,
      extensions: editorExtensions({
        label,
        hint,
        context: { path, before: () => current.current.context.before() },
        onChange: (text) => current.current.onChange(text),
        onRun: () => current.current.onRun(),
      }),
    });
    view.current = editor;
    return () => {
      current.current.source = editor.state.doc.toString();
      editor.destroy();
    };
  }, [label, hint]);

  useImperativeHandle(ref, () => ({
    moveTo(line, column) {
      if (view.current) moveCursor(view.current, line, column);
    },
    setSource(text) {
      const editor = view.current;
      editor?.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
    },
  }));

  return (
    <div className="editor">
      <div ref={host} />
      <KeyboardHint id={hint} />
    </div>
  );
}

function moveCursor(view: EditorView, line: number, column: number): void {
  const { doc } = view.state;
  const target = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const anchor = Math.min(target.from + Math.max(column - 1, 0), target.to);
  view.dispatch({
    selection: { anchor },
    effects: EditorView.scrollIntoView(anchor, { y: "nearest" }),
  });
  view.focus();
}
