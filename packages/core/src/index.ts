export {
  checkBetween,
  checkBoolean,
  checkFinite,
  checkInteger,
  checkNonNegative,
  checkOneOf,
  checkPositive,
} from "./checks";
export { describeValue } from "./describe";
export {
  type Displayable,
  type DisplayData,
  type DisplayTable,
  display,
  displaySymbol,
  displayText,
  formatValue,
  setDisplaySink,
  toDisplayData,
} from "./display";
export {
  DisposedError,
  DTypeError,
  GradusError,
  LinAlgError,
  NotFittedError,
  OutOfMemoryError,
  OutOfRangeError,
  ParameterError,
  ParseError,
  type ParseLocation,
  ShapeError,
  ValueError,
} from "./errors";
export type {
  GraphBuilder,
  GraphFeatures,
  GraphLabel,
  GraphModel,
  GraphNumbers,
  GraphOperand,
  GraphOutputs,
  GraphSelection,
  GraphType,
  GraphValue,
} from "./graph";
export { type ByteSource, openBytes } from "./io/byte-source";
export { nodeModule } from "./io/node-module";
export { writeWholeFile } from "./io/write-whole-file";
export { joinArrays } from "./join-arrays";
export type {
  Operator,
  OperatorAttribute,
  OperatorConstant,
  OperatorInput,
  OperatorModel,
} from "./operators";
export {
  type Progress,
  type ProgressCallback,
  reportProgress,
  setProgressSink,
} from "./progress";
export { RandomGenerator, type RandomPosition } from "./random/generator";
export { type PhiloxBlock, philox4x32 } from "./random/philox";
export { RandomState } from "./random/random-state";
export { setWarningSink, type Warning, type WarningKind, type WarningSink, warn } from "./warnings";
