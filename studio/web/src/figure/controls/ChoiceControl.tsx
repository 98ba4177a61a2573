import type { FigureControl } from "@gradus/course-kit";

interface ChoiceControlProps {
  readonly control: Extract<FigureControl, { kind: "choice" }>;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function ChoiceControl({ control, value, onChange }: ChoiceControlProps) {
  return (
    <label className="choice-control">
      {control.label}
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {control.choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </label>
  );
}
