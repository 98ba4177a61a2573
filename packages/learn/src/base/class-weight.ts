import { checkNonNegative, describeValue, ParameterError, ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import type { EncodedLabels, Label } from "./labels";

/**
 * How much each class counts: by the labels' text, 1 for those that are not named; or "balanced", where all
 * classes count alike in sum: nSamples / (nClasses · rows of the class) for each row.
 *
 * @roadmap FEA-018
 */
export type ClassWeight = "balanced" | Readonly<Record<string, number>>;

/** @throws ParameterError unless `value` is absent, "balanced", or a record of finite numbers >= 0. */
export function checkClassWeight(
  where: string,
  value: ClassWeight | undefined,
): ClassWeight | undefined {
  if (value === undefined || value === "balanced") return value;
  if (typeof value !== "object" || value === null) {
    throw new ParameterError(
      `${where}: classWeight must be "balanced" or a record of weights, got ${describeValue(value)}`,
    );
  }
  for (const [label, weight] of Object.entries(value)) {
    checkNonNegative(where, `classWeight["${label}"]`, weight);
  }
  return value;
}

/**
 * The weight of each class, in the order of `classes`.
 *
 * @param weights the rows' own weights, which count for "balanced"
 * @throws ValueError if some class has no weight while a weight is for a label that y does not have.
 */
export function weightsOfClasses(
  where: string,
  classWeight: ClassWeight | undefined,
  { classes, codes }: EncodedLabels,
  weights?: Tensor,
): Float64Array {
  if (classWeight === undefined) return new Float64Array(classes.length).fill(1);
  if (classWeight === "balanced") return balanced(classes.length, codes, weights);
  const unnamed = classes.filter((label) => classWeight[String(label)] === undefined);
  const unknown = Object.keys(classWeight).filter((name) => !isLabel(name, classes));
  if (unnamed.length > 0 && unknown.length > 0) {
    throw new ValueError(
      `${where}: expected classWeight to name labels of y, got "${unknown[0]}", while "${unnamed[0]}" has no weight`,
    );
  }
  return Float64Array.from(classes, (label) => classWeight[String(label)] ?? 1);
}

/** The weight of each row: its own times that of its class; nothing if all are 1. */
export function weightsOfRows(
  where: string,
  classWeight: ClassWeight | undefined,
  labels: EncodedLabels,
  weights?: Tensor,
): Tensor | undefined {
  if (classWeight === undefined) return weights;
  const ofClasses = weightsOfClasses(where, classWeight, labels, weights);
  const own = weights?.data();
  return tensor(Float64Array.from(labels.codes, (code, i) => ofClasses[code]! * (own?.[i] ?? 1)));
}

function isLabel(name: string, classes: readonly Label[]): boolean {
  return classes.some((label) => String(label) === name);
}

function balanced(nClasses: number, codes: Int32Array, weights: Tensor | undefined): Float64Array {
  const own = weights?.data();
  const counts = new Float64Array(nClasses);
  codes.forEach((code, i) => {
    counts[code]! += own?.[i] ?? 1;
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  // A class whose rows all weigh 0 has no share to balance.
  return counts.map((count) => (count === 0 ? 0 : total / (nClasses * count)));
}
