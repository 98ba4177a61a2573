import {
  checkBoolean,
  describeValue,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
  ShapeError,
  ValueError,
} from "@gradus/core";
import { isDataFrame } from "@gradus/data";
import { isTensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import type { Cells } from "../base/cells";
import { checkSameFeatures } from "../base/features";
import { estimatorFromJSON } from "../base/from-json";
import { partInGraph } from "../base/graph";
import type { MaybeSparse } from "../base/indicators";
import type { Targets } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import type { Labels } from "../base/labels";
import type { ParamRecord } from "../base/params";
import { checkPartWeights, joinNames, type UnionPart, withParts } from "../pipeline/feature-union";
import { namesOf } from "../pipeline/pipeline";
import { checkNames, checkTransformer, type TransformerStep } from "../pipeline/steps";
import { type ColumnChoice, placesOf } from "./column-selector";
import { asBlock, type Block, sideBySide, weighted } from "./side-by-side";

/** A transformer with its name and its columns. */
export type ColumnPart = readonly [name: string, transformer: UnionPart, columns: ColumnChoice];

/** The options of `ColumnTransformer`. */
export interface ColumnTransformerOptions<Sparse extends boolean = boolean> {
  /** Names, transformers and their columns; "passthrough" keeps columns as they are, "drop" leaves them out. */
  readonly transformers: readonly ColumnPart[];
  /** What becomes of the columns that no part has. Default "drop". */
  readonly remainder?: UnionPart;
  /** What the columns of a part are multiplied by. Default 1. */
  readonly transformerWeights?: Readonly<Record<string, number>> | undefined;
  /** Put the part's name before the names of its columns: name__column. Default true. */
  readonly verboseFeatureNamesOut?: boolean;
  /** Give a SparseTensor. Default false (scikit-learn: by the share of zeros). */
  readonly sparseOutput?: Sparse;
}

type FittedPart = readonly [name: string, transformer: UnionPart, places: readonly number[]];

interface FittedTransformer {
  readonly parts: readonly FittedPart[];
}

/**
 * Gives each transformer its own columns, and puts what comes out side by side, in the order of the
 * transformers: numbers are scaled, text is encoded.
 *
 * Columns are chosen by names, places, or types (`makeColumnSelector`). `fit` fits copies of the
 * transformers.
 *
 * @roadmap DAT-013
 * @example
 * ```ts
 * const table = DataFrame.fromColumns({ town: ["Ames", "Boone"], area: [80, 120] });
 * const prepare = new ColumnTransformer({
 *   transformers: [["town", new OneHotEncoder(), ["town"]], ["area", new MinMaxScaler(), ["area"]]],
 * });
 * prepare.fitTransform(table).toArray(); // → [[1, 0, 0], [0, 1, 1]]
 * prepare.getFeatureNamesOut().join(", "); // → town__town_Ames, town__town_Boone, area__area
 * ```
 */
export class ColumnTransformer<Sparse extends boolean = false> extends BaseTransformer<
  ColumnTransformerOptions<Sparse>,
  FittedTransformer,
  MaybeSparse<Sparse>
> {
  static override readonly typeName: string = "ColumnTransformer";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly transformers: readonly ColumnPart[];
  readonly remainder: UnionPart;
  readonly transformerWeights: Readonly<Record<string, number>> | undefined;
  readonly verboseFeatureNamesOut: boolean;
  readonly sparseOutput: Sparse;

  /** @throws ParameterError unless the names are different, the parts transformers, and the weights finite. */
  constructor({
    transformers,
    remainder = "drop",
    transformerWeights,
    verboseFeatureNamesOut = true,
    sparseOutput = false as Sparse,
  }: ColumnTransformerOptions<Sparse>) {
    super();
    const where = "ColumnTransformer";
    this.transformers = checkParts(where, transformers);
    checkTransformer(where, "remainder", remainder, ["passthrough", "drop"]);
    this.remainder = remainder;
    const names = [...transformers.map(([name]) => name), "remainder"];
    this.transformerWeights = checkPartWeights(where, names, transformerWeights);
    const isVerbose = checkBoolean(where, "verboseFeatureNamesOut", verboseFeatureNamesOut);
    this.verboseFeatureNamesOut = isVerbose;
    this.sparseOutput = checkBoolean(where, "sparseOutput", sparseOutput) as Sparse;
    Object.freeze(this);
  }

  /**
   * Fits a copy of each transformer on its columns. A second call forgets the first.
   *
   * @throws ShapeError unless X has rows of one length; ValueError for names of columns that there are
   *   not; OutOfRangeError for places that there are not; and what the transformers throw.
   */
  fit(X: Cells, y?: Targets | Labels): this {
    this.#fit(X, (part, columns) => {
      part.fit(columns as never, y);
    });
    return this;
  }

  /** By each transformer's `fitTransform`. @throws as `fit`. */
  override fitTransform(X: Cells, y?: Targets | Labels): MaybeSparse<Sparse> {
    const outputs = new Map<TransformerStep, unknown>();
    this.#fit(X, (part, columns) => {
      outputs.set(part, part.fitTransform(columns as never, y));
    });
    return this.#joined("fitTransform", X, (part) => outputs.get(part));
  }

  /**
   * The columns of all transformers, shape (nSamples, number of columns).
   *
   * @throws NotFittedError before `fit`; ShapeError for another number of features; ValueError for
   *   columns other than those of `fit`; and what the transformers throw.
   */
  transform(X: Cells): MaybeSparse<Sparse> {
    const fitted = this.learned("transform");
    const where = "ColumnTransformer.transform";
    const { names, nFeatures } = readFeatures(where, X);
    checkSameFeatures(where, fitted, { names, nFeatures });
    return this.#joined("transform", X, (part, columns) => part.transform(columns as never));
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const blocks = this.learned("toGraph").parts.flatMap(([name, part, places]) => {
      if (part === "drop" || places.length === 0) return [];
      const weight = this.transformerWeights?.[name];
      return [partInGraph(part, X.select(places), { graph, weight })];
    });
    return { transformed: graph.besides(blocks) };
  }

  override withParams(params: ParamRecord): this {
    const { remainder, ...own } = this.getParams();
    const list = [...this.transformers, ["remainder", remainder, []]] as unknown as ColumnPart[];
    const given = params.transformers as readonly ColumnPart[] | undefined;
    const rest = given ? { ...params, transformers: [...given, list.at(-1)!] } : params;
    const replaced = withParts(
      "ColumnTransformer",
      { ...own, transformers: list },
      "transformers",
      rest,
    ) as unknown as ColumnTransformerOptions<Sparse>;
    return new ColumnTransformer({
      ...replaced,
      transformers: replaced.transformers.slice(0, -1),
      remainder: replaced.transformers.at(-1)![1],
    }) as this;
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const names = this.inputNames(inputFeatures);
    const { parts } = this.learned("getFeatureNamesOut");
    const lists = parts.map(([name, part, places]) => {
      const own = places.map((j) => names[j]!);
      if (part === "drop" || places.length === 0) return { name, columns: [] };
      return { name, columns: part === "passthrough" ? own : part.getFeatureNamesOut(own) };
    });
    return joinNames("ColumnTransformer.getFeatureNamesOut", lists, this.verboseFeatureNamesOut);
  }

  /** The fitted transformers by their names, "remainder" among them. @throws NotFittedError before `fit`. */
  get namedTransformers(): Readonly<Record<string, UnionPart>> {
    const { parts } = this.learned("namedTransformers");
    return Object.fromEntries(parts.map(([name, part]) => [name, part]));
  }

  #fit(X: Cells, fitPart: (part: TransformerStep, columns: Cells) => void): void {
    const where = "ColumnTransformer.fit";
    const features = readFeatures(where, X);
    const chosen = this.transformers.map(
      ([name, part, columns]) => [name, part, placesOf(where, columns, features)] as const,
    );
    const taken = new Set(chosen.flatMap(([, , places]) => places));
    const rest = Array.from({ length: features.nFeatures }, (_, j) => j).filter(
      (j) => !taken.has(j),
    );
    const parts = [...chosen, ["remainder", this.remainder, rest] as const].map(
      ([name, part, places]): FittedPart => {
        if (typeof part === "string" || places.length === 0) return [name, part, places];
        const copy = part.clone();
        fitPart(copy, columnsAt(X, places));
        return [name, copy, places];
      },
    );
    this.keep({ parts, nFeaturesIn: features.nFeatures, featureNamesIn: features.names });
  }

  #joined(
    method: string,
    X: Cells,
    outputOf: (part: TransformerStep, columns: Cells) => unknown,
  ): MaybeSparse<Sparse> {
    const where = `ColumnTransformer.${method}`;
    const blocks = this.learned(method).parts.flatMap(([name, part, places]): Block[] => {
      if (part === "drop" || places.length === 0) return [];
      const columns = columnsAt(X, places);
      const output = part === "passthrough" ? columns : outputOf(part, columns);
      return [weighted(asBlock(where, output), this.transformerWeights?.[name])];
    });
    return sideBySide(where, readFeatures(where, X).nRows, blocks, this.sparseOutput);
  }
}

