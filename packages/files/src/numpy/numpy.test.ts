import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DTypeError, ParameterError, ValueError } from "@gradus/core";
import { type DType, type Tensor, tensor } from "@gradus/tensor";
import fc from "fast-check";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import fixture from "../../fixtures/numpy.json" with { type: "json" };
import { loadNpy, loadNpz, saveNpy, saveNpz } from "./load-and-save";
import { decodeNpy, encodeNpy } from "./npy";
import { decodeNpz, encodeNpz } from "./npz";

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
const X = tensor([
  [0, 1, 2],
  [3, 4, 5],
]);
const y = tensor(new Int32Array([1, 0]));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradus-files-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("decodeNpy", () => {
  test.each(fixture.cases)("reads what NumPy wrote: $name", ({ npy, shape, values }) => {
    const x = decodeNpy(bytesOf(npy));
    expect(x.shape).toEqual(shape);
    expect(Array.from(x.data())).toEqual(
      values.map((v) => (typeof v === "number" ? v : Number(v.replace("inf", "Infinity")))),
    );
  });

  test("types become those of tensors", () => {
    const dtypeOf = (name: string) =>
      decodeNpy(bytesOf(fixture.cases.find((c) => c.name === name)!.npy)).dtype;
    const names = ["<f8", ">f8", "<f4", "<f2", "<i8", "<u4", "i1", "u1", "bool"];
    expect(names.map(dtypeOf)).toEqual([
      "float64",
      "float64",
      "float32",
      "float32",
      "int32",
      "int32",
      "int32",
      "uint8",
      "bool",
    ]);
    expect(decodeNpy(bytesOf(fixture.cases[0]!.npy), { dtype: "float32" }).dtype).toBe("float32");
  });

  test.each([
    ["complex", DTypeError, "real numbers or bools, got NumPy's type <c16"],
    ["text", DTypeError, "real numbers or bools, got NumPy's type <U2"],
    ["date", DTypeError, "real numbers or bools, got NumPy's type <M8[D]"],
    ["structured", DTypeError, "got NumPy's type a structured type"],
    ["too large for int32", ValueError, "element 1: an integer that fits int32 was expected"],
    ["too large for 53 bits", ValueError, "element 1: an integer of at most 53 bits was expected"],
  ] as const)("refuses %s", (name, error, message) => {
    expect(() => decodeNpy(bytesOf(fixture.refused[name]))).toThrow(error);
    expect(() => decodeNpy(bytesOf(fixture.refused[name]))).toThrow(message);
  });

  test("large integers can be had as float64", () => {
    const x = decodeNpy(bytesOf(fixture.refused["too large for int32"]), { dtype: "float64" });
    expect(x.toArray()).toEqual([1, 2 ** 40]);
  });

  test("bytes at any place of a larger buffer are read", () => {
    const npy = bytesOf(fixture.cases[0]!.npy);
    const room = new Uint8Array(npy.length + 3);
    room.set(npy, 3);
    expect(decodeNpy(room.subarray(3)).toArray()).toEqual(decodeNpy(npy).toArray());
  });

  test("damaged bytes are a ValueError that says what is wrong, or still a tensor", () => {
    const whole = encodeNpy(X);
    for (let length = 0; length < whole.length; length++) {
      expect(() => decodeNpy(whole.subarray(0, length)), `${length} bytes`).toThrow(ValueError);
    }
    expect(() => decodeNpy(new Uint8Array([1, 2, 3]))).toThrow(
      "decodeNpy: expected a .npy file, which begins with \\x93NUMPY, got bytes 01 02 03",
    );
    const version9 = whole.slice();
    version9[6] = 9;
    expect(() => decodeNpy(version9)).toThrow("expected format version 1, 2 or 3, got 9.0");
    fc.assert(
      fc.property(fc.nat(whole.length - 49), fc.nat(255), (at, byte) => {
        const changed = whole.slice();
        changed[at] = byte;
        try {
          decodeNpy(changed);
        } catch (error) {
          if (!(error instanceof ValueError || error instanceof DTypeError)) throw error;
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});

describe("encodeNpy", () => {
  test.each(["float64", "float32", "int32", "uint8", "bool"] as const)(
    "writes NumPy's bytes: %s",
    (dtype) => {
      const x = dtype.startsWith("float") ? X.astype(dtype) : y.astype(dtype);
      expect(Buffer.from(encodeNpy(x)).toString("base64")).toBe(fixture.written[dtype]);
    },
  );

  test("what it writes is read back, views too", () => {
    const types: DType[] = ["float64", "float32", "int32", "uint8", "bool"];
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { maxLength: 4 }),
        fc.constantFrom(...types),
        (shape, dtype) => {
          const size = shape.reduce((product, length) => product * length, 1);
          const values = Float64Array.from({ length: size }, (_, i) => i % 2);
          const x = tensor(values, { shape }).astype(dtype).transpose();
          const back = decodeNpy(encodeNpy(x));
          expect(back.dtype).toBe(dtype);
          expect(back.shape).toEqual(x.shape);
          expect(back.data()).toEqual(x.data());
        },
      ),
    );
  });
});

const same = (arrays: Record<string, Tensor | undefined>) => {
  expect(Object.keys(arrays).sort()).toEqual(["X", "y"]);
  expect(arrays.X!.toArray()).toEqual(X.toArray());
  expect(arrays.y!.toArray()).toEqual([1, 0]);
};

describe("npz", () => {
  test("reads NumPy's archives, stored and compressed", () => {
    same(decodeNpz(bytesOf(fixture.npz)));
    same(decodeNpz(bytesOf(fixture.npzCompressed)));
  });

  test("reads its own, and gives the same bytes each time", () => {
    same(decodeNpz(encodeNpz({ X, y })));
    same(decodeNpz(encodeNpz({ X, y }, { compress: true })));
    expect(encodeNpz({ X, y })).toEqual(encodeNpz({ X, y }));
  });

  test("what is no archive of arrays is refused", () => {
    expect(() => decodeNpz(new Uint8Array(40))).toThrow(ValueError);
    expect(() => decodeNpz(encodeNpy(X))).toThrow("decodeNpz: expected the bytes of an .npz file");
    expect(() => encodeNpz({ X: [1] as unknown as Tensor })).toThrow(ParameterError);
    expect(() => encodeNpz({ X: [1] as unknown as Tensor })).toThrow("X must be a tensor, got");
    const mixed = zipSync({ "X.npy": encodeNpy(X), "notes.txt": new Uint8Array(3) });
    expect(() => decodeNpz(mixed)).toThrow(
      "expected only .npy files in the archive, got notes.txt",
    );
  });

  test("an array that cannot be read is named", () => {
    const archive = encodeNpz({ good: X, bad: y });
    const magic = Buffer.from(archive).lastIndexOf("\x93NUMPY", undefined, "latin1");
    archive[magic] = 0;
    expect(() => decodeNpz(archive)).toThrow("decodeNpz: bad: expected a .npy file");
  });
});

describe("files", () => {
  test("are written and read", async () => {
    await saveNpy(join(folder, "x.npy"), X);
    expect((await loadNpy(join(folder, "x.npy"))).toArray()).toEqual(X.toArray());
    await saveNpz(join(folder, "both.npz"), { X, y }, { compress: true });
    same(await loadNpz(join(folder, "both.npz")));
    expect((await readdir(folder)).sort()).toEqual(["both.npz", "x.npy"]);
  });

  test("that cannot be written or read are errors with the path", async () => {
    const nowhere = join(folder, "no/such/x.npy");
    await expect(saveNpy(nowhere, X)).rejects.toThrow(`saveNpy: cannot write ${nowhere}`);
    await expect(loadNpy(nowhere)).rejects.toThrow(`loadNpy: cannot read ${nowhere}`);
    const text = join(folder, "text.npy");
    await writeFile(text, "hello");
    await expect(loadNpy(text)).rejects.toThrow(`loadNpy: ${text}: expected a .npy file`);
    await rm(text);
  });
});
