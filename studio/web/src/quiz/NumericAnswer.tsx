import type { AnswerFieldProps } from "./answers";

export function NumericAnswer(props: AnswerFieldProps<"numeric">) {
  const { item, answer, onChange, judged, labelledBy } = props;
  return (
    <p className="numeric">
      <input
        className="field"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-labelledby={labelledBy}
        value={String(answer)}
        readOnly={judged}
        onChange={(event) => onChange(event.target.value)}
      />
      {item.unit && <span>{item.unit}</span>}
    </p>
  );
}
