import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ParameterError, ParseError, ShapeError, ValueError } from "@gradus/core";
import { afterAll, describe, expect, test } from "vitest";
import fixture from "../../fixtures/layouts.json" with { type: "json" };
import { readCIFAR10, readIDX, readIMDB, readIMDBTable, readKaggle, readMNIST } from "../index";

/** An IDX file of a type code, a shape and its bytes. */
function idx(code: number, shape: readonly number[], content: ArrayLike<number>): Uint8Array {
  const head = [0, 0, code, shape.length];
  for (const n of shape) head.push(n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255);
  return Uint8Array.from([...head, ...Array.from(content)]);
}

const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, "base64"));
const text = (content: string) => new TextEncoder().encode(content);

describe("readIDX", () => {
  test("reads each of the six types, big-endian", async () => {
    const cases = [
      [0x08, [200, 1], "uint8", [200, 1]],
      [0x09, [200, 1], "int32", [-56, 1]],
      [0x0b, [255, 254, 1, 0], "int32", [-2, 256]],
      [0x0c, [255, 255, 255, 253, 0, 1, 0, 0], "int32", [-3, 65536]],
      [0x0d, [0x3f, 0xc0, 0, 0, 0xc0, 0, 0, 0], "float32", [1.5, -2]],
      [0x0e, [0x3f, 0xf8, 0, 0, 0, 0, 0, 0, 0xc0, 0, 0, 0, 0, 0, 0, 0], "float64", [1.5, -2]],
    ] as const;
    for (const [code, bytes, dtype, values] of cases) {
      const array = await readIDX(idx(code, [2], bytes));
      expect([array.dtype, array.toArray()]).toEqual([dtype, values]);
    }
  });

  test("refuses a wrong magic number, an unknown type and a wrong size", async () => {
    const good = idx(8, [1, 2], [1, 2]);
    await expect(readIDX(good.with(0, 1))).rejects.toThrow(ValueError);
    await expect(readIDX(good.with(2, 7))).rejects.toThrow(/got "0 0 7 2"/);
    await expect(readIDX(good.subarray(0, 3))).rejects.toThrow(ValueError);
    await expect(readIDX(good.subarray(0, 6))).rejects.toThrow(/lengths of 2 axes/);
    await expect(readIDX(good.subarray(0, -1))).rejects.toThrow(/expected 14 bytes .* got 13/);
    await expect(readIDX(Uint8Array.of(...good, 0))).rejects.toThrow(/got 15/);
    await expect(readIDX("no-such-file.gz")).rejects.toThrow(ValueError);
  });
});

describe("readMNIST", () => {
  const pictures = idx(
    8,
    [3, 28, 28],
    Array.from({ length: 3 * 784 }, (_, i) => i % 256),
  );
  const labels = idx(8, [3], [7, 0, 9]);

  test("reads a pair of files packed with gzip", async () => {
    const set = await readMNIST(gzipSync(pictures), gzipSync(labels));
    expect([set.images.shape, set.images.dtype]).toEqual([[3, 28, 28], "uint8"]);
    expect(set.images.at(2).at(0).at(5).item()).toBe((2 * 784 + 5) % 256);
    expect([set.labels.toArray(), set.labels.dtype]).toEqual([[7, 0, 9], "int32"]);
    expect(set.classes[9]).toBe("9");
  });

  test("refuses files that do not belong together", async () => {
    await expect(readMNIST(pictures, idx(8, [2], [7, 0]))).rejects.toThrow(/got 2 labels/);
    await expect(readMNIST(pictures, idx(8, [3], [7, 0, 10]))).rejects.toThrow(/0 to 9, got 10/);
    await expect(readMNIST(pictures, labels, { classes: ["a", "b"] })).rejects.toThrow(ValueError);
    await expect(readMNIST(labels, labels)).rejects.toThrow(ShapeError);
    await expect(readMNIST(pictures, pictures)).rejects.toThrow(ShapeError);
  });
});

