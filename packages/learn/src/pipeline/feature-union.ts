import {
  checkBoolean,
  checkFinite,
  describeValue,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
  ValueError,
} from "@gradus/core";
import { isDataFrame } from "@gradus/data";
import { BaseTransformer } from "../base/base-transformer";
import { estimatorFromJSON } from "../base/from-json";
import { partInGraph } from "../base/graph";
import type { MaybeSparse } from "../base/indicators";
import type { Targets } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import type { Labels } from "../base/labels";
import type { ParamRecord } from "../base/params";
import { asBlock, type Block, sideBySide, weighted } from "../compose/side-by-side";
import { namesOf } from "./pipeline";
import {
  checkNames,
  checkTransformer,
  type NamedStep,
  type Rows,
  replaceParts,
  type TransformerStep,
} from "./steps";

/** A part of a union: "passthrough" gives the features themselves, "drop" nothing. */
export type UnionPart = TransformerStep | "passthrough" | "drop";

/** The options of `FeatureUnion`. */
export interface FeatureUnionOptions<Sparse extends boolean = boolean> {
  /** Names and transformers; their columns stand side by side. */
  readonly transformerList: readonly NamedStep<UnionPart>[];
  /** What the columns of a part are multiplied by. Default 1. */
  readonly transformerWeights?: Readonly<Record<string, number>> | undefined;
  /** Put the part's name before the names of its columns: name__column. Default true. */
  readonly verboseFeatureNamesOut?: boolean;
  /** Give a SparseTensor. Default false. */
  readonly sparseOutput?: Sparse;
}

interface FittedUnion {
  readonly parts: readonly NamedStep<UnionPart>[];
}

/**
 * Several transformers on the same features, their columns side by side.
 *
 * `fit` fits copies of them.
 *
 * @example
 * ```ts
 * const both = makeUnion(new MinMaxScaler(), new Binarizer({ threshold: 2 }));
 * both.fitTransform([[1], [3]]).toArray(); // → [[0, 0], [1, 1]]
 * both.getFeatureNamesOut().join(", "); // → minmaxscaler__x0, binarizer__x0
 * ```
 */
export class FeatureUnion<Sparse extends boolean = false> extends BaseTransformer<
  FeatureUnionOptions<Sparse>,
  FittedUnion,
  MaybeSparse<Sparse>
> {
  static override readonly typeName: string = "FeatureUnion";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly transformerList: readonly NamedStep<UnionPart>[];
  readonly transformerWeights: Readonly<Record<string, number>> | undefined;
  readonly verboseFeatureNamesOut: boolean;
  readonly sparseOutput: Sparse;

  /** @throws ParameterError unless the names are different, the parts transformers, and the weights finite. */
  constructor({
    transformerList,
    transformerWeights,
    verboseFeatureNamesOut = true,
    sparseOutput = false as Sparse,
  }: FeatureUnionOptions<Sparse>) {
    super();
    const where = "FeatureUnion";
    if (!Array.isArray(transformerList) || !transformerList.every(Array.isArray)) {
      throw new ParameterError(
        `${where}: transformerList must be pairs of a name and a transformer, got ${describeValue(transformerList)}`,
      );
    }
    const names = transformerList.map(([name]) => name as string);
    checkNames(where, "transformerList", names, OPTIONS);
    for (const [name, part] of transformerList) {
      checkTransformer(where, name, part, ["passthrough", "drop"]);
    }
    this.transformerList = transformerList as unknown as readonly NamedStep<UnionPart>[];
    this.transformerWeights = checkPartWeights(where, names, transformerWeights);
    this.verboseFeatureNamesOut = checkBoolean(
      where,
      "verboseFeatureNamesOut",
      verboseFeatureNamesOut,
    );
    this.sparseOutput = checkBoolean(where, "sparseOutput", sparseOutput) as Sparse;
    Object.freeze(this);
  }

  /** Fits a copy of each part. A second call forgets the first. @throws what the parts throw. */
  fit(X: Rows, y?: Targets | Labels): this {
    this.#fit(X, (part) => {
      part.fit(X as never, y);
    });
    return this;
  }

  /** By each part's `fitTransform`. @throws what the parts throw. */
  override fitTransform(X: Rows, y?: Targets | Labels): MaybeSparse<Sparse> {
    const outputs = new Map<TransformerStep, unknown>();
    this.#fit(X, (part) => {
      outputs.set(part, part.fitTransform(X as never, y));
    });
    return this.#joined("fitTransform", X, (part) => outputs.get(part));
  }

  /** The columns of all parts. @throws NotFittedError before `fit`; and what the parts throw. */
  transform(X: Rows): MaybeSparse<Sparse> {
    return this.#joined("transform", X, (part) => part.transform(X as never));
  }

  override withParams(params: ParamRecord): this {
    return new FeatureUnion(
      withParts("FeatureUnion", this.getParams(), "transformerList", params) as never,
    ) as this;
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const blocks = this.learned("toGraph").parts.flatMap(([name, part]) => {
      if (part === "drop") return [];
      return [partInGraph(part, X, { graph, weight: this.transformerWeights?.[name] })];
    });
    return { transformed: graph.besides(blocks) };
  }

  override getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const names = this.inputNames(inputFeatures);
    const { parts } = this.learned("getFeatureNamesOut");
    const lists = parts.map(([name, part]) => {
      if (part === "drop") return { name, columns: [] };
      return {
        name,
        columns: part === "passthrough" ? names : part.getFeatureNamesOut(names),
      };
    });
    return joinNames("FeatureUnion.getFeatureNamesOut", lists, this.verboseFeatureNamesOut);
  }

  /** The fitted parts by their names. @throws NotFittedError before `fit`. */
  get namedTransformers(): Readonly<Record<string, UnionPart>> {
    return Object.fromEntries(this.learned("namedTransformers").parts);
  }

  #fit(X: Rows, fitPart: (part: TransformerStep) => void): void {
    const parts = this.transformerList.map(([name, part]) => {
      if (typeof part === "string") return [name, part] as const;
      const copy = part.clone();
      fitPart(copy);
      return [name, copy] as const;
    });
    const first = parts.map(([, part]) => part).find((part) => typeof part !== "string");
    const nFeaturesIn = first ? first.nFeaturesIn : asBlock("FeatureUnion.fit", X).shape[1]!;
    this.keep({ parts, nFeaturesIn, featureNamesIn: isDataFrame(X) ? X.columns : undefined });
  }

  #joined(
    method: string,
    X: Rows,
    outputOf: (part: TransformerStep) => unknown,
  ): MaybeSparse<Sparse> {
    const where = `FeatureUnion.${method}`;
    const blocks = this.learned(method).parts.flatMap(([name, part]): Block[] => {
      if (part === "drop") return [];
      const block = asBlock(where, part === "passthrough" ? X : outputOf(part));
      return [weighted(block, this.transformerWeights?.[name])];
    });
    const nRows = blocks[0]?.shape[0] ?? asBlock(where, X).shape[0]!;
    return sideBySide(where, nRows, blocks, this.sparseOutput);
  }
}