/**
 * A ColumnTransformer whose parts are named after their classes, in lower case.
 *
 * @param parts transformers and their columns
 * @throws as `ColumnTransformer`
 * @example
 * ```ts
 * const prepare = makeColumnTransformer([new MinMaxScaler(), [0]], ["passthrough", [1]]);
 * prepare.fitTransform([[1, 7], [3, 8]]).toArray(); // → [[0, 7], [1, 8]]
 * ```
 */
export function makeColumnTransformer(
  ...parts: readonly (readonly [transformer: UnionPart, columns: ColumnChoice])[]
): ColumnTransformer {
  const names = namesOf(parts.map(([part]) => part));
  return new ColumnTransformer({
    transformers: parts.map(([part, columns], i) => [names[i]!, part, columns] as const),
  });
}

function checkParts(where: string, parts: readonly ColumnPart[]): readonly ColumnPart[] {
  if (!Array.isArray(parts) || !parts.every((part) => Array.isArray(part) && part.length === 3)) {
    throw new ParameterError(
      `${where}: transformers must be lists of a name, a transformer and columns, got ${describeValue(parts)}`,
    );
  }
  const names = parts.map(([name]) => name as string);
  checkNames(where, "transformers", names, [
    "transformers",
    "remainder",
    "transformerWeights",
    "verboseFeatureNamesOut",
    "sparseOutput",
  ]);
  for (const [name, part] of parts) checkTransformer(where, name, part, ["passthrough", "drop"]);
  return parts;
}

