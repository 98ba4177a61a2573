import type { Point } from "@gradus/course-kit";
import { RotateCcw } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import { useWidth } from "../output/useWidth";
import { type AnyFigure, type Params, startParams } from "./anyFigure";
import { FigureControl } from "./controls/FigureControl";
import { PanelView } from "./PanelView";
import { panelWidths } from "./panelWidths";
import { Readouts } from "./Readouts";
import { TextTwin } from "./TextTwin";

/** A figure: its panels and numbers, what can be changed, and the same in words. */
export function FigureView({ figure }: { readonly figure: AnyFigure }) {
  const [params, setParams] = useState<Params>(() => startParams(figure.controls));
  const [touched, setTouched] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body);
  const { view, words } = useMemo(() => {
    const data = figure.model(params);
    return { view: figure.view(data, params), words: figure.describe(data, params) };
  }, [figure, params]);
  const widths = panelWidths(view.panels, width);

  const change = useCallback((part: Params) => {
    setTouched(true);
    setParams((before) => ({ ...before, ...part }));
  }, []);
  const movePoint = useCallback((name: string, index: number, to: Point) => {
    setTouched(true);
    setParams((before) => {
      const points = before[name] as readonly Point[];
      return { ...before, [name]: points.map((point, i) => (i === index ? to : point)) };
    });
  }, []);
  const setPoints = useCallback(
    (name: string, points: readonly Point[]) => change({ [name]: points }),
    [change],
  );
  const press = (button: string) => {
    const count = Number(params[button]) + 1;
    const pressed = { ...params, [button]: count };
    change({ [button]: count, ...figure.press?.(button, pressed) });
  };
  const reset = () => setParams(startParams(figure.controls));

  const controls = Object.entries(figure.controls).filter(([, { kind }]) => kind !== "points");
  return (
    <figure className="figure wide" aria-label={figure.title}>
      <figcaption className="figure-caption">
        <strong>{figure.title}</strong> {figure.caption}
      </figcaption>
      <div className="figure-panels" ref={body}>
        {width > 0 &&
          view.panels.map((panel, i) => (
            <PanelView
              key={panel.title}
              panel={panel}
              width={widths[i] ?? width}
              onMove={movePoint}
              onPoints={setPoints}
            />
          ))}
      </div>
      <Readouts readouts={view.readouts ?? []} />
      <div className="figure-controls">
        {controls.map(([name, control]) => (
          <FigureControl
            key={name}
            control={control}
            value={params[name] ?? control.value}
            onChange={(value) => change({ [name]: value })}
            onPress={() => press(name)}
          />
        ))}
        <button
          type="button"
          className="button button-quiet figure-reset"
          aria-disabled={!touched}
          onClick={reset}
        >
          <RotateCcw size={14} aria-hidden="true" />
          Start over <span className="visually-hidden">: {figure.title}</span>
        </button>
      </div>
      <TextTwin words={words} announce={touched} />
    </figure>
  );
}
