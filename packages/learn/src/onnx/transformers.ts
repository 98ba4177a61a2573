import type { Operator, OperatorModel } from "@gradus/core";
import { type Columns, type Step, select, transformed } from "./columns";
import {
  constantInput,
  constantNumbers,
  fittedEstimator,
  numbersOf,
  refuseOperator,
  single,
} from "./operators";

/** What an operator makes of the columns that go in. */
type Reader = (operator: Operator, columns: Columns, model: OperatorModel) => Columns;

/** Readers of operators that change columns, by the operators' names. */
export const TRANSFORMERS: Readonly<Record<string, Reader>> = {
  ArrayFeatureExtractor: chosen,
  Binarizer: (operator, columns) =>
    sameWidth(columns, "Binarizer", { threshold: single(operator, "threshold", 0) }),
  Cast: (_, columns) => columns,
  Flatten: (_, columns) => columns,
  Gather: chosen,
  Identity: (_, columns) => columns,
  Imputer: imputed,
  LabelEncoder: ordinal,
  Normalizer: (operator, columns) =>
    sameWidth(columns, "Normalizer", { norm: single(operator, "norm", "MAX").toLowerCase() }),
  OneHotEncoder: oneHot,
  Scaler: scaled,
};

function sameWidth(columns: Columns, type: string, params: object, fitted: object = {}): Columns {
  const { width } = columns;
  const step = fittedEstimator<Step>(type, params, { ...fitted, nFeaturesIn: width });
  return transformed(columns, step, width);
}

/** One number a column, of an attribute with one a column or one for all. */
function perColumn(operator: Operator, name: string, { width }: Columns): Float64Array {
  const values = numbersOf(operator, name);
  if (values.length === 1) return new Float64Array(width).fill(values[0]!);
  if (values.length !== width) {
    refuseOperator(operator, `${values.length} numbers in ${name} for ${width} columns`);
  }
  return values;
}

function chosen(operator: Operator, columns: Columns, model: OperatorModel): Columns {
  if (operator.type === "Gather" && ![1, -1].includes(single(operator, "axis", 0))) {
    refuseOperator(operator, "it chooses rows");
  }
  return select(columns, Array.from(constantNumbers(model, operator, 1)));
}

/** (x − offset) · scale, as a scaler that has seen one row of this spread. */
function scaled(operator: Operator, columns: Columns): Columns {
  const mean = perColumn(operator, "offset", columns);
  const scale = perColumn(operator, "scale", columns);
  if (scale.some((value) => !(value > 0 && value < Infinity))) {
    refuseOperator(operator, "a scale that is not above 0");
  }
  const squares = scale.map((value) => value ** -2);
  const count = new Float64Array(columns.width).fill(1);
  return sameWidth(columns, "StandardScaler", {}, { count, mean, squares });
}

/** x · scale + shift, with the smallest and largest value that become 0 and 1. */
export function minMaxScaled(
  operator: Operator,
  columns: Columns,
  { scale, shift, clip }: { scale: Float64Array; shift: Float64Array; clip: boolean },
): Columns {
  const { width } = columns;
  if (scale.length !== width || shift.length !== width || scale.some((value) => !(value > 0))) {
    refuseOperator(operator, `no scale above 0 for each of ${width} columns`);
  }
  const min = scale.map((value, j) => -shift[j]! / value);
  const max = scale.map((value, j) => (1 - shift[j]!) / value);
  return sameWidth(columns, "MinMaxScaler", { clip }, { min, max, nSamplesSeen: 2 });
}

function imputed(operator: Operator, columns: Columns): Columns {
  const isWhole = operator.attributes.imputed_value_int64s !== undefined;
  const values = isWhole ? "imputed_value_int64s" : "imputed_value_floats";
  const missingValues = isWhole
    ? single(operator, "replaced_value_int64", 0)
    : single(operator, "replaced_value_float", 0);
  const kept = Int32Array.from({ length: columns.width }, (_, j) => j);
  const statistics = perColumn(operator, values, columns);
  const fitted = { kept, indicated: new Int32Array(0), statistics };
  return sameWidth(columns, "SimpleImputer", { missingValues }, fitted);
}

/** A feature with its categories, each a group of its own. */
function featureOf(categories: readonly (string | number)[]) {
  const groups = Int32Array.from(categories, (_, k) => k);
  return { categories, groups, nGroups: categories.length, hasRare: false };
}

function oneHot(operator: Operator, columns: Columns): Columns {
  const { cats_strings, cats_int64s } = operator.attributes;
  const categories = (cats_strings ?? cats_int64s) as readonly (string | number)[] | undefined;
  if (!Array.isArray(categories) || columns.width !== 1) {
    return refuseOperator(operator, `categories of one column, not of ${columns.width}`);
  }
  const params = { handleUnknown: single(operator, "zeros", 1) === 0 ? "error" : "ignore" };
  const dropped = Int32Array.of(-1);
  const fitted = { features: [featureOf(categories)], dropped, nFeaturesIn: 1 };
  const step = fittedEstimator<Step>("OneHotEncoder", params, fitted);
  return transformed(columns, step, categories.length);
}

/** Categories as their places: an encoder whose values are 0, 1, 2 … */
function ordinal(operator: Operator, columns: Columns, model: OperatorModel): Columns {
  const { attributes } = operator;
  const find = (start: string) =>
    Object.entries(attributes).find(([name, value]) => name.startsWith(start) && isList(value));
  const keys = find("keys_")?.[1] as readonly (string | number)[] | undefined;
  const values = find("values_")?.[1] as readonly (string | number)[] | undefined;
  const areOwn = keys && values?.every((value, k) => value === k) && values.length === keys.length;
  if (!areOwn || columns.width !== 1 || model.constants[operator.inputs[0]!]) {
    return refuseOperator(operator, "it does not number the categories of one column");
  }
  const unknownValue = attributes.default_int64 ?? attributes.default_float;
  const params =
    unknownValue === undefined ? {} : { handleUnknown: "useEncodedValue", unknownValue };
  return sameWidth(columns, "OrdinalEncoder", params, { features: [featureOf(keys)] });
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** The two numbers that `Clip` keeps values between. */
export function clipsToUnit(operator: Operator, model: OperatorModel): boolean {
  const low = constantInput(model, operator, 1).values[0];
  return low === 0 && constantInput(model, operator, 2).values[0] === 1;
}

/** The scale of a `Mul`, if it is by known numbers. */
export function isByConstant({ inputs }: Operator, { constants }: OperatorModel): boolean {
  return constants[inputs[1] ?? ""] !== undefined;
}
