import { lazy, type Ref, Suspense, useRef } from "react";
import type { TypeContext } from "./typescript/extension";
import { useTurn } from "./useTurn";
import "./editor.css";

/** What others may do with an editor. */
export interface EditorHandle {
  /** Puts the cursor at a place, both counting from 1, and the focus with it. */
  moveTo(line: number, column: number): void;
  /** Replaces the whole text; undo brings the old one back. */
  setSource(source: string): void;
}

export interface CodeEditorProps {
  readonly ref?: Ref<EditorHandle>;
  /** The text to start with; later changes go through the handle. */
  readonly source: string;
  /** What is edited here, for people who cannot see it. */
  readonly label: string;
  readonly context: TypeContext;
  readonly onChange: (source: string) => void;
  /** Ctrl-Enter or Cmd-Enter. */
  readonly onRun: () => void;
}

const Editor = lazy(async () => ({ default: (await import("./Editor")).Editor }));

/** An editor whose code is readable before its machinery has arrived and its turn has come. */
export function CodeEditor(props: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const hasTurn = useTurn(place);
  const placeholder = <EditorPlaceholder source={props.source} />;
  if (!hasTurn) return <div ref={place}>{placeholder}</div>;
  return (
    <Suspense fallback={placeholder}>
      <Editor {...props} />
    </Suspense>
  );
}

/** The text as it will stand in the editor, at the same place and size. */
export function EditorPlaceholder({ source }: { readonly source: string }) {
  const lines = source.replace(/\n$/, "").split("\n").length;
  return (
    <div className="editor editor-placeholder">
      <pre aria-hidden="true" className="editor-placeholder-lines">
        {Array.from({ length: lines }, (_, i) => i + 1).join("\n")}
      </pre>
      <pre>{source.replace(/\n$/, "")}</pre>
    </div>
  );
}
