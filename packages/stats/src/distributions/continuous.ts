import { ParameterError, type RandomGenerator } from "@gradus/core";
import { Distribution, logTail, type Moments, openUniform } from "./distribution";
import { type FitData, type FitOptions, maximizeLikelihood } from "./fit";
import { checkParameters, type Domains, positive, real } from "./parameters";
import { solveQuantile } from "./quantile";
import { type Mapped, mapValues, type Values } from "./values";

/** Where a continuous distribution lies and how wide it is: X = loc + scale·Z. */
export interface LocationScale {
  /** Default 0. */
  readonly loc?: number;
  /** Above 0; default 1. */
  readonly scale?: number;
}

/** The parameters of a distribution that has only a location and a scale. */
export type NoShapes = Record<never, never>;

/** A continuous distribution at loc 0 and scale 1, for one set of its other parameters. */
export interface StandardContinuous {
  readonly support: readonly [low: number, high: number];
  /** Asked inside the support, its finite ends included; so are the four that follow. */
  logpdf(x: number): number;
  cdf(x: number): number;
  sf(x: number): number;
  logcdf?(x: number): number;
  logsf?(x: number): number;
  /** The quantile of p = 1 − q, both in (0, 1); default: a search. */
  quantile?(p: number, q: number): number;
  moments(): Moments;
  entropy(): number;
  /** Default: the quantile of a uniform number. */
  sample?(random: RandomGenerator): number;
}

/** What makes a family of continuous distributions. */
export interface ContinuousSpecification<S extends object> {
  readonly name: string;
  readonly shapes: Domains<S>;
  /** What single domains do not say; a text with what was expected and what came, if wrong. */
  refuse?(shapes: S): string | undefined;
  standard(shapes: S): StandardContinuous;
  /** What `fit` holds fixed unless it is told otherwise. */
  readonly fixed?: Readonly<Partial<Record<keyof S | "loc" | "scale", number>>>;
  /** Where the search for the likeliest parameters begins. */
  guess?(x: Float64Array, fixed: Readonly<Record<string, number>>): S & LocationScale;
  /** The likeliest parameters where a formula gives them for what is fixed, else undefined. */
  solve?(
    x: Float64Array,
    fixed: Readonly<Record<string, number>>,
  ): (S & Required<LocationScale>) | undefined;
}

/** A family of continuous distributions: call it with parameters for one of them. */
export interface ContinuousFamily<S extends object> {
  /** @throws ParameterError for parameters outside their domains and for unknown names. */
  (
    ...parameters: NoShapes extends S ? [(S & LocationScale)?] : [S & LocationScale]
  ): ContinuousDistribution;
  /**
   * The parameters under which the data are likeliest.
   * @throws ValueError for data that are empty, not finite or impossible whatever the free parameters.
   */
  fit(data: FitData, options?: FitOptions): S & Required<LocationScale>;
}

/** A continuous distribution with its parameters. Made by calling a family, such as `norm({ loc: 1 })`. */
export class ContinuousDistribution extends Distribution {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly #standard: StandardContinuous;
  readonly #loc: number;
  readonly #scale: number;

  /** For families; call those instead. */
  constructor(
    name: string,
    parameters: Readonly<Record<string, number>>,
    standard: StandardContinuous,
  ) {
    super();
    this.name = name;
    this.parameters = parameters;
    this.#standard = standard;
    this.#loc = parameters.loc!;
    this.#scale = parameters.scale!;
    Object.freeze(this);
  }

