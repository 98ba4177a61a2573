import { ValueError } from "@gradus/core";
import { decodeOnnx, encodeOnnx, loadOnnx } from "@gradus/files";
import { estimatorFromJSON, estimatorFromOnnx, LinearRegression } from "@gradus/learn";
import { describe, expect, test } from "vitest";
import { bytesOf, readCases, readModel, refusedCases } from "./testing/sklearn-onnx";

describe("models of scikit-learn, read from ONNX", () => {
  test.each(readCases)("$name is a $kind and says what scikit-learn says", (one) => {
    const { model, asked, differences } = readModel(one);
    expect((model.constructor as unknown as typeof LinearRegression).typeName).toBe(one.kind);
    expect(asked.length).toBeGreaterThan(0);
    expect(differences).toEqual([]);
    const again = estimatorFromJSON(JSON.parse(JSON.stringify(model)));
    expect(JSON.stringify(again)).toBe(JSON.stringify(model));
  });

  test.each(refusedCases)("$name is $kind", (one) => {
    const operator = one.kind.slice("refused ".length);
    expect(() => estimatorFromOnnx(decodeOnnx(bytesOf(one)))).toThrow(ValueError);
    expect(() => estimatorFromOnnx(decodeOnnx(bytesOf(one)))).toThrow(`got ${operator} (`);
  });

  test("are ours too, where they are linear", async () => {
    const X = [
      [0, 1],
      [1, 3],
      [2, 2],
      [4, 0],
    ];
    const ours = new LinearRegression().fit(X, [1, 2, 4, 9]);
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
    const bytes = bytesOf(readCases[0]!);
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
