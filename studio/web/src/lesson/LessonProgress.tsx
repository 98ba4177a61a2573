import type { CompiledTopic } from "@gradus/course-kit";
import { useTopic } from "../progress/useTopic";

/** How much of the lesson's work is done. */
export function LessonProgress({ topic }: { readonly topic: CompiledTopic }) {
  const progress = useTopic((snapshot) => snapshot.progress);
  const passed = topic.exercises.filter(
    ({ id }) => progress.exercises[id]?.outcome.kind === "passed",
  ).length;
  const right = topic.quiz.filter(({ id }) => progress.answers[id]?.correct).length;
  const score = progress.project?.score;
  return (
    <dl className="lesson-progress">
      {topic.exercises.length > 0 && (
        <div>
          <dt>Exercises</dt>
          <dd>
            {passed} of {topic.exercises.length}
          </dd>
        </div>
      )}
      {topic.quiz.length > 0 && (
        <div>
          <dt>Questions</dt>
          <dd>
            {right} of {topic.quiz.length}
          </dd>
        </div>
      )}
      {topic.project && (
        <div>
          <dt>Project</dt>
          <dd>{score ? `${score.points} points` : "open"}</dd>
        </div>
      )}
    </dl>
  );
}
