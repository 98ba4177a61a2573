/** A case of a linear regression, as the scripts in reference/ write it. */
export interface LinearCase<Options> {
  readonly name: string;
  readonly options: Options;
  readonly table: string | null;
  readonly X: number[][] | null;
  readonly y: number[] | number[][] | null;
  readonly sampleWeight: number[] | null;
  readonly coef: number[] | number[][];
  readonly intercept: number | number[];
  readonly predictions: number[] | number[][];
  readonly score: number;
}
