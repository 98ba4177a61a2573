/**
 * What a value of a graph holds: numbers, whole numbers, text, or true and false.
 */
export type GraphType = "number" | "integer" | "text" | "flag";

/** Numbers that are known when a graph is made: a tensor, for example. */
export interface GraphNumbers {
  readonly shape: readonly number[];
  data(): ArrayLike<number>;
}

/** The other side of an operation: a value of the graph, known numbers, or one number. */
export type GraphOperand = GraphValue | GraphNumbers | number;

/**
 * A value that is known only when the graph runs: its rows are those of the input. It has the methods of a tensor that
 * estimators need, with the same meaning, and each adds an operation to the graph.
 */
export interface GraphValue {
  readonly type: GraphType;
  add(other: GraphOperand): GraphValue;
  sub(other: GraphOperand): GraphValue;
  mul(other: GraphOperand): GraphValue;
  div(other: GraphOperand): GraphValue;
  pow(other: GraphOperand): GraphValue;
  maximum(other: GraphOperand): GraphValue;
  minimum(other: GraphOperand): GraphValue;
  matmul(other: GraphOperand): GraphValue;
  less(other: GraphOperand): GraphValue;
  lessEqual(other: GraphOperand): GraphValue;
  greater(other: GraphOperand): GraphValue;
  greaterEqual(other: GraphOperand): GraphValue;
  equal(other: GraphOperand): GraphValue;
  neg(): GraphValue;
  exp(): GraphValue;
  log(): GraphValue;
  sqrt(): GraphValue;
  abs(): GraphValue;
  sign(): GraphValue;
  tanh(): GraphValue;
  sigmoid(): GraphValue;
  isNaN(): GraphValue;
  /** The sum of each row, kept as a column. */
  sumRows(): GraphValue;
  /** The largest number of each row, kept as a column. */
  maxRows(): GraphValue;
  /** exp(x) / Σ exp(x) in each row. */
  softmaxRows(): GraphValue;
  /** The place of the largest number of each row: whole numbers, one a row. The first of equal ones. */
  argmaxRows(): GraphValue;
  /** Columns by their places, in that order. */
  columns(places: ArrayLike<number>): GraphValue;
  /** Rows of known numbers, or known labels, one for each of these whole numbers. */
  lookUp(table: GraphNumbers | readonly GraphLabel[]): GraphValue;
  /** Numbers out of whole numbers or of true and false (1 and 0). */
  toNumber(): GraphValue;
  /** The same numbers in another shape; −1 stands for what is left. */
  reshape(shape: readonly number[]): GraphValue;
}

/** A label of a class. */
export type GraphLabel = string | number | boolean;

/** The largest or smallest numbers of each row, and where they stand. */
export interface GraphSelection {
  readonly values: GraphValue;
  readonly places: GraphValue;
}

/** What joins and makes values of a graph. */
export interface GraphBuilder {
  /** Numbers that are known now. */
  constant(numbers: GraphNumbers): GraphValue;
  /** The first where the condition holds, the second elsewhere. */
  where(condition: GraphValue, yes: GraphOperand, no: GraphOperand): GraphValue;
  /** Columns side by side. */
  besides(parts: readonly GraphValue[]): GraphValue;
  /** A matrix as what goes into the next estimator. */
  features(value: GraphValue, nFeatures: number): GraphFeatures;
  /** The k smallest numbers of each row, in ascending order. */
  smallest(value: GraphValue, k: number): GraphSelection;
  /** Which of the known texts or numbers each cell of a column is: flags, one column a category. */
  matches(column: GraphValue, categories: readonly (string | number)[]): GraphValue;
}

/** What goes into an estimator in a graph: features, as one matrix or as columns of a table. */
export interface GraphFeatures {
  readonly nFeatures: number;
  /** All features as one matrix of numbers, one row a sample. */
  matrix(): GraphValue;
  /** One feature as a column, of numbers or of text, as its reader knows it. */
  column(place: number, type: "number" | "text"): GraphValue;
  /** Some of the features, in the order given. */
  select(places: readonly number[]): GraphFeatures;
}

/** What comes out of an estimator in a graph, by name: "prediction", or "label" and "probabilities", or "transformed". */
export type GraphOutputs = Readonly<Record<string, GraphValue>>;

/**
 * A fitted estimator that can say what it computes as operations of a graph, so that other programs can run it.
 *
 * `encodeOnnx` of `@gradus/files` writes the graph as an ONNX model.
 */
export interface GraphModel {
  readonly nFeaturesIn: number;
  /** The features' names, if it was fitted on a table: each is an input of its own then. */
  readonly featureNamesIn: readonly string[] | undefined;
  toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs;
}