  support(): readonly [low: number, high: number] {
    const [low, high] = this.#standard.support;
    return [this.#loc + this.#scale * low, this.#loc + this.#scale * high];
  }

  /** The density, elementwise. */
  pdf<X extends Values>(x: X): Mapped<X> {
    return mapValues(x, (value) => Math.exp(this.#logpdfAt(value)));
  }

  /** The logarithm of the density, elementwise: finite where the density itself is too small for a number. */
  logpdf<X extends Values>(x: X): Mapped<X> {
    return mapValues(x, (value) => this.#logpdfAt(value));
  }

  entropy(): number {
    return this.#standard.entropy() + Math.log(this.#scale);
  }

  #logpdfAt(x: number): number {
    const z = (x - this.#loc) / this.#scale;
    const [low, high] = this.#standard.support;
    if (Number.isNaN(z)) return z;
    if (z < low || z > high || !Number.isFinite(z)) return Number.NEGATIVE_INFINITY;
    return this.#standard.logpdf(z) - Math.log(this.#scale);
  }

  /** A function of z inside the support, and what it is below and above. */
  #inside(x: number, below: number, above: number, f: (z: number) => number): number {
    const z = (x - this.#loc) / this.#scale;
    const [low, high] = this.#standard.support;
    if (Number.isNaN(z)) return z;
    if (z <= low) return below;
    return z >= high ? above : f(z);
  }

  protected cdfAt(x: number): number {
    return this.#inside(x, 0, 1, (z) => this.#standard.cdf(z));
  }

  protected sfAt(x: number): number {
    return this.#inside(x, 1, 0, (z) => this.#standard.sf(z));
  }

  protected logcdfAt(x: number): number {
    const of = this.#standard;
    return this.#inside(x, Number.NEGATIVE_INFINITY, 0, (z) =>
      of.logcdf ? of.logcdf(z) : logTail(of.cdf(z), of.sf(z)),
    );
  }

  protected logsfAt(x: number): number {
    const of = this.#standard;
    return this.#inside(x, 0, Number.NEGATIVE_INFINITY, (z) =>
      of.logsf ? of.logsf(z) : logTail(of.sf(z), of.cdf(z)),
    );
  }

  protected quantile(p: number, q: number): number {
    const { support } = this.#standard;
    if (p === 0) return this.#loc + this.#scale * support[0];
    if (q === 0) return this.#loc + this.#scale * support[1];
    const z = this.#standard.quantile?.(p, q) ?? solveQuantile(this.#standard, p, q);
    return this.#loc + this.#scale * z;
  }

  protected sample(random: RandomGenerator): number {
    const z =
      this.#standard.sample?.(random) ??
      (this.#standard.quantile ?? ((p, q) => solveQuantile(this.#standard, p, q)))(
        ...openUniform(random),
      );
    return this.#loc + this.#scale * z;
  }

  protected moments(): Moments {
    const { mean, variance, skewness, kurtosis } = this.#standard.moments();
    const scale = this.#scale;
    return {
      mean: this.#loc + scale * mean,
      variance: scale * scale * variance,
      skewness,
      kurtosis,
    };
  }
}

/** Makes a family of continuous distributions of its standard form; every member can be moved and scaled. */
export function defineContinuous<S extends object>(
  specification: ContinuousSpecification<S>,
): ContinuousFamily<S> {
  const { name } = specification;
  type P = S & Required<LocationScale>;
  const domains = { ...specification.shapes, loc: real, scale: positive } as unknown as Domains<P>;
  const of = (given: object = {}) => {
    const parameters = checkParameters<P>(name, domains, given as Record<string, number>, {
      loc: 0,
      scale: 1,
    });
    const problem = specification.refuse?.(parameters);
    if (problem) throw new ParameterError(`${name}: ${problem}`);
    return new ContinuousDistribution(
      name,
      parameters as Readonly<Record<string, number>>,
      specification.standard(parameters),
    );
  };
  const fit = (data: FitData, options: FitOptions = {}) =>
    maximizeLikelihood<P>(`${name}.fit`, data, {
      fixed: (options.fixed ?? specification.fixed ?? {}) as Readonly<Record<string, number>>,
      domains,
      logpdf: (parameters, x) => of(parameters).logpdf(x),
      guess: specification.guess as never,
      solve: specification.solve as never,
      support: (parameters) => of(parameters).support(),
    });
  return Object.assign(of, { fit }) as unknown as ContinuousFamily<S>;
}
