import type { FigureControl } from "@gradus/course-kit";
import { useId } from "react";
import { textProblem } from "./textProblem";

interface TextControlProps {
  readonly control: Extract<FigureControl, { kind: "text" }>;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A line of text in the type of code, with what is wrong with it below. */
export function TextControl({ control, value, onChange }: TextControlProps) {
  const id = useId();
  const problem = textProblem(control, value);
  return (
    <div className="text-control">
      <label htmlFor={id}>{control.label}</label>
      <input
        id={id}
        className="field"
        type="text"
        value={value}
        maxLength={control.maxLength ?? 60}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-problem`} className="text-problem" role="status">
        {problem}
      </p>
    </div>
  );
}