describe("readCIFAR10", () => {
  const record = (label: number, value: number) => [label, ...new Array<number>(3072).fill(value)];

  test("joins binary batches, channels first", async () => {
    const first = Uint8Array.from([...record(3, 10), ...record(0, 20)]);
    first[1 + 1024] = 99;
    const { images, labels, classes } = await readCIFAR10([
      first,
      gzipSync(Uint8Array.from(record(9, 30))),
    ]);
    expect([images.shape, images.dtype]).toEqual([[3, 3, 32, 32], "uint8"]);
    expect(images.at(0).at(1).at(0).at(0).item()).toBe(99);
    expect(images.at(2).mean().item()).toBe(30);
    expect(labels.toArray()).toEqual([3, 0, 9]);
    expect(classes[9]).toBe("truck");
  });

  test("reads a batch that Python has pickled", async () => {
    const { images, labels } = await readCIFAR10(fromBase64(fixture.protocol2));
    expect(labels.toArray()).toEqual(fixture.labels);
    const rows = images.reshape([2, 96, 32]);
    expect(rows.slice(null, null, 0).toArray()).toEqual(fixture.rows);
    expect(rows.slice(null, null, 31).toArray()).toEqual(fixture.rows);
  });

  test("reads a batch pickled by Python 2, whose texts are bytes", async () => {
    const pixels = Array.from({ length: 3072 }, (_, i) => (i * 7) % 256);
    const bytes = Uint8Array.from([
      ...text("\x00\x02}q\x01(U\x06labelsq\x02]q\x03K\x04aU\x04dataq\x04").with(0, 0x80),
      ...text("cnumpy.core.multiarray\n_reconstruct\nq\x05cnumpy\nndarray\nq\x06K\x00"),
      ...[0x85, ...text("U\x01b"), 0x87, ...text("Rq\x07(K\x01K\x01M\x00\x0c"), 0x86],
      ...[...text("cnumpy\ndtype\nq\x08U\x02u1K\x00K\x01"), 0x87, ...text("Rq\x09(K\x03U\x01|NNN")],
      ...[0x4a, 255, 255, 255, 255, 0x4a, 255, 255, 255, 255, ...text("K\x00tb"), 0x89],
      ...[0x54, 0, 12, 0, 0, ...pixels, ...text("tbu.")],
    ]);
    const { images, labels } = await readCIFAR10(bytes);
    expect(labels.toArray()).toEqual([4]);
    expect(images.flatten().toArray()).toEqual(pixels);
  });

  test("refuses wrong sizes, labels and pickles, and runs nothing", async () => {
    await expect(readCIFAR10([])).rejects.toThrow(ValueError);
    await expect(readCIFAR10(new Uint8Array(0))).rejects.toThrow(/multiple of 3073/);
    await expect(readCIFAR10(new Uint8Array(3072))).rejects.toThrow(/got 3072/);
    await expect(readCIFAR10(Uint8Array.from(record(10, 0)))).rejects.toThrow(/0 to 9, got 10/);
    const pickled = fromBase64(fixture.protocol2);
    await expect(readCIFAR10(pickled.subarray(0, -1))).rejects.toThrow(/ends too soon/);
    await expect(readCIFAR10(pickled.subarray(0, 500))).rejects.toThrow(ValueError);
    await expect(readCIFAR10(fromBase64(fixture.object))).rejects.toThrow(/array of bytes, got f8/);
    const call = [0x80, 2, ...text("cos\nsystem\n(U\x02lstR.")];
    await expect(readCIFAR10(Uint8Array.from(call))).rejects.toThrow(/calls os.system/);
    const number = [0x80, 2, ...text("K\x01.")];
    await expect(readCIFAR10(Uint8Array.from(number))).rejects.toThrow(/list "labels"/);
    const strange = [0x80, 2, ...text("P1\n.")];
    await expect(readCIFAR10(Uint8Array.from(strange))).rejects.toThrow(/instruction 80/);
  });
});