const OPTIONS = ["transformerList", "transformerWeights", "verboseFeatureNamesOut", "sparseOutput"];

/**
 * A union whose parts are named after their classes, in lower case.
 *
 * @throws as `FeatureUnion`
 * @example
 * ```ts
 * const union = makeUnion(new Binarizer({ threshold: 1 }), new Binarizer({ threshold: 5 }));
 * union.fitTransform([[3]]).toArray(); // → [[1, 0]]
 * ```
 */
export function makeUnion(...transformers: readonly UnionPart[]): FeatureUnion {
  const names = namesOf(transformers);
  return new FeatureUnion({
    transformerList: transformers.map((part, i) => [names[i]!, part] as const),
  });
}

/** Options in which some are replaced, or parts of one of them by their names. */
export function withParts(
  where: string,
  options: object,
  list: string,
  params: ParamRecord,
): ParamRecord {
  const own: Record<string, unknown> = { ...options };
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) {
    if (name in own) own[name] = value;
    else rest[name] = value;
  }
  own[list] = replaceParts(where, own[list] as never, rest);
  return own;
}

/** The names of the columns of all parts. @throws ValueError for a name that comes twice. */
export function joinNames(
  where: string,
  lists: readonly { readonly name: string; readonly columns: readonly string[] }[],
  isVerbose: boolean,
): string[] {
  const joined = lists.flatMap(({ name, columns }) =>
    columns.map((column) => (isVerbose ? `${name}__${column}` : column)),
  );
  const twice = joined.find((name, i) => joined.indexOf(name) !== i);
  if (twice === undefined) return joined;
  throw new ValueError(
    `${where}: expected different names of columns, got "${twice}" twice; verboseFeatureNamesOut tells them apart`,
  );
}

/** @throws ParameterError for a weight of what is no part, or that is not finite. */
export function checkPartWeights(
  where: string,
  names: readonly string[],
  weights: Readonly<Record<string, number>> | undefined,
): Readonly<Record<string, number>> | undefined {
  for (const [name, weight] of Object.entries(weights ?? {})) {
    checkFinite(where, `transformerWeights.${name}`, weight);
    if (names.includes(name)) continue;
    throw new ParameterError(
      `${where}: transformerWeights must be of ${names.join(", ")}, got one of ${name}`,
    );
  }
  return weights;
}
