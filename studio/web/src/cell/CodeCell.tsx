import type { CompiledProgram } from "@gradus/course-kit";
import { useMemo, useRef } from "react";
import { CodeEditor, type EditorHandle, EditorPlaceholder } from "../editor/CodeEditor";
import { Output } from "../output/Output";
import { useRun } from "../output/useRun";
import { useTopic, useTopicStore } from "../progress/useTopic";
import { CellBar } from "./CellBar";
import { cellKey, editedSegments, sourceBefore } from "./program";
import "./cell.css";

interface CodeCellProps {
  readonly name: string;
  readonly program: CompiledProgram;
  readonly region: string;
}

/** A part of a program that the learner reads, changes and runs, with all that stands above it. */
export function CodeCell({ name, program, region }: CodeCellProps) {
  const store = useTopicStore();
  const loaded = useTopic((snapshot) => snapshot.loaded);
  const key = cellKey(name, region);
  const edited = useTopic((snapshot) => snapshot.progress.code[key] !== undefined);
  const original = program.segments.find((segment) => segment.region === region)?.source ?? "";
  const shown = original.replace(/\n$/, "");
  const editor = useRef<EditorHandle>(null);
  const run = useRun();
  // Two programs of a lesson may have parts of one name.
  const label = `${region}, ${name.replace(/^.*\/|\.ts$/g, "")}`.replaceAll("-", " ");

  const segments = () => editedSegments(name, program, store.getSnapshot().progress.code);
  const context = useMemo(
    () => ({
      path: `/cells/${`${name}.${region}`.replace(/[^\w.-]/g, "-")}.ts`,
      before: () =>
        sourceBefore(editedSegments(name, program, store.getSnapshot().progress.code), region),
    }),
    [name, program, region, store],
  );

  function start() {
    // The browser's copy was written with the last keystroke; the server gets its own before the program runs.
    void store.flush();
    run.start({ segments: segments().map((segment) => ({ ...segment })), show: region });
  }

  function reset() {
    editor.current?.setSource(shown);
    store.resetCode(key);
    run.clear();
  }

  return (
    <section className="cell" aria-label={`Program: ${label}`}>
      {loaded ? (
        <CodeEditor
          ref={editor}
          source={store.getSnapshot().progress.code[key] ?? shown}
          label={`Code: ${label}`}
          context={context}
          onChange={(source) =>
            source === shown ? store.resetCode(key) : store.setCode(key, source)
          }
          onRun={start}
        />
      ) : (
        <EditorPlaceholder source={shown} />
      )}
      <CellBar
        label={label}
        state={run.state}
        milliseconds={run.log.milliseconds}
        edited={edited}
        onRun={start}
        onStop={run.stop}
        onReset={reset}
      />
      <Output log={run.log} onPosition={(line, column) => editor.current?.moveTo(line, column)} />
    </section>
  );
}
