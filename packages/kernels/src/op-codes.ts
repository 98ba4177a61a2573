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
  arcTangent: 7,
  hypotenuse: 8,
  modulo: 9,
  remainder: 10,
  floorQuotient: 11,
  copySign: 12,
  logAddExp: 13,
  xLogY: 14,
  polygamma: 15,
  elu: 16,
  leaky: 17,
  wherePositive: 18,
  timesTanhSlope: 19,
  timesSigmoidSlope: 20,
  bitAnd: 21,
  bitOr: 22,
  bitXor: 23,
  shiftLeft: 24,
  shiftRight: 25,
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
  exp2: 18,
  log2: 19,
  log10: 20,
  tan: 21,
  asin: 22,
  acos: 23,
  atan: 24,
  sinh: 25,
  cosh: 26,
  asinh: 27,
  acosh: 28,
  atanh: 29,
  reciprocalRoot: 30,
  cubeRoot: 31,
  erf: 32,
  erfc: 33,
  softplus: 34,
  silu: 35,
  siluSlope: 36,
  gelu: 37,
  geluSlope: 38,
  geluTanh: 39,
  geluTanhSlope: 40,
  logGamma: 41,
  digamma: 42,
  inverseErf: 43,
  bessel0: 44,
  bessel1: 45,
  truncate: 46,
} as const;
export type UnaryKernel = (typeof UnaryKernel)[keyof typeof UnaryKernel];

/** How `reduce` numbers its functions. */
export const ReduceKernel = { product: 0, minimum: 1, maximum: 2 } as const;
export type ReduceKernel = (typeof ReduceKernel)[keyof typeof ReduceKernel];

/** What `readCsvChunks` calls the contents of a column. */
export const CsvKind = {
  skipped: 0,
  /** only missing values so far */
  unknown: 1,
  whole: 2,
  number: 3,
  date: 4,
  truth: 5,
  text: 6,
} as const;
export type CsvKind = (typeof CsvKind)[keyof typeof CsvKind];
