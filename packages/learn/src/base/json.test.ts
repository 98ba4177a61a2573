import { ValueError } from "@gradus/core";
import { type Tensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import { Ridge } from "../linear-model/ridge";
import { StandardScaler } from "../preprocessing/standard-scaler";
import { crc32 } from "./crc32";
import { estimatorFromJSON } from "./from-json";
import { type EstimatorJSON, estimatorJSON, readEstimatorJSON } from "./json";

const again = (json: EstimatorJSON) => JSON.parse(JSON.stringify(json)) as EstimatorJSON;

describe("the JSON of an estimator", () => {
  test("keeps every number to the last bit, and arrays in their types", () => {
    const fitted = {
      numbers: [0.1, Number.NaN, Infinity, -Infinity, -0, 5e-324],
      floats: Float32Array.of(0.1, Number.NaN),
      codes: Int32Array.of(-1, 2),
      matrix: tensor(
        [
          [1, -0],
          [Number.NaN, 3],
        ],
        { dtype: "float32" },
      ),
      empty: tensor(new Float64Array(0), { shape: [0, 3] }),
      record: { name: "a", list: [true, null, { deep: Uint8Array.of(7) }] },
    };
    const read = readEstimatorJSON("Thing", again(estimatorJSON("Thing", {}, fitted))).fitted!;
    expect(read.numbers).toEqual(fitted.numbers);
    expect(read.floats).toEqual(fitted.floats);
    expect(read.codes).toEqual(fitted.codes);
    expect(read.record).toEqual(fitted.record);
    const matrix = read.matrix as Tensor;
    expect([matrix.dtype, matrix.shape]).toEqual(["float32", [2, 2]]);
    expect(matrix.data()).toEqual(fitted.matrix.data());
    expect((read.empty as Tensor).shape).toEqual([0, 3]);
  });

  test("refuses options that JSON cannot hold", () => {
    const options = { kernel: { of: [(x: number) => x] } };
    expect(() => estimatorJSON("SVC", options, null)).toThrow(
      "SVC.kernel.of[0]: expected a value that JSON can hold, got a function",
    );
  });

  test("refuses what was changed after it was written", () => {
    const json = again(new Ridge({ alpha: 2 }).fit([[0], [1]], [1, 2]).toJSON());
    const edited = { ...json, params: { ...json.params, alpha: 3 } };
    expect(() => Ridge.fromJSON(edited)).toThrow(ValueError);
    expect(() => Ridge.fromJSON(edited)).toThrow(/checksum .* damaged or was edited/);
  });

  test("refuses the JSON of another class by name", () => {
    const json = new StandardScaler().toJSON();
    expect(() => Ridge.fromJSON(json)).toThrow(
      "Ridge.fromJSON: expected the JSON of a Ridge in version 2, got a StandardScaler in version 2",
    );
  });
});

describe("estimatorFromJSON", () => {
  test("reads an estimator of whichever class", () => {
    const scaler = new StandardScaler().fit([[1], [3]]);
    const read = estimatorFromJSON(again(scaler.toJSON())) as StandardScaler;
    expect(read).toBeInstanceOf(StandardScaler);
    expect(read.transform([[5]]).toArray()).toEqual(scaler.transform([[5]]).toArray());
  });

  test("reads estimators of one's own when it is told of them", () => {
    class Mine extends StandardScaler {
      static override readonly typeName: string = "Mine";
    }
    const json = again(new Mine().toJSON());
    expect(() => estimatorFromJSON(json)).toThrow("got a Mine");
    expect(estimatorFromJSON(json, { Mine })).toBeInstanceOf(Mine);
  });

  test("refuses what is no estimator", () => {
    for (const bad of [null, {}, 3, "Ridge"]) {
      expect(() => estimatorFromJSON(bad as never)).toThrow(ValueError);
    }
  });
});

test("crc32 gives the checksums of the standard", () => {
  // The check value that catalogues of CRC algorithms name for CRC-32/ISO-HDLC.
  expect(crc32("123456789")).toBe(0xcbf43926);
  expect(crc32("")).toBe(0);
});
