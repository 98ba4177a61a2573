import { readFileSync } from "node:fs";
import { ValueError } from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { decodeOnnx, encodeOnnx, loadOnnx } from "@gradus/files";
import { estimatorFromJSON, estimatorFromOnnx, LinearRegression } from "@gradus/learn";
import { isTensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";

interface Case {
  readonly name: string;
  /** The class that the model is read as, or "refused" and the operator. */
  readonly kind: string;
  readonly tolerance: number;
  /** In base64. */
  readonly onnx: string;
  readonly X: readonly (readonly (number | null)[])[] | Readonly<Record<string, unknown[]>>;
  readonly expected: Readonly<Record<string, readonly unknown[]>>;
}

const file = new URL("../fixtures/sklearn-onnx.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8").replaceAll(/\bNaN\b/g, "null")) as {
  readonly cases: readonly Case[];
};
const bytesOf = ({ onnx }: Case) => new Uint8Array(Buffer.from(onnx, "base64"));
const read = cases.filter(({ kind }) => !kind.startsWith("refused"));
const refused = cases.filter(({ kind }) => kind.startsWith("refused"));

const METHODS = {
  predict: "predict",
  predict_proba: "predictProba",
  decision_function: "decisionFunction",
  transform: "transform",
} as const;

type Model = Readonly<Record<string, ((X: unknown) => unknown) | undefined>> & {
  readonly constructor: { readonly typeName: string };
};

function rowsOf({ X }: Case): unknown {
  if (!Array.isArray(X)) return DataFrame.fromColumns(X as Record<string, number[]>);
  return (X as readonly (readonly (number | null)[])[]).map((row) =>
    row.map((cell) => cell ?? Number.NaN),
  );
}

/** Labels, truths or numbers in one list. */
function flat(values: unknown): unknown[] {
  if (isTensor(values)) return Array.from(values.data());
  return (values as unknown[]).flat();
}

describe("models of scikit-learn, read from ONNX", () => {
  test.each(read)("$name is a $kind and says what scikit-learn says", (one) => {
    const model = estimatorFromOnnx(decodeOnnx(bytesOf(one))) as unknown as Model;
    expect(model.constructor.typeName).toBe(one.kind);
    let compared = 0;
    for (const [theirs, values] of Object.entries(one.expected)) {
      const method = model[METHODS[theirs as keyof typeof METHODS]];
      // A model that is read as another class may know less: LinearSVC has no probabilities.
      if (typeof method !== "function") continue;
      if (theirs === "decision_function" && model.predictProba && !/SV/.test(one.name)) continue;
      const got = flat(method.call(model, rowsOf(one)));
      const expected = flat(values);
      expect(got).toHaveLength(expected.length);
      // Scores are sums of products in single precision: their rounding is that of the largest.
      const isScore = theirs === "decision_function";
      const scale = isScore ? Math.max(...expected.map((other) => Math.abs(other as number))) : 1;
      got.forEach((value, i) => {
        const other = expected[i];
        if (typeof other === "number" && typeof value === "number") {
          const allowed = one.tolerance * Math.max(scale, Math.abs(other));
          expect(Math.abs(value - other)).toBeLessThanOrEqual(allowed);
        } else {
          expect(value).toBe(typeof other === "boolean" ? Number(other) : other);
        }
      });
      compared += 1;
    }
    expect(compared).toBeGreaterThan(0);
    const again = estimatorFromJSON(JSON.parse(JSON.stringify(model))) as unknown as Model;
    expect(JSON.stringify(again)).toBe(JSON.stringify(model));
  });

  test.each(refused)("$name is $kind", (one) => {
    const operator = one.kind.slice("refused ".length);
    expect(() => estimatorFromOnnx(decodeOnnx(bytesOf(one)))).toThrow(ValueError);
    expect(() => estimatorFromOnnx(decodeOnnx(bytesOf(one)))).toThrow(`got ${operator} (`);
  });

  test("are ours too, where they are linear", async () => {
    const ours = new LinearRegression().fit(
      [
        [0, 1],
        [1, 3],
        [2, 2],
        [4, 0],
      ],
      [1, 2, 4, 9],
    );
    const model = await loadOnnx(new Blob([encodeOnnx(ours)]));
    expect(model.inputs).toEqual([{ name: "X", type: "number", nColumns: 2 }]);
    const again = estimatorFromOnnx(model) as LinearRegression;
    expect(again.coef.data()).toEqual(ours.coef.data());
  });

  test("say where they are damaged", async () => {
    expect(() => decodeOnnx(new TextEncoder().encode("no model"))).toThrow(ValueError);
    expect(() => decodeOnnx(new Uint8Array())).toThrow("expected an ONNX model with operators");
    await expect(loadOnnx("/no/such.onnx")).rejects.toThrow(ValueError);
    // ONNX has no checksum: a file may be cut behind its graph, and is the same model then.
    const bytes = bytesOf(read[0]!);
    const whole = JSON.stringify(estimatorFromOnnx(decodeOnnx(bytes)));
    for (let length = 0; length < bytes.length; length++) {
      let got: string | undefined;
      try {
        got = JSON.stringify(estimatorFromOnnx(decodeOnnx(bytes.subarray(0, length))));
      } catch (error) {
        expect(error).toBeInstanceOf(ValueError);
      }
      if (got !== undefined) expect(got).toBe(whole);
    }
  });
});
