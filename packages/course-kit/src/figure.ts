/** A point in the units of a panel's axes. */
export type Point = readonly [x: number, y: number];

/** What the learner can change in a figure; each becomes a control with a label. */
export type FigureControl =
  | {
      readonly kind: "slider";
      readonly label: string;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly value: number;
      readonly unit?: string;
      /** "log" moves the slider in powers of ten. Default "linear". */
      readonly scale?: "linear" | "log";
    }
  | { readonly kind: "toggle"; readonly label: string; readonly value: boolean }
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly choices: readonly string[];
      readonly value: string;
    }
  /** A line of text, such as a formula. A figure deals with any text, also with one that has a problem. */
  | {
      readonly kind: "text";
      readonly label: string;
      readonly value: string;
      /** Default 60. */
      readonly maxLength?: number;
      /** What is wrong with a text, said below it while the learner types; undefined if it is fine. */
      readonly problem?: (text: string) => string | undefined;
      /** More texts that the tests try. */
      readonly examples?: readonly string[];
    }
  /** Points moved in a panel by dragging or with the arrow keys (see the mark `handles`). */
  | { readonly kind: "points"; readonly label: string; readonly value: readonly Point[] }
  /** A button that replaces some parameters, such as "Take one step"; its value counts the presses. */
  | { readonly kind: "button"; readonly label: string; readonly value: number };

/** The controls of a figure, by name, in the order in which they are shown. */
export type FigureControls = Readonly<Record<string, FigureControl>>;

/** The values of the controls, by name. */
export type FigureParams<C extends FigureControls> = {
  readonly [K in keyof C]: C[K]["kind"] extends "points"
    ? readonly Point[]
    : C[K]["kind"] extends "toggle"
      ? boolean
      : C[K]["kind"] extends "choice" | "text"
        ? string
        : number;
};

/** What a colour means; the page maps roles to its palette in both themes. */
export type ColorRole =
  | "data"
  | "model"
  | "error"
  | "accent"
  | "muted"
  | "good"
  | "second"
  | "third";

/** One thing drawn in a panel, in the units of its axes. Marks are drawn in order. */
export type Mark =
  | {
      readonly kind: "points";
      readonly points: readonly Point[];
      readonly role?: ColorRole;
      readonly radius?: number;
      readonly label?: string;
    }
  | {
      /** Points the learner moves: they carry handles, take the focus, and answer to the arrow keys. */
      readonly kind: "handles";
      /** Name of the "points" control they change. */
      readonly param: string;
      readonly points: readonly Point[];
      readonly role?: ColorRole;
      /** Which coordinates move. Default "xy". */
      readonly axis?: "x" | "y" | "xy";
      /** How far one arrow key moves, in axis units; default a fiftieth of the axis. */
      readonly step?: Point;
      /**
       * The learner draws: a press on empty ground of the panel adds a point there, Enter one in the middle, up
       * to `most`; Delete or a double click on a point takes it away, down to `least`. One mark of a panel at
       * a time.
       */
      readonly grows?: readonly [least: number, most: number];
      /** What the i-th handle is called for people who cannot see it; default "Point i". */
      readonly names?: readonly string[];
    }
  | {
      readonly kind: "line";
      readonly points: readonly Point[];
      readonly role?: ColorRole;
      readonly width?: number;
      readonly dash?: boolean;
      readonly label?: string;
    }
  | {
      readonly kind: "segments";
      readonly segments: readonly (readonly [Point, Point])[];
      readonly role?: ColorRole;
      readonly width?: number;
      readonly dash?: boolean;
    }
  /** Rectangles from one corner to the other, filled lightly: squared errors, bars. */
  | {
      readonly kind: "rects";
      readonly rects: readonly (readonly [Point, Point])[];
      readonly role?: ColorRole;
      readonly opacity?: number;
    }
  /** A closed outline, filled lightly: a parallelogram, a region under a curve. */
  | {
      readonly kind: "polygon";
      readonly points: readonly Point[];
      readonly role?: ColorRole;
      readonly opacity?: number;
    }
  /** A surface seen from above: `z[i][j]` at (x[j], y[i]), as shaded bands with contour lines at `levels`. */
  | {
      readonly kind: "contour";
      readonly x: readonly number[];
      readonly y: readonly number[];
      readonly z: readonly (readonly number[])[];
      readonly levels: readonly number[];
    }
  /** Ground tinted by class: `classes[i][j]` at (x[j], y[i]) is a place in `roles`. */
  | {
      readonly kind: "regions";
      readonly x: readonly number[];
      readonly y: readonly number[];
      readonly classes: readonly (readonly number[])[];
      readonly roles: readonly ColorRole[];
    }
  /** A grey picture that fills the rectangle between two corners: `values` row by row from the top. */
  | {
      readonly kind: "image";
      readonly values: readonly (readonly number[])[];
      readonly corners: readonly [Point, Point];
      /** The values that are black and white; what lies beyond is cut off. Default 0 and 255. */
      readonly range?: readonly [black: number, white: number];
    }
  /** Named boxes, such as the nodes of a graph, with a line of words above and below; drawn over what came before. */
  | {
      readonly kind: "nodes";
      readonly nodes: readonly GraphNode[];
    }
  | {
      readonly kind: "text";
      readonly at: Point;
      readonly text: string;
      readonly role?: ColorRole;
      readonly anchor?: "start" | "middle" | "end";
    };

