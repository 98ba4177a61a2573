import type { FigureControls, Panel, Point, Readout } from "@gradus/course-kit";

/** The value of a control, whichever its kind. */
export type ParamValue = number | string | boolean | readonly Point[];

export type Params = Readonly<Record<string, ParamValue>>;

/** A figure as the page sees it: one whose controls it learns from the figure itself. */
export interface AnyFigure {
  readonly title: string;
  readonly caption: string;
  readonly controls: FigureControls;
  model(params: Params): unknown;
  view(
    data: unknown,
    params: Params,
  ): { readonly panels: readonly Panel[]; readonly readouts?: readonly Readout[] };
  describe(data: unknown, params: Params): string;
  press?(button: string, params: Params): Params;
}

/** What the controls start with. */
export function startParams(controls: FigureControls): Params {
  return Object.fromEntries(Object.entries(controls).map(([name, { value }]) => [name, value]));
}
