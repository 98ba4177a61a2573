import {
  describeValue,
  type GraphBuilder,
  type GraphFeatures,
  type GraphOutputs,
  ParameterError,
  ValueError,
} from "@gradus/core";
import { isDataFrame } from "@gradus/data";
import { isTensor, SparseTensor } from "@gradus/tensor";
import { BaseEstimator } from "../base/base-estimator";
import type { FitOptions, Transformed } from "../base/estimator";
import { inputNames } from "../base/features";
import { estimatorFromJSON } from "../base/from-json";
import { graphOf } from "../base/graph";
import { checkMatrix, type Matrix, type Targets } from "../base/inputs";
import type { EstimatorLoader } from "../base/json";
import type { Labels } from "../base/labels";
import type { ParamRecord } from "../base/params";
import type { Sampler } from "../imbalance/base-sampler";
import {
  checkNames,
  checkTransformer,
  type EarlyStep,
  type FinalStep,
  isSampler,
  type NamedStep,
  type Rows,
  replaceParts,
  type TransformerStep,
} from "./steps";

/** The steps of a pipeline: transformers and samplers, and at last anything but a sampler. */
export type PipelineSteps<F extends FinalStep> = readonly [...NamedStep<EarlyStep>[], NamedStep<F>];

/** The options of `Pipeline`. */
export interface PipelineOptions<F extends FinalStep = FinalStep> {
  /** Names and estimators, in order; "passthrough" does nothing. All but the last are transformers or samplers. */
  readonly steps: PipelineSteps<F>;
}

interface FittedPipeline {
  readonly fittedSteps: readonly NamedStep[];
}

/** What a pipeline has of its last step. */
type Of<F, Name extends string> = F extends { readonly [K in Name]: infer Member }
  ? Member
  : undefined;
/** A method of the last step that takes what goes into the pipeline. */
type Fed<Method> = Method extends (X: never, ...rest: infer Rest) => infer Result
  ? (X: Rows, ...rest: Rest) => Result
  : Method;
type TypeOf<F> = F extends { readonly estimatorType: infer Type } ? Type : "transformer";
type TransformOf<F> = F extends "passthrough" ? (X: Rows) => Transformed : Fed<Of<F, "transform">>;

type AnyMethod = (...args: unknown[]) => unknown;

/**
 * Transformers one after the other, and an estimator at the end, as one estimator: what is fitted on the
 * training rows is applied to new ones.
 *
 * Put everything that learns from rows into the pipeline: then cross-validation and searches fit it on the
 * training rows of each fold, and the test rows stay unknown. A sampler, such as SMOTE, changes the rows in `fit`
 * alone: rows to predict pass by it. It has what its last step has: `predict`,
 * `predictProba`, `transform`, `score`, `classes`. `fit` fits copies of the steps, which are in
 * `namedSteps` then; options of `fit`, such as weights, go to the last step. An option of a step is named
 * step.option (`withParams`, searches).
 *
 * @example
 * ```ts
 * const model = new Pipeline({ steps: [["scale", new StandardScaler()], ["ridge", new Ridge()]] });
 * model.fit([[1], [2], [3]], [10, 20, 30]).predict([[2]]).toArray(); // → [20]
 * const other = model.withParams({ "ridge.alpha": 5 }).fit([[1], [2]], [10, 20]);
 * other.finalStep.alpha; // → 5
 * ```
 */
export class Pipeline<F extends FinalStep = FinalStep> extends BaseEstimator<
  PipelineOptions<F>,
  FittedPipeline
