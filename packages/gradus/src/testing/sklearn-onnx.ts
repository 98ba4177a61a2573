import { readFileSync } from "node:fs";
import { DataFrame } from "@gradus/data";
import { decodeOnnx } from "@gradus/files";
import { estimatorFromOnnx } from "@gradus/learn";
import { flat, type Model } from "./oracle";

/** A model that skl2onnx wrote, and what scikit-learn says about some rows. */
export interface OnnxCase {
  readonly name: string;
  /** The class that the model is read as, or "refused" and the operator. */
  readonly kind: string;
  readonly tolerance: number;
  /** In base64. */
  readonly onnx: string;
  readonly X: readonly (readonly (number | null)[])[] | Readonly<Record<string, unknown[]>>;
  readonly expected: Readonly<Record<string, readonly unknown[]>>;
}

const file = new URL("../../fixtures/sklearn-onnx.json", import.meta.url);
const text = readFileSync(file, "utf8").replaceAll(/\bNaN\b/g, "null");
const { cases } = JSON.parse(text) as { readonly cases: readonly OnnxCase[] };

export const readCases = cases.filter(({ kind }) => !kind.startsWith("refused"));
export const refusedCases = cases.filter(({ kind }) => kind.startsWith("refused"));

export function bytesOf({ onnx }: OnnxCase): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(onnx, "base64"));
}

const METHODS: Readonly<Record<string, string>> = {
  predict: "predict",
  predict_proba: "predictProba",
  decision_function: "decisionFunction",
  transform: "transform",
};

/** The model of a case, and where it says something else than scikit-learn, by method. */
export function readModel(one: OnnxCase): { model: Model; differences: string[]; asked: string[] } {
  const model = estimatorFromOnnx(decodeOnnx(bytesOf(one))) as unknown as Model;
  const rows = rowsOf(one);
  // A model that is read as another class may know less (LinearSVC has no probabilities), and the scores of one with
  // probabilities are other numbers in other classes.
  const asked = Object.keys(one.expected).filter(
    (theirs) =>
      typeof model[METHODS[theirs]!] === "function" &&
      !(theirs === "decision_function" && model.predictProba && !/SV/.test(one.name)),
  );
  const differences = asked.flatMap((theirs) => {
    const ask = model[METHODS[theirs]!] as (X: unknown) => unknown;
    const expected = flat(one.expected[theirs]);
    const got = flat(ask.call(model, rows));
    const found = differenceOf(got, expected, one.tolerance, theirs === "decision_function");
    return found ? [`${theirs}: ${found}`] : [];
  });
  return { model, differences, asked };
}

function rowsOf({ X }: OnnxCase): unknown {
  if (!Array.isArray(X)) return DataFrame.fromColumns(X as Record<string, number[]>);
  return (X as readonly (readonly (number | null)[])[]).map((row) =>
    row.map((cell) => cell ?? Number.NaN),
  );
}

/** Scores are sums of products in single precision: their rounding is that of the largest. */
function differenceOf(
  got: readonly unknown[],
  expected: readonly unknown[],
  tolerance: number,
  areScores: boolean,
): string | undefined {
  if (got.length !== expected.length) return `${got.length} values in place of ${expected.length}`;
  const scale = areScores ? Math.max(...expected.map((other) => Math.abs(other as number))) : 1;
  const at = got.findIndex((one, i) => {
    const other = expected[i];
    if (typeof one !== "number" || typeof other !== "number") return one !== other;
    return !(Math.abs(one - other) <= tolerance * Math.max(scale, Math.abs(other)));
  });
  return at < 0 ? undefined : `${got[at]} in place of ${expected[at]}`;
}
