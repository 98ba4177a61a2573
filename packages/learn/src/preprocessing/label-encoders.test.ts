import {
  NotFittedError,
  OutOfRangeError,
  ParameterError,
  ShapeError,
  setWarningSink,
  ValueError,
} from "@gradus/core";
import { SparseTensor, tensor } from "@gradus/tensor";
import { describe, expect, test } from "vitest";
import type { Label } from "../base/labels";
import { readFixture } from "../testing/fixtures";
import { LabelBinarizer } from "./label-binarizer";
import { LabelEncoder } from "./label-encoder";
import { MultiLabelBinarizer } from "./multi-label-binarizer";

interface Case {
  readonly name: string;
  readonly y: Label[];
  readonly classes: Label[];
  readonly codes: number[];
  readonly binary: number[][];
  readonly signed: number[][];
  readonly inverse: Label[];
}

const again = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const cases = readFixture<Case>("label-encoders");

describe("LabelEncoder", () => {
  test.each(cases)("equals scikit-learn: $name", (c) => {
    const encoder = new LabelEncoder().fit(c.y);
    expect(encoder.classes).toEqual(c.classes);
    expect([...encoder.transform(c.y)]).toEqual(c.codes);
    expect([...encoder.fitTransform(c.y)]).toEqual(c.codes);
    expect(encoder.inverseTransform(c.codes)).toEqual(c.y);
    expect(encoder.inverseTransform(tensor(c.codes))).toEqual(c.y);
  });

  test("survives JSON, and a clone has learned nothing", () => {
    const encoder = new LabelEncoder().fit(["b", "a"]);
    const read = LabelEncoder.fromJSON(again(encoder.toJSON()));
    expect([...read.transform(["b"])]).toEqual([1]);
    expect(() => encoder.clone().transform(["b"])).toThrow(NotFittedError);
  });

  test("refuses what it has not seen", () => {
    const encoder = new LabelEncoder().fit(["b", "a"]);
    expect(() => encoder.transform(["c"])).toThrow(
      'LabelEncoder.transform: expected labels of fit, got "c"',
    );
    expect(() => encoder.inverseTransform([2])).toThrow(OutOfRangeError);
    expect(() => encoder.fit([])).toThrow(ShapeError);
    expect(() => encoder.fit(["a", 1] as never)).toThrow(ValueError);
    expect(() => new LabelEncoder().classes).toThrow(NotFittedError);
    expect(() => new LabelEncoder().inverseTransform([0])).toThrow(NotFittedError);
  });
});

describe("LabelBinarizer", () => {
  test.each(cases)("equals scikit-learn: $name", (c) => {
    const plain = new LabelBinarizer();
    expect(plain.fitTransform(c.y).toArray()).toEqual(c.binary);
    expect(plain.inverseTransform(c.binary)).toEqual(c.inverse);
    const signed = new LabelBinarizer({ negLabel: -1, posLabel: 2 });
    expect(signed.fitTransform(c.y).toArray()).toEqual(c.signed);
    expect(signed.inverseTransform(c.signed)).toEqual(c.inverse);
    const sparse = new LabelBinarizer({ sparseOutput: true }).fitTransform(c.y);
    expect(sparse).toBeInstanceOf(SparseTensor);
    expect(sparse.toDense().toArray()).toEqual(c.binary);
  });

  test("a label that is not known is in no column", () => {
    const binarizer = new LabelBinarizer().fit(["a", "b", "c"]);
    expect(binarizer.transform(["z", "b"]).toArray()).toEqual([
      [0, 0, 0],
      [0, 1, 0],
    ]);
    expect(binarizer.classes).toEqual(["a", "b", "c"]);
  });

  test("refuses options that cannot be, and other columns", () => {
    expect(() => new LabelBinarizer({ negLabel: 1 })).toThrow(ParameterError);
    expect(() => new LabelBinarizer({ negLabel: -1, sparseOutput: true })).toThrow(ParameterError);
    expect(() => new LabelBinarizer({ posLabel: Number.NaN })).toThrow(ParameterError);
    const binarizer = new LabelBinarizer().fit(["a", "b"]);
    expect(() => binarizer.inverseTransform([[1, 0]])).toThrow(ShapeError);
    expect(binarizer.inverseTransform([[0.4], [0.6]], 0.5)).toEqual(["a", "b"]);
    expect(() => new LabelBinarizer().transform(["a"])).toThrow(NotFittedError);
  });
});

describe("MultiLabelBinarizer", () => {
  const films = [["war", "love"], ["love"], [], ["art", "love", "art"]];

  test("has a column for each label, sorted, and goes backwards", () => {
    const binarizer = new MultiLabelBinarizer().fit(films);
    expect(binarizer.classesFound).toEqual(["art", "love", "war"]);
    const Z = binarizer.transform(films);
    expect(Z.toArray()).toEqual([
      [0, 1, 1],
      [0, 1, 0],
      [0, 0, 0],
      [1, 1, 0],
    ]);
    expect(binarizer.inverseTransform(Z)).toEqual([["love", "war"], ["love"], [], ["art", "love"]]);
    const sparse = new MultiLabelBinarizer({ sparseOutput: true }).fitTransform(films);
    expect(sparse.nnz).toBe(5);
    const read = MultiLabelBinarizer.fromJSON(again(binarizer.toJSON()));
    expect((read as MultiLabelBinarizer).transform(films).toArray()).toEqual(Z.toArray());
  });

  test("keeps the order of given classes, and warns of unknown labels", () => {
    const binarizer = new MultiLabelBinarizer({ classes: ["war", "love"] }).fit([]);
    const warnings: string[] = [];
    const before = setWarningSink(({ message }) => warnings.push(message));
    try {
      expect(binarizer.transform([["love", "art"]]).toArray()).toEqual([[0, 1]]);
    } finally {
      setWarningSink(before);
    }
    expect(warnings).toEqual(['MultiLabelBinarizer.transform: expected labels of fit, got "art"']);
  });

  test("refuses what cannot be", () => {
    expect(() => new MultiLabelBinarizer({ classes: ["a", "a"] })).toThrow(ParameterError);
    expect(() => new MultiLabelBinarizer().fit(["a"] as never)).toThrow(ValueError);
    expect(() => new MultiLabelBinarizer().fit([["a", 1]] as never)).toThrow(ValueError);
    const binarizer = new MultiLabelBinarizer().fit(films);
    expect(() => binarizer.inverseTransform([[1]])).toThrow(ShapeError);
    expect(() => binarizer.inverseTransform([[1, 2, 0]])).toThrow(ValueError);
    expect(() => new MultiLabelBinarizer().classesFound).toThrow(NotFittedError);
  });
});