> {
  static override readonly typeName: string = "Pipeline";
  static override readonly loadInner: EstimatorLoader = (json) => estimatorFromJSON(json);
  readonly steps: PipelineSteps<F>;

  /** @throws ParameterError unless the names are different and all steps but the last are transformers or samplers. */
  constructor({ steps }: PipelineOptions<F>) {
    super();
    this.steps = checkSteps(steps);
    Object.freeze(this);
  }

  /** What the last step is. */
  get estimatorType(): TypeOf<F> {
    const last = this.#last;
    return (last === "passthrough" ? "transformer" : last.estimatorType) as TypeOf<F>;
  }

  /**
   * Fits a copy of each step on what the one before makes of the rows. A second call forgets the first.
   *
   * @throws ValueError for weights of rows that a sampler changes; and what the steps throw.
   */
  fit(X: Rows, y?: Targets | Labels, options: FitOptions = {}): this {
    if (options.sampleWeight !== undefined && this.steps.some(([, step]) => isSampler(step))) {
      throw new ValueError("Pipeline.fit: expected no sampleWeight beside a sampler, got some");
    }
    this.#fit([X, y], (last, data, labels) => {
      if (last === "passthrough") return;
      if (last.estimatorType === "transformer") last.fit(data as never, labels);
      else (last as { fit: AnyMethod }).fit(data, labels, options);
    });
    return this;
  }

  override toGraph(X: GraphFeatures, graph: GraphBuilder): GraphOutputs {
    const { fittedSteps } = this.learned("toGraph");
    const steps = fittedSteps
      .map(([, step]) => step)
      .filter((step) => step !== "passthrough" && !isSampler(step)) as TransformerStep[];
    let features = X;
    let outputs: GraphOutputs | undefined;
    for (const [k, step] of steps.entries()) {
      outputs = graphOf(step, features, graph);
      const next = steps[k + 1];
      if (next) features = graph.features(outputs.transformed!, next.nFeaturesIn);
    }
    return outputs ?? { transformed: X.matrix() };
  }

  override withParams(params: ParamRecord): this {
    const { steps = this.steps, ...rest } = params as { steps?: PipelineSteps<F> };
    const replaced = replaceParts("Pipeline", steps, rest) as unknown as PipelineSteps<F>;
    return new Pipeline({ steps: replaced }) as this;
  }

  /** The fitted steps by their names. @throws NotFittedError before `fit`. */
  get namedSteps(): Readonly<Record<string, FinalStep | Sampler>> {
    return Object.fromEntries(this.learned("namedSteps").fittedSteps);
  }

  /** The last step, fitted. @throws NotFittedError before `fit`. */
  get finalStep(): F {
    return this.learned("finalStep").fittedSteps.at(-1)![1] as F;
  }

  /**
   * The name of each column that comes out, or that goes into the last step if that predicts.
   *
   * @throws NotFittedError before `fit`; and what the steps throw.
   */
  getFeatureNamesOut(inputFeatures?: readonly string[]): string[] {
    const fitted = this.learned("getFeatureNamesOut");
    let names = inputNames("Pipeline.getFeatureNamesOut", fitted, inputFeatures);
    for (const [, step] of fitted.fittedSteps) {
      if (step !== "passthrough" && "transform" in step) names = step.getFeatureNamesOut(names);
    }
    return names;
  }

  /** The labels of the last step. @throws NotFittedError before `fit`. */
  get classes(): Of<F, "classes"> {
    if (!this.#has("classes", this.#last)) return undefined as Of<F, "classes">;
    return (this.finalStep as { classes: unknown }).classes as Of<F, "classes">;
  }

  /** `predict` of the last step, on what the others make of X. */
  get predict(): Fed<Of<F, "predict">> {
    return this.#delegate("predict");
  }

  /** `predictProba` of the last step, if it has one. */
  get predictProba(): Fed<Of<F, "predictProba">> {
    return this.#delegate("predictProba");
  }

  /** `predictLogProba` of the last step, if it has one. */
  get predictLogProba(): Fed<Of<F, "predictLogProba">> {
    return this.#delegate("predictLogProba");
  }

  /** `decisionFunction` of the last step, if it has one. */
  get decisionFunction(): Fed<Of<F, "decisionFunction">> {
    return this.#delegate("decisionFunction");
  }

  /** `score` of the last step, if it has one. */
  get score(): Fed<Of<F, "score">> {
    return this.#delegate("score");
  }

  /** All steps' `transform`, one after the other, if the last one is a transformer. */
  get transform(): TransformOf<F> {
    if (this.#last !== "passthrough") return this.#delegate("transform") as TransformOf<F>;
    return ((X: Rows) => asOutput(this.#before("transform", X))) as TransformOf<F>;
  }

  /** `fit` and `transform` on the same rows, by each step's `fitTransform`, if the last one is a transformer. */
  get fitTransform(): F extends "passthrough"
    ? (X: Rows, y?: Targets | Labels) => Transformed
    : Fed<Of<F, "fitTransform">> {
    const last = this.#last;
    const method = (X: Rows, y?: Targets | Labels) => {
      let output: unknown;
      this.#fit([X, y], (step, data, labels) => {
        output =
          step === "passthrough"
            ? data
            : (step as TransformerStep).fitTransform(data as never, labels);
      });
      return asOutput(output);
    };
    return (
      last === "passthrough" || this.#has("fitTransform", last) ? method : undefined
    ) as never;
  }

  /** All steps' `inverseTransform`, from the last to the first, if every step has one. */
  get inverseTransform(): Of<F, "inverseTransform"> {
    const all = this.steps.every(
      ([, step]) =>
        step === "passthrough" || isSampler(step) || this.#has("inverseTransform", step),
    );
    const method = (Z: unknown) => {
      const { fittedSteps } = this.learned("inverseTransform");
      return fittedSteps.reduceRight((data, [, step]) => {
        if (step === "passthrough" || isSampler(step)) return data;
        return (step as unknown as { inverseTransform: AnyMethod }).inverseTransform(data);
      }, Z);
    };
    return (all ? method : undefined) as Of<F, "inverseTransform">;
  }

  get #last(): FinalStep {
    return this.steps.at(-1)![1] as FinalStep;
  }

  #has(name: string, step: FinalStep): boolean {
    return step !== "passthrough" && name in step;
  }

  /** A method of the last step that is given the rows as they come to it. */
  #delegate<Name extends string>(name: Name): Fed<Of<F, Name>> {
    if (!this.#has(name, this.#last)) return undefined as Fed<Of<F, Name>>;
    const method = (X: Rows, ...rest: unknown[]) => {
      const data = this.#before(name, X);
      return (this.finalStep as unknown as Record<string, AnyMethod>)[name]!(data, ...rest);
    };
    return method as Fed<Of<F, Name>>;
  }

  /** What all steps but the last make of X. */
  #before(name: string, X: Rows): unknown {
    const { fittedSteps } = this.learned(name);
    return fittedSteps.slice(0, -1).reduce<unknown>((data, [, step]) => {
      if (step === "passthrough" || isSampler(step)) return data;
      return (step as TransformerStep).transform(data as never);
    }, X);
  }

  #fit(
    [X, y]: readonly [X: Rows, y: Targets | Labels | undefined],
    fitLast: (last: FinalStep, data: unknown, labels: Targets | Labels | undefined) => void,
  ): void {
    let data: unknown = X;
    let labels = y;
    const fittedSteps = this.steps.map(([name, step], i) => {
      const copy = step === "passthrough" ? step : (step.clone() as FinalStep | Sampler);
      if (i === this.steps.length - 1) fitLast(copy as FinalStep, data, labels);
      else if (isSampler(copy)) [data, labels] = copy.fitResample(data as never, labels as Labels);
      else if (copy !== "passthrough")
        data = (copy as TransformerStep).fitTransform(data as never, labels);
      return [name, copy] as const;
    });
    this.keep({ fittedSteps, ...featuresOf(X, fittedSteps) });
  }
}

