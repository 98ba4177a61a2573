import type { CompiledQuizItem } from "@gradus/course-kit";
import { useTopic } from "../progress/useTopic";
import { QuizItem } from "./QuizItem";
import "./quiz.css";

/** The topic's questions, all on the page; each is answered and explained by itself. */
export function Quiz({ items }: { readonly items: readonly CompiledQuizItem[] }) {
  const answers = useTopic((snapshot) => snapshot.progress.answers);
  const loaded = useTopic((snapshot) => snapshot.loaded);
  const nRight = items.filter(({ id }) => answers[id]?.correct).length;
  return (
    <section className="task quiz" aria-label="Quiz">
      <p className="task-kind">
        <span>Quiz</span>
        <span>
          {nRight} of {items.length} right
        </span>
      </p>
      {loaded && (
        <ol className="quiz-items">
          {items.map((item, i) => (
            <QuizItem key={item.id} item={item} number={i + 1} />
          ))}
        </ol>
      )}
    </section>
  );
}
