import type { CompiledQuizItem } from "@gradus/course-kit";
import { useState } from "react";
import { Html } from "../lesson/Html";
import { useTopic, useTopicStore } from "../progress/useTopic";
import { judgeable, startAnswer } from "./answers";
import { ChoiceAnswer } from "./ChoiceAnswer";
import { isCorrect } from "./judge";
import { NumericAnswer } from "./NumericAnswer";
import { OrderAnswer } from "./OrderAnswer";
import { OutputAnswer } from "./OutputAnswer";
import { useQuestionFocus } from "./useQuestionFocus";
import { Verdict } from "./Verdict";

interface QuizItemProps {
  readonly item: CompiledQuizItem;
  readonly number: number;
}

/** One question: an answer is given, judged and explained; a wrong one can be tried again. */
export function QuizItem({ item, number }: QuizItemProps) {
  const store = useTopicStore();
  const saved = useTopic((snapshot) => snapshot.progress.answers[item.id]);
  const [answer, setAnswer] = useState<unknown>(() => saved?.answer ?? startAnswer(item));
  const [judged, setJudged] = useState(saved !== undefined);
  const form = useQuestionFocus(judged);
  const correct = isCorrect(item, answer);
  const question = `question-${item.id}`;
  const field = { answer, onChange: setAnswer, judged, labelledBy: question };

  function judge() {
    store.answer(item.id, { answer, correct });
    setJudged(true);
  }

  function retry() {
    setAnswer(startAnswer(item));
    setJudged(false);
  }

  return (
    <li className="quiz-item">
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!judged && judgeable(item, answer)) judge();
        }}
      >
        <div id={question} className="quiz-question">
          <span className="quiz-number">{number}</span>
          <Html html={item.questionHtml} className="prose quiz-question-text" />
        </div>
        <div className="quiz-answer">
          {item.kind === "choice" && <ChoiceAnswer item={item} {...field} />}
          {item.kind === "numeric" && <NumericAnswer item={item} {...field} />}
          {item.kind === "output" && <OutputAnswer item={item} {...field} />}
          {item.kind === "order" && <OrderAnswer item={item} {...field} />}
          {!judged && (
            <button
              type="submit"
              className="button"
              aria-disabled={!judgeable(item, answer)}
              aria-label={`Answer question ${number}`}
            >
              Answer
            </button>
          )}
          <Verdict item={item} answer={answer} judged={judged} correct={correct} onRetry={retry} />
        </div>
      </form>
    </li>
  );
}
