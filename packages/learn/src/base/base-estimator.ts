import {
  type GraphBuilder,
  type GraphFeatures,
  type GraphModel,
  type GraphOutputs,
  ValueError,
} from "@gradus/core";
import type { Estimator } from "./estimator";
import type { FittedFeatures } from "./features";
import { type EstimatorJSON, type EstimatorLoader, estimatorJSON, readEstimatorJSON } from "./json";
import { requireFitted } from "./not-fitted";
import { type ParamRecord, replaceParams } from "./params";

/** A class whose instances are made from their options. */
export type EstimatorClass<E> = (new (
  params: never,
) => E) & {
  readonly typeName: string;
  readonly loadInner?: EstimatorLoader | undefined;
};

/** What `fit` learned, with the features it was given. */
export type Fitted<State extends object> = State & FittedFeatures;

/**
 * What all estimators share: options, copies, JSON, and attributes that throw before `fit`.
 *
 * A class says its `typeName`, keeps its options in public read-only fields and nothing else there, freezes
 * itself at the end of its constructor, and hands what `fit` learned to `keep`: tensors, typed arrays,
 * numbers, text, and lists and records of them.
 */
export abstract class BaseEstimator<Params extends object, State extends object>
  implements Estimator<Params>, GraphModel
{
  /** The name of the class; its own, since a bundler may rename classes. */
  static readonly typeName: string;

  /** Reads estimators inside this one's JSON: a class that holds some sets it to `estimatorFromJSON`. */
  static readonly loadInner: EstimatorLoader | undefined = undefined;

  #fitted: Fitted<State> | undefined;

  /** The estimator that `toJSON` wrote. @throws ValueError if it is not one of this class, or damaged. */
  static fromJSON<E extends BaseEstimator<object, object>>(
    this: EstimatorClass<E>,
    json: EstimatorJSON,
    load?: EstimatorLoader,
  ): E {
    // biome-ignore lint/complexity/noThisInStatic: `this` is the class that was called, not this one
    const { typeName, loadInner } = this;
    const { params, fitted } = readEstimatorJSON(typeName, json, load ?? loadInner);
    const estimator = new this(params as never);
    if (fitted) estimator.keep(fitted as Fitted<object>);
    return estimator;
  }

  /** The options, with the defaults filled in. */
  getParams(): Params {
    return { ...this } as object as Params;
  }

  /** An estimator with the same options that has not learned anything. */
  clone(): this {
    return new (this.constructor as new (params: Params) => this)(this.getParams());
  }

  /**
   * An estimator with some options replaced, that has not learned anything: what a search tries.
   *
   * @param params new values by the options' names; `inner.alpha` is the option alpha of the estimator
   *   that is the option `inner`
   * @throws ParameterError for a name that is no option, and for values that cannot be.
   */
  withParams(params: Readonly<Record<string, unknown>>): this {
    const replaced = replaceParams(this.typeName, this.getParams() as Params & ParamRecord, params);
    return new (this.constructor as new (params: ParamRecord) => this)(replaced);
  }

  /** The number of features seen in `fit`. @throws NotFittedError before `fit`. */
  get nFeaturesIn(): number {
    return this.learned("nFeaturesIn").nFeaturesIn;
  }

  /** The features' names, if `fit` was given a table. @throws NotFittedError before `fit`. */
  get featureNamesIn(): readonly string[] | undefined {
    return this.learned("featureNamesIn").featureNamesIn;
  }

  /**
   * The options and what was learned, as plain JSON; the class's `fromJSON` reads it.
   *
   * @throws ValueError if an option is a function, which JSON cannot hold.
   */
  toJSON(): EstimatorJSON {
    const fitted = this.#fitted as Readonly<Record<string, unknown>> | undefined;
    return estimatorJSON(this.typeName, this.getParams(), fitted ?? null);
  }

  /**
   * What the fitted estimator computes, as operations of a graph: what `encodeOnnx` of `@gradus/files` writes.
   *
   * @param X the features that go in
   * @param graph joins and makes values
   * @throws NotFittedError before `fit`; ValueError for an estimator that cannot be said so.
   */
  toGraph(_X: GraphFeatures, _graph: GraphBuilder): GraphOutputs {
    throw new ValueError(
      `${this.typeName}.toGraph: expected an estimator whose predictions are operations on numbers, got one that cannot be written as a graph`,
    );
  }

  /** The name of the class, for messages. */
  protected get typeName(): string {
    return (this.constructor as unknown as EstimatorClass<this>).typeName;
  }

  /** Whether `fit` was called. */
  protected get isFitted(): boolean {
    return this.#fitted !== undefined;
  }

  /** Keeps what was learned, in place of what was learned before. */
  protected keep(fitted: Fitted<State>): this {
    this.#fitted = fitted;
    return this;
  }

  /** What `fit` learned. @throws NotFittedError before `fit`; `what` was asked for. */
  protected learned(what: string): Fitted<State> {
    return requireFitted(`${this.typeName}.${what}`, this.#fitted);
  }
}