/**
 * A pipeline whose steps are named after their classes, in lower case: "standardscaler", "ridge"; with
 * -1, -2, … where a class comes more than once.
 *
 * @throws as `Pipeline`
 * @example
 * ```ts
 * const model = makePipeline(new MinMaxScaler(), new PolynomialFeatures(), new Ridge());
 * model.steps.map(([name]) => name).join(", "); // → minmaxscaler, polynomialfeatures, ridge
 * ```
 */
export function makePipeline<F extends FinalStep>(
  ...steps: readonly [...EarlyStep[], F]
): Pipeline<F> {
  const named = namesOf(steps).map((name, i) => [name, steps[i]] as const);
  return new Pipeline({ steps: named as unknown as PipelineSteps<F> });
}

/** Names after the classes. */
export function namesOf(steps: readonly unknown[]): string[] {
  const plain = steps.map((step) => {
    if (typeof step === "string") return step;
    return (step as { constructor: { typeName?: string } }).constructor.typeName!.toLowerCase();
  });
  return plain.map((name, i) => {
    if (plain.indexOf(name) === plain.lastIndexOf(name)) return name;
    return `${name}-${plain.slice(0, i + 1).filter((other) => other === name).length}`;
  });
}

function checkSteps<F extends FinalStep>(steps: PipelineSteps<F>): PipelineSteps<F> {
  const where = "Pipeline";
  if (!Array.isArray(steps) || !steps.every((step) => Array.isArray(step) && step.length === 2)) {
    throw new ParameterError(
      `${where}: steps must be pairs of a name and an estimator, got ${describeValue(steps)}`,
    );
  }
  checkNames(
    where,
    "steps",
    steps.map(([name]) => name),
    ["steps"],
  );
  steps.forEach(([name, step], i) => {
    const isLast = i === steps.length - 1;
    if (isLast && typeof (step as { predict?: unknown } | null)?.predict === "function") return;
    if (!isLast && isSampler(step)) return;
    checkTransformer(where, name, step, ["passthrough"]);
  });
  return steps;
}

/** What goes in: as the first step that is one has seen it. */
function featuresOf(X: Rows, steps: readonly NamedStep[]) {
  const first = steps.map(([, step]) => step).find((step) => step !== "passthrough");
  const names = isDataFrame(X) ? X.columns : undefined;
  if (first !== undefined) return { nFeaturesIn: first.nFeaturesIn, featureNamesIn: names };
  const { X: read } = checkMatrix("Pipeline.fit", X as Matrix, { allowMissing: true });
  return { nFeaturesIn: read.shape[1]!, featureNamesIn: names };
}

function asOutput(data: unknown): Transformed {
  if (isTensor(data) || data instanceof SparseTensor) return data;
  if (isDataFrame(data)) return data as never;
  return checkMatrix("Pipeline.transform", data as Matrix, { allowMissing: true }).X;
}