/** One box of the mark `nodes`. */
export interface GraphNode {
  readonly at: Point;
  readonly text: string;
  /** Colour of its frame. Default muted. */
  readonly role?: ColorRole;
  readonly above?: { readonly text: string; readonly role?: ColorRole };
  readonly below?: { readonly text: string; readonly role?: ColorRole };
}

/** One axis of a panel: what it shows, with the unit, and from where to where. */
export interface PanelAxis {
  readonly label: string;
  readonly domain: readonly [low: number, high: number];
  /** Default "linear". */
  readonly scale?: "linear" | "log";
  /** Leave out the axis, its numbers and its name: for pictures and for bars that carry names. Default false. */
  readonly hidden?: boolean;
}

/** One coordinate system of a figure. */
export interface Panel {
  readonly title: string;
  readonly x: PanelAxis;
  readonly y: PanelAxis;
  readonly marks: readonly Mark[];
  /** Share of the width beside other panels. Default 1. */
  readonly weight?: number;
  /** Keep one unit of x as long as one unit of y, so that squares are square. Default false. */
  readonly equalUnits?: boolean;
}

/** A number that the figure states beside its panels, such as the loss. */
export interface Readout {
  readonly label: string;
  readonly value: string;
  readonly role?: ColorRole;
}

/** An interactive figure: what a file under `figures/` exports as default. */
export interface Figure<C extends FigureControls = FigureControls, D = unknown> {
  /** The file's name. */
  readonly id: string;
  readonly title: string;
  /** What to try, one or two sentences. */
  readonly caption: string;
  readonly controls: C;
  /** The mathematics: a pure function of the controls. */
  model(params: FigureParams<C>): D;
  /** What is drawn. */
  view(
    data: D,
    params: FigureParams<C>,
  ): { readonly panels: readonly Panel[]; readonly readouts?: readonly Readout[] };
  /** The same in words, for those who cannot see it; updated with every change. */
  describe(data: D, params: FigureParams<C>): string;
  /** What pressing a button changes. */
  press?(button: string, params: FigureParams<C>): Partial<FigureParams<C>>;
}

/** Types a figure. */
export function defineFigure<const C extends FigureControls, D>(
  figure: Figure<C, D>,
): Figure<C, D> {
  return figure;
}

/** The values that the controls start with. */
export function initialParams<C extends FigureControls>(controls: C): FigureParams<C> {
  const entries = Object.entries(controls).map(([name, control]) => [name, control.value]);
  return Object.fromEntries(entries) as FigureParams<C>;
}
