import type { CompiledProject } from "@gradus/course-kit";
import { useMemo, useRef } from "react";
import { CodeEditor, type EditorHandle, EditorPlaceholder } from "../editor/CodeEditor";
import { Html } from "../lesson/Html";
import { Output } from "../output/Output";
import { useTopic, useTopicStore } from "../progress/useTopic";
import { ProjectBar } from "./ProjectBar";
import { Rubric } from "./Rubric";
import { useScoring } from "./useScoring";
import "./project.css";

/** The project that closes a topic: a brief, the learner's program, and a rubric that a check fills in. */
export function ProjectBlock({ project }: { readonly project: CompiledProject }) {
  const store = useTopicStore();
  const loaded = useTopic((snapshot) => snapshot.loaded);
  const saved = useTopic((snapshot) => snapshot.progress.project);
  const key = `project:${project.id}`;
  const edited = useTopic((snapshot) => snapshot.progress.code[key] !== undefined);
  const start = project.start.replace(/\n$/, "");
  const editor = useRef<EditorHandle>(null);
  const context = useMemo(
    () => ({ path: `/projects/${project.id}.ts`, before: () => "" }),
    [project.id],
  );
  const scoring = useScoring(project, (source, score) =>
    store.recordScore(project.id, source, score),
  );

  function score() {
    void store.flush();
    scoring.start(store.getSnapshot().progress.code[key] ?? start);
  }

  function reset() {
    editor.current?.setSource(start);
    store.resetCode(key);
  }

  return (
    <section className="task project" aria-labelledby={`project-${project.id}`}>
      <p className="task-kind">
        <span>Project</span>
        <span>about {project.minutes} minutes</span>
      </p>
      <h3 className="task-title" id={`project-${project.id}`}>
        {project.title}
      </h3>
      <Html html={project.briefHtml} />
      {loaded ? (
        <CodeEditor
          ref={editor}
          source={store.getSnapshot().progress.code[key] ?? start}
          label={`Your program: ${project.title}`}
          context={context}
          onChange={(source) =>
            source === start ? store.resetCode(key) : store.setCode(key, source)
          }
          onRun={score}
        />
      ) : (
        <EditorPlaceholder source={start} />
      )}
      <ProjectBar running={scoring.running} edited={edited} onScore={score} onReset={reset} />
      <Output
        log={scoring.log}
        onPosition={(line, column) => editor.current?.moveTo(line, column)}
      />
      <Rubric project={project} score={saved?.score} />
    </section>
  );
}
