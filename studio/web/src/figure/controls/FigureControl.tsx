import type { FigureControl as Control } from "@gradus/course-kit";
import type { ParamValue } from "../anyFigure";
import { ChoiceControl } from "./ChoiceControl";
import { SliderControl } from "./SliderControl";
import { TextControl } from "./TextControl";
import { ToggleControl } from "./ToggleControl";

interface FigureControlProps {
  readonly control: Control;
  readonly value: ParamValue;
  readonly onChange: (value: ParamValue) => void;
  readonly onPress: () => void;
}

/** A control by its kind; points are moved in their panel. */
export function FigureControl({ control, value, onChange, onPress }: FigureControlProps) {
  switch (control.kind) {
    case "slider":
      return <SliderControl control={control} value={Number(value)} onChange={onChange} />;
    case "toggle":
      return <ToggleControl control={control} value={value === true} onChange={onChange} />;
    case "choice":
      return <ChoiceControl control={control} value={String(value)} onChange={onChange} />;
    case "text":
      return <TextControl control={control} value={String(value)} onChange={onChange} />;
    case "button":
      return (
        <button type="button" className="button" onClick={onPress}>
          {control.label}
        </button>
      );
    case "points":
      return null;
  }
}
