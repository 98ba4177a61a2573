import type { CompiledExercise, Outcome } from "@gradus/course-kit";
import { useMemo, useRef, useState } from "react";
import { CodeEditor, type EditorHandle, EditorPlaceholder } from "../editor/CodeEditor";
import { Html } from "../lesson/Html";
import { useTopic, useTopicStore } from "../progress/useTopic";
import { gradeExercise } from "../runner";
import { ExerciseBar } from "./ExerciseBar";
import { Hints } from "./Hints";
import { OutcomeView } from "./OutcomeView";
import { Solution } from "./Solution";
import { mayShowSolution } from "./solutionRule";
import "./exercise.css";

const notAttempted: Outcome = { kind: "notAttempted" };

/** A graded exercise: the task, the learner's code, and what the check says about it. */
export function ExerciseBlock({ exercise }: { readonly exercise: CompiledExercise }) {
  const store = useTopicStore();
  const loaded = useTopic((snapshot) => snapshot.loaded);
  const saved = useTopic((snapshot) => snapshot.progress.exercises[exercise.id]);
  const key = `exercise:${exercise.id}`;
  const edited = useTopic((snapshot) => snapshot.progress.code[key] !== undefined);
  const start = exercise.start.replace(/\n$/, "");
  const editor = useRef<EditorHandle>(null);
  const [checking, setChecking] = useState(false);
  const [unchanged, setUnchanged] = useState(false);
  const [nHints, setNHints] = useState(0);
  const attempts = saved?.attempts ?? 0;
  const outcome = saved?.outcome ?? notAttempted;
  const context = useMemo(
    () => ({ path: `/exercises/${exercise.id}.ts`, before: () => "" }),
    [exercise.id],
  );

  async function check() {
    if (checking) return;
    const source = store.getSnapshot().progress.code[key] ?? start;
    void store.flush();
    setChecking(true);
    const began = performance.now();
    const found = await gradeExercise({
      source,
      start: exercise.start,
      checkModule: exercise.checkModule,
      timeBudget: exercise.timeBudget,
    });
    const milliseconds = Math.round(performance.now() - began);
    // The code as it was given is no attempt: it takes nothing from what was reached before.
    setUnchanged(found.kind === "notAttempted");
    if (found.kind !== "notAttempted") {
      store.recordAttempt(exercise.id, { source, outcome: found, milliseconds });
    }
    setChecking(false);
  }

  function reset() {
    editor.current?.setSource(start);
    store.resetCode(key);
  }

  return (
    <section className="task exercise" aria-labelledby={`exercise-${exercise.id}`}>
      <p className="task-kind">
        <span>Exercise</span>
        {attempts > 0 && <span>{attempts === 1 ? "1 attempt" : `${attempts} attempts`}</span>}
      </p>
      <h3 className="task-title" id={`exercise-${exercise.id}`}>
        {exercise.title}
      </h3>
      <Html html={exercise.promptHtml} />
      {loaded ? (
        <CodeEditor
          ref={editor}
          source={store.getSnapshot().progress.code[key] ?? start}
          label={`Your code: ${exercise.title}`}
          context={context}
          onChange={(source) =>
            source === start ? store.resetCode(key) : store.setCode(key, source)
          }
          onRun={() => void check()}
        />
      ) : (
        <EditorPlaceholder source={start} />
      )}
      <ExerciseBar
        title={exercise.title}
        checking={checking}
        edited={edited}
        nHints={exercise.hintsHtml.length}
        nShown={nHints}
        onCheck={() => void check()}
        onHint={() => setNHints(nHints + 1)}
        onReset={reset}
      />
      <OutcomeView
        outcome={unchanged ? notAttempted : outcome}
        checked={unchanged}
        onPosition={(line, column) => editor.current?.moveTo(line, column)}
      />
      <Hints hints={exercise.hintsHtml.slice(0, nHints)} />
      {mayShowSolution({
        passed: outcome.kind === "passed",
        attempts,
        hintsLeft: exercise.hintsHtml.length - nHints,
      }) && <Solution source={exercise.solution} />}
    </section>
  );
}
