/** How the kernels number element types. */
export const DTypeCode = { bool: 0, int32: 1, float32: 2, float64: 3, uint8: 4 } as const;
export type DTypeCode = (typeof DTypeCode)[keyof typeof DTypeCode];

/** How `binaryRow` and `binaryNd` number their functions. */
export const BinaryKernel = {
  add: 0,
  subtract: 1,
  multiply: 2,
  divide: 3,
  maximum: 4,
  minimum: 5,
  power: 6,
} as const;
export type BinaryKernel = (typeof BinaryKernel)[keyof typeof BinaryKernel];

/** How `compareRow` and `compareNd` number their functions. */
export const CompareKernel = { equal: 0, notEqual: 1, less: 2, lessEqual: 3 } as const;
export type CompareKernel = (typeof CompareKernel)[keyof typeof CompareKernel];

/** How `unary` numbers its functions; those up to `sign` exist for int32 too. */
export const UnaryKernel = {
  negate: 0,
  absolute: 1,
  square: 2,
  relu: 3,
  sign: 4,
  squareRoot: 5,
  reciprocal: 6,
  floor: 7,
  ceil: 8,
  round: 9,
  exp: 10,
  expm1: 11,
  log: 12,
  log1p: 13,
  sin: 14,
  cos: 15,
  tanh: 16,
  sigmoid: 17,
} as const;
export type UnaryKernel = (typeof UnaryKernel)[keyof typeof UnaryKernel];

/** How `reduce` numbers its functions. */
export const ReduceKernel = { product: 0, minimum: 1, maximum: 2 } as const;
export type ReduceKernel = (typeof ReduceKernel)[keyof typeof ReduceKernel];