function readFeatures(where: string, X: Cells) {
  if (isDataFrame(X)) {
    return { nRows: X.nRows, nFeatures: X.columns.length, names: X.columns, table: X };
  }
  const none = { names: undefined, table: undefined };
  if (isTensor(X)) {
    if (X.ndim === 2) return { nRows: X.shape[0]!, nFeatures: X.shape[1]!, ...none };
    throw new ShapeError(
      `${where}: expected X of shape (nSamples, nFeatures), got shape (${X.shape.join(", ")})`,
    );
  }
  if (!Array.isArray(X)) {
    throw new ValueError(
      `${where}: expected X to be a tensor, a table or rows of cells, got ${describeValue(X)}`,
    );
  }
  const width = Array.isArray(X[0]) ? X[0].length : 0;
  if (width > 0 && X.every((row) => Array.isArray(row) && row.length === width)) {
    return { nRows: X.length, nFeatures: width, ...none };
  }
  throw new ShapeError(`${where}: expected X with at least one row, all of one length`);
}

/** Some of the columns, as what they came in. */
function columnsAt(X: Cells, places: readonly number[]): Cells {
  if (isDataFrame(X)) return X.select(...places.map((j) => X.columns[j]!));
  if (isTensor(X)) return X.take(Int32Array.from(places), 1);
  return X.map((row) => places.map((j) => row[j]!)) as Cells;
}