describe("readIMDB", () => {
  const root = mkdtempSync(join(tmpdir(), "gradus-imdb-"));
  afterAll(() => rmSync(root, { recursive: true }));
  const tree = (name: string, files: Readonly<Record<string, string>>) => {
    for (const split of ["train", "test"]) {
      for (const kind of ["pos", "neg"])
        mkdirSync(join(root, name, split, kind), { recursive: true });
    }
    for (const [path, content] of Object.entries(files))
      writeFileSync(join(root, name, path), content);
    return join(root, name);
  };

  test("reads the folder of the official archive", async () => {
    const folder = tree("aclImdb", {
      "train/pos/10_7.txt": "Good.<br />Very good.",
      "train/pos/2_10.txt": "Süperb, said “all”.",
      "train/neg/0_1.txt": "Bad.",
      "test/neg/0_4.txt": "Meh.",
    });
    const reviews = await readIMDB(folder);
    expect(reviews.types).toEqual({
      split: "string",
      id: "integer",
      stars: "integer",
      sentiment: "string",
      text: "string",
    });
    expect(
      reviews.rows().map(({ split, id, stars, sentiment }) => [split, id, stars, sentiment]),
    ).toEqual([
      ["train", 2, 10, "positive"],
      ["train", 10, 7, "positive"],
      ["train", 0, 1, "negative"],
      ["test", 0, 4, "negative"],
    ]);
    expect(reviews.column("text").at(0)).toBe("Süperb, said “all”.");
  });

  test("reads the Files of a folder that was chosen in a browser", async () => {
    const file = (path: string, content: string) => {
      const made = new File([content], path.split("/").at(-1)!);
      Object.defineProperty(made, "webkitRelativePath", { value: path });
      return made;
    };
    const reviews = await readIMDB([
      file("aclImdb/README", "…"),
      file("aclImdb/train/unsup/0_0.txt", "No label."),
      file("aclImdb/test/pos/3_8.txt", "Fine."),
    ]);
    expect(reviews.rows()).toEqual([
      { split: "test", id: 3, stars: 8, sentiment: "positive", text: "Fine." },
    ]);
  });

  test("refuses folders and files that are not of the layout", async () => {
    await expect(readIMDB(join(root, "none"))).rejects.toThrow(/cannot read/);
    await expect(readIMDB(tree("empty", {}))).rejects.toThrow(/found none/);
    await expect(readIMDB([])).rejects.toThrow(ValueError);
    await expect(readIMDB(tree("name", { "train/pos/review.txt": "" }))).rejects.toThrow(
      /got review.txt/,
    );
    await expect(readIMDB(tree("stars", { "train/neg/1_8.txt": "" }))).rejects.toThrow(
      /1 to 4 stars/,
    );
  });

  test("readIMDBTable reads the reviews from one CSV file", async () => {
    const table = await readIMDBTable(
      text('review,sentiment\n"A ""fine"", long film",positive\nBad,negative\n'),
    );
    expect(table.rows()).toEqual([
      { text: 'A "fine", long film', sentiment: "positive" },
      { text: "Bad", sentiment: "negative" },
    ]);
    await expect(readIMDBTable(text("review,sentiment\nx,good\n"))).rejects.toThrow(
      /got "good" in row 0/,
    );
    await expect(readIMDBTable(text("text,label\nx,1\n"))).rejects.toThrow(ParameterError);
    await expect(readIMDBTable(text("review,sentiment\nx\n"))).rejects.toThrow(ParseError);
  });
});

describe("readKaggle", () => {
  const files = {
    train: text('PassengerId,Survived,Name,Age\n1,0,"Braund, Mr. Owen",22\n2,1,Anna,\n'),
    test: text("PassengerId,Name,Age\n892,James,34.5\n893,Ellen,47\n"),
    sampleSubmission: text("PassengerId,Survived\n892,0\n893,1\n"),
  };

  test("reads the three files and finds what to predict", async () => {
    const types = { PassengerId: "integer", Survived: "boolean", Age: "number" } as const;
    const wrong = readKaggle(files, { types });
    await expect(wrong).rejects.toThrow(ParseError); // 0 and 1 are no booleans
    const {
      train,
      test: unseen,
      id,
      targets,
    } = await readKaggle(files, { types: { ...types, Survived: "integer" } });
    expect([id, targets]).toEqual(["PassengerId", ["Survived"]]);
    expect([train.shape, unseen.shape]).toEqual([
      [2, 4],
      [2, 3],
    ]);
    expect(train.column("Name").at(0)).toBe("Braund, Mr. Owen");
    expect(train.column("Age").missingCount).toBe(1);
  });

  test("refuses files that do not belong together", async () => {
    const refused = (changed: Partial<typeof files>) =>
      expect(readKaggle({ ...files, ...changed })).rejects;
    await refused({ sampleSubmission: text("PassengerId\n892\n893\n") }).toThrow(
      /identifier and a target/,
    );
    await refused({ sampleSubmission: text("Id,Survived\n892,0\n893,1\n") }).toThrow(/column "Id"/);
    await refused({ sampleSubmission: text("PassengerId,Survived\n893,0\n892,1\n") }).toThrow(
      /row 0 of 2/,
    );
    await refused({ sampleSubmission: text("PassengerId,Survived\n892,0\n") }).toThrow(
      /row 1 of 2/,
    );
    await refused({ test: text("PassengerId,Fare\n892,1\n893,2\n") }).toThrow(/got Fare besides/);
    await refused({ train: text("PassengerId,Survived\n1\n") }).toThrow(ParseError);
  });
});
