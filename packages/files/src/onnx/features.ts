import type { GraphFeatures, GraphValue } from "@gradus/core";

/** What joins columns. */
interface Joiner {
  besides(parts: readonly GraphValue[]): GraphValue;
}

/** Features that are values of the graph, such as what a transformer gave. */
export function valueFeatures(value: GraphValue, nFeatures: number): GraphFeatures {
  const all = Array.from({ length: nFeatures }, (_, j) => j);
  return new MatrixFeatures(() => value, all, nFeatures);
}

/** The columns of a table, each a value of its own. */
export class TableFeatures implements GraphFeatures {
  readonly nFeatures: number;
  readonly #graph: Joiner;
  readonly #places: readonly number[];
  readonly #read: (place: number, type: "number" | "text") => GraphValue;

  constructor(
    graph: Joiner,
    places: readonly number[],
    read: (place: number, type: "number" | "text") => GraphValue,
  ) {
    this.nFeatures = places.length;
    this.#graph = graph;
    this.#places = places;
    this.#read = read;
  }

  matrix(): GraphValue {
    return this.#graph.besides(this.#places.map((place) => this.#read(place, "number")));
  }

  column(place: number, type: "number" | "text"): GraphValue {
    return this.#read(this.#places[place]!, type);
  }

  select(places: readonly number[]): GraphFeatures {
    return new TableFeatures(
      this.#graph,
      places.map((place) => this.#places[place]!),
      this.#read,
    );
  }
}

/** The columns of a matrix, which is read when it is needed. */
export class MatrixFeatures implements GraphFeatures {
  readonly nFeatures: number;
  readonly #read: (type: "number" | "text") => GraphValue;
  readonly #places: readonly number[];
  readonly #width: number;

  constructor(
    read: (type: "number" | "text") => GraphValue,
    places: readonly number[],
    width: number,
  ) {
    this.nFeatures = places.length;
    this.#read = read;
    this.#places = places;
    this.#width = width;
  }

  matrix(): GraphValue {
    const isWhole =
      this.#places.length === this.#width && this.#places.every((place, j) => place === j);
    return isWhole ? this.#read("number") : this.#read("number").columns(this.#places);
  }

  column(place: number, type: "number" | "text"): GraphValue {
    return this.#read(type).columns([this.#places[place]!]);
  }

  select(places: readonly number[]): GraphFeatures {
    return new MatrixFeatures(
      this.#read,
      places.map((place) => this.#places[place]!),
      this.#width,
    );
  }
}
