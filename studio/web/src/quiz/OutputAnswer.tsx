import { StaticCode } from "../editor/StaticCode";
import type { AnswerFieldProps } from "./answers";

export function OutputAnswer(props: AnswerFieldProps<"output">) {
  const { item, answer, onChange, judged } = props;
  return (
    <div className="predict">
      <StaticCode source={item.code.replace(/\n$/, "")} />
      <label className="predict-field">
        It prints
        <input
          className="field"
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={String(answer)}
          readOnly={judged}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
    </div>
  );
}
