import type { FigureControl } from "@gradus/course-kit";
import { useId } from "react";
import { formatSlider, fromTrack, toTrack, trackOf } from "./slider";

interface SliderControlProps {
  readonly control: Extract<FigureControl, { kind: "slider" }>;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A labelled slider that says its value, with its unit. */
export function SliderControl({ control, value, onChange }: SliderControlProps) {
  const id = useId();
  const text = [formatSlider(control, value), control.unit].filter(Boolean).join(" ");
  return (
    <div className="slider">
      <label htmlFor={id}>{control.label}</label>
      <output htmlFor={id}>{text}</output>
      <input
        id={id}
        type="range"
        {...trackOf(control)}
        value={toTrack(control, value)}
        aria-valuetext={text}
        onChange={(event) => onChange(fromTrack(control, Number(event.target.value)))}
      />
    </div>
  );
}
