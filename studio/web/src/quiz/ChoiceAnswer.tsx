import { Html } from "../lesson/Html";
import type { AnswerFieldProps } from "./answers";
import { spokenText } from "./spokenText";

/** One of several. A wrong choice is marked without showing the right one: it can be tried again. */
export function ChoiceAnswer(props: AnswerFieldProps<"choice">) {
  const { item, answer, onChange, judged, labelledBy } = props;
  return (
    <div className="choices" role="radiogroup" aria-labelledby={labelledBy}>
      {item.choices.map((choice, i) => {
        const chosen = answer === i;
        const mark = !judged ? "open" : !chosen ? "other" : i === item.answer ? "right" : "wrong";
        return (
          <label key={choice.textHtml} className={`choice choice-${mark}`}>
            <input
              type="radio"
              aria-label={spokenText(choice.textHtml)}
              name={item.id}
              checked={chosen}
              disabled={judged}
              onChange={() => onChange(i)}
            />
            <span className="choice-body">
              <Html html={choice.textHtml} className="prose choice-text" />
            </span>
          </label>
        );
      })}
    </div>
  );
}
