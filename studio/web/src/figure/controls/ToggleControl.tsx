import type { FigureControl } from "@gradus/course-kit";

interface ToggleControlProps {
  readonly control: Extract<FigureControl, { kind: "toggle" }>;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function ToggleControl({ control, value, onChange }: ToggleControlProps) {
  return (
    <label className="toggle">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      {control.label}
    </label>
  );
}
