import {
  NotFittedError,
  ParameterError,
  ShapeError,
  setWarningSink,
  ValueError,
} from "@gradus/core";
import { DataFrame } from "@gradus/data";
import { SparseTensor, tensor } from "@gradus/tensor";
import { describe, expect, expectTypeOf, test } from "vitest";
import { estimatorFromJSON } from "../base/from-json";
import { ColumnTransformer } from "../compose/column-transformer";
import { LogisticRegression } from "../linear-model/logistic-regression";
import { crossValScore } from "../model-selection/cross-validate";
import { GridSearchCV } from "../model-selection/grid-search-cv";
import { MultinomialNB } from "../naive-bayes/multinomial-nb";
import { FeatureUnion } from "../pipeline/feature-union";
import { makePipeline, type Pipeline } from "../pipeline/pipeline";
import { MinMaxScaler } from "../preprocessing/min-max-scaler";
import { estimatorContract } from "../testing/contract";
import { rowsContract } from "../testing/contract-rows";
import { CountVectorizer } from "./count-vectorizer";
import { DictVectorizer } from "./dict-vectorizer";
import { FeatureHasher } from "./feature-hasher";
import { HashingVectorizer } from "./hashing-vectorizer";
import { TfidfTransformer } from "./tfidf-transformer";
import { TfidfVectorizer } from "./tfidf-vectorizer";

const X = ["the cat sat on the mat", "the dog sat", "a bird is no dog", "cat and dog and bird"];
const other = ["one two three", "two three"];
const y = ["cat", "dog", "bird", "cat"];

const texts = { X, other, bad: ["good", 5] };
describe("CountVectorizer", () => rowsContract(() => new CountVectorizer(), texts));
describe("TfidfVectorizer", () => rowsContract(() => new TfidfVectorizer({ norm: "l1" }), texts));
describe("HashingVectorizer", () =>
  rowsContract(() => new HashingVectorizer({ nFeatures: 32 }), {
    ...texts,
    stateless: true,
  }));
describe("DictVectorizer", () =>
  rowsContract(() => new DictVectorizer(), {
    X: [{ a: 1, b: "x" }, { b: "y" }],
    other: [{ c: 2 }],
    bad: [{ a: { b: 1 } }],
  }));
describe("FeatureHasher", () =>
  rowsContract(() => new FeatureHasher({ nFeatures: 8 }), {
    X: [{ a: 1, b: "x" }, { b: "y" }],
    other: [{ c: 2 }],
    bad: [5],
    stateless: true,
  }));
describe("TfidfTransformer", () => estimatorContract(() => new TfidfTransformer() as never));

const table = DataFrame.fromColumns({ text: X, size: [4, 3, 1, 2] });

describe("texts", () => {
  test("may stand in an array, a column, or a table of one column", () => {
    const expected = new CountVectorizer().fitTransform(X).toDense().toArray();
    for (const given of [table.column("text"), table.select("text")]) {
      expect(new CountVectorizer().fitTransform(given).toDense().toArray()).toEqual(expected);
    }
    const model = new CountVectorizer().fit(table.select("text"));
    expect([model.nFeaturesIn, model.featureNamesIn]).toEqual([1, ["text"]]);
    expect(() => model.transform(table)).toThrow("a table with one column of text, got 2 columns");
    expect(() => model.transform(table.column("size"))).toThrow("got 4 at row 0");
    expect(() => model.transform("a text" as never)).toThrow(ValueError);
    const gap = DataFrame.fromColumns({ t: ["a", null] });
    expect(() => model.transform(gap.column("t"))).toThrow("got null at row 1");
  });

  test("that `fit` has not seen have only its terms", () => {
    const model = new CountVectorizer().fit(X);
    expect(model.transform(["no new words, no", ""]).toDense().sum(1).toArray()).toEqual([2, 0]);
    expect(model.vocabularyPlaces.get("dog")).toBe(model.getFeatureNamesOut().indexOf("dog"));
  });

  test("lose their order: what comes back are terms", () => {
    const words = new CountVectorizer().fit(["bb aa", "aa cc"]);
    expect(words.inverseTransform(words.transform(["cc aa cc", "zz"]))).toEqual([["aa", "cc"], []]);
    expect(words.inverseTransform([[0, 2, 0]])).toEqual([["bb"]]);
    expect(() => words.inverseTransform([[1]])).toThrow(ShapeError);
  });
});

describe("the options of vectorizers", () => {
  const termsOf = (options: object, text = "The Café costs 3 €; the naïve PAY") =>
    new CountVectorizer(options).fit([text]).getFeatureNamesOut().join(" ");

  test("say what a term is", () => {
    expect(termsOf({})).toBe("café costs naïve pay the");
    expect(termsOf({ stripAccents: "unicode" })).toBe("cafe costs naive pay the");
    expect(termsOf({ stripAccents: "ascii", lowercase: false })).toBe(
      "Cafe PAY The costs naive the",
    );
    expect(termsOf({ stripAccents: (text: string) => text.replace("é", "e") })).toContain("cafe");
    expect(termsOf({ stopWords: "english" })).toBe("café costs naïve pay");
    expect(termsOf({ tokenPattern: /[€\d]/u })).toBe("3 €");
    expect(termsOf({ tokenPattern: "c(.)" })).toBe("a o");
    expect(termsOf({ tokenizer: (text: string) => text.split(";") })).toBe(
      " the naïve pay the café costs 3 €",
    );
    expect(termsOf({ preprocessor: () => "xx" })).toBe("xx");
    expect(termsOf({ analyzer: (text: string) => [text.slice(0, 3)] })).toBe("The");
    expect(new CountVectorizer({ ngramRange: [1, 2] }).buildAnalyzer()("To be or")).toEqual([
      "to",
      "be",
      "or",
      "to be",
      "be or",
    ]);
    expect(new CountVectorizer({ tokenPattern: /a+/g }).getParams().tokenPattern).toBe("a+");
  });

  test("limit the vocabulary", () => {
    const limited = (options: object) => new CountVectorizer(options).fit(X).getFeatureNamesOut();
    expect(limited({ minDf: 2 })).toEqual(["bird", "cat", "dog", "sat", "the"]);
    expect(limited({ minDf: 0.6 })).toEqual(["dog"]);
    expect(limited({ maxDf: 1 })).toEqual(["and", "is", "mat", "no", "on"]);
    expect(limited({ maxFeatures: 2 })).toEqual(["dog", "the"]);
    expect(limited({ vocabulary: { dog: 1, cat: 0 } })).toEqual(["cat", "dog"]);
    expect(() => limited({ minDf: 5 })).toThrow("got none of 10 between minDf and maxDf");
    expect(() => limited({ minDf: 3, maxDf: 2 })).toThrow(ParameterError);
    expect(() => new CountVectorizer({ stopWords: "english" }).fit(["the", "and"])).toThrow(
      ValueError,
    );
  });

  test("that cannot be are refused", () => {
    const bad = [
      { lowercase: 1 },
      { stripAccents: "latin" },
      { preprocessor: "x" },
      { tokenizer: 1 },
      { stopWords: "german" },
      { stopWords: [1] },
      { tokenPattern: "(" },
      { tokenPattern: "(a)(b)" },
      { tokenPattern: /a/i },
      { tokenPattern: 5 },
      { ngramRange: [2, 1] },
      { ngramRange: [0, 1] },
      { ngramRange: 2 },
      { analyzer: "line" },
      { maxDf: -1 },
      { minDf: Number.NaN },
      { maxFeatures: 0 },
      { binary: "yes" },
      { vocabulary: [] },
      { vocabulary: ["a", "a"] },
      { vocabulary: { a: 1 } },
      { vocabulary: "ab" },
    ];
    for (const options of bad) {
      expect(() => new CountVectorizer(options as never), JSON.stringify(options)).toThrow(
        ParameterError,
      );
      expect(() => new TfidfVectorizer(options as never)).toThrow(ParameterError);
    }
    for (const options of [{ norm: "max" }, { useIdf: 1 }, { smoothIdf: 0 }, { sublinearTf: "" }]) {
      expect(() => new TfidfVectorizer(options as never)).toThrow(ParameterError);
      expect(() => new TfidfTransformer(options as never)).toThrow(ParameterError);
    }
    for (const options of [{ nFeatures: 0 }, { nFeatures: 1.5 }, { alternateSign: 1 }]) {
      expect(() => new HashingVectorizer(options as never)).toThrow(ParameterError);
      expect(() => new FeatureHasher(options as never)).toThrow(ParameterError);
    }
    expect(() => new HashingVectorizer({ norm: "max" } as never)).toThrow(ParameterError);
    expect(() => new HashingVectorizer({ binary: 1 } as never)).toThrow(ParameterError);
    expect(() => new FeatureHasher({ inputType: "list" } as never)).toThrow(ParameterError);
    for (const options of [{ separator: 1 }, { sparse: 1 }, { sort: 1 }]) {
      expect(() => new DictVectorizer(options as never)).toThrow(ParameterError);
    }
  });

  test("that are functions cannot be saved", () => {
    const model = new CountVectorizer({ tokenizer: (text) => text.split(" ") }).fit(X);
    expect(() => model.toJSON()).toThrow("expected a value that JSON can hold, got a function");
  });

  test("warn where stop words are not as words are written", () => {
    const seen: string[] = [];
    const previous = setWarningSink(({ message }) => seen.push(message));
    try {
      new CountVectorizer({ stopWords: ["don't", "THE"] }).fit(["some don words"]);
      expect(seen[0]).toContain("got none for don, the");
      new CountVectorizer({ stopWords: "english" }).fit(["some other words here"].concat("zebra"));
      new CountVectorizer({ stopWords: ["X"], analyzer: "char" }).fit(["ab"]);
      expect(seen).toHaveLength(1);
    } finally {
      setWarningSink(previous);
    }
  });
});

describe("records", () => {
  test("are numbers, categories, several categories, and gaps", () => {
    const model = new DictVectorizer({ sparse: false });
    const found = model.fitTransform([
      { a: 2, b: "x", c: ["u", "v"] },
      { a: null, d: true },
    ]);
    expectTypeOf(found.toArray).toBeFunction();
    expect(model.getFeatureNamesOut()).toEqual(["a", "b=x", "c=u", "c=v", "d"]);
    expect(found.toArray()).toEqual([
      [2, 1, 1, 1, 0],
      [Number.NaN, 0, 0, 0, 1],
    ]);
    expect(model.inverseTransform([[2, 0, 1, 0, 0]])).toEqual([{ a: 2, "c=u": 1 }]);
    expect(model.restrict([true, false, false, true, false]).getFeatureNamesOut()).toEqual([
      "a",
      "c=v",
    ]);
    expect(model.transform([{ a: 1, b: "x", c: "v" }]).toArray()).toEqual([[1, 1]]);
    expect(() => model.restrict([true])).toThrow(ShapeError);
    expect(() => model.inverseTransform([[1]])).toThrow(ShapeError);
    expect(() => new DictVectorizer().restrict([])).toThrow(NotFittedError);
    expect(() => new DictVectorizer().fit([{}])).toThrow(ShapeError);
  });

  test("are hashed as records, pairs and texts alike", () => {
    const hash = (inputType: "dict" | "pair" | "string", row: unknown) =>
      new FeatureHasher({ inputType, nFeatures: 64 })
        .transform([row] as never)
        .toDense()
        .toArray();
    expect(
      hash("pair", [
        ["dog", 1],
        ["cat", 1],
      ]),
    ).toEqual(hash("dict", { dog: 1, cat: 1 }));
    expect(hash("string", ["dog", "cat"])).toEqual(hash("dict", { dog: 1, cat: 1 }));
    expect(hash("string", ["town=Ames"])).toEqual(hash("dict", { town: "Ames" }));
    expect(() => hash("dict", { a: null })).toThrow('expected "a" to be a finite number or a text');
    expect(() => hash("dict", { a: Number.NaN })).toThrow(ValueError);
    expect(() => hash("pair", [["a"]])).toThrow(ValueError);
    expect(() => hash("string", "dog")).toThrow(ValueError);
    expect(() => hash("string", [1])).toThrow(ValueError);
  });
});

describe("TfidfTransformer", () => {
  test("takes sparse counts, and gives what TfidfVectorizer gives", () => {
    const counts = new CountVectorizer().fitTransform(X);
    const weighed = new TfidfTransformer().fitTransform(counts);
    const direct = new TfidfVectorizer();
    expect(weighed.toDense().toArray()).toEqual(direct.fitTransform(X).toDense().toArray());
    expect(new TfidfTransformer().fit(counts).idf.toArray()).toEqual(direct.idf.toArray());
    expect(new TfidfTransformer({ useIdf: false }).fit(counts).idf.sum().item()).toBe(10);
    expect(() => new TfidfTransformer().fit(counts).transform([[1]])).toThrow(ShapeError);
    const bad = SparseTensor.fromDense(tensor([[Number.NaN]]));
    expect(() => new TfidfTransformer().fit(bad)).toThrow(ValueError);
  });
});

describe("in other estimators", () => {
  test("texts go through pipelines to classifiers, sparse all the way", () => {
    for (const last of [new LogisticRegression({ C: 100 }), new MultinomialNB({ alpha: 0.01 })]) {
      const model: Pipeline<LogisticRegression | MultinomialNB> = makePipeline(
        new TfidfVectorizer(),
        last,
      );
      model.fit(X, y);
      expect(model.predict(X)).toEqual(y);
      expect(model.getFeatureNamesOut()).toHaveLength(10);
      const restored = estimatorFromJSON(JSON.parse(JSON.stringify(model))) as typeof model;
      expect(restored.predict(X)).toEqual(y);
      expect(model.fit(table.column("text"), y).score(table.column("text"), y)).toBe(1);
    }
  });

  test("texts are cut into folds and searched", () => {
    const many = Array.from({ length: 8 }, () => X).flat();
    const labels = Array.from({ length: 8 }, () => y).flat();
    const model = makePipeline(new CountVectorizer(), new MultinomialNB());
    expect(crossValScore(model as never, many, labels, { cv: 4 })).toEqual([1, 1, 1, 1]);
    const search = new GridSearchCV({
      estimator: model as never,
      paramGrid: { "countvectorizer.binary": [true, false], "multinomialnb.alpha": [0.1, 1] },
      cv: 2,
    });
    expect(search.fit(many as never, labels).bestScore).toBe(1);
  });

  test("a column of a table is text, others are numbers", () => {
    const prepare = new ColumnTransformer({
      transformers: [
        ["text", new CountVectorizer({ vocabulary: ["cat", "dog"] }), ["text"]],
        ["size", new MinMaxScaler(), ["size"]],
      ],
      sparseOutput: true,
    });
    expect(prepare.fitTransform(table).row(-1).toArray()).toEqual([1, 1, 1 / 3]);
    expect(prepare.getFeatureNamesOut()).toEqual(["text__cat", "text__dog", "size__size"]);
    const union = new FeatureUnion({
      transformerList: [
        ["words", new CountVectorizer()],
        ["letters", new HashingVectorizer({ analyzer: "char", nFeatures: 16 })],
      ],
      sparseOutput: true,
    });
    expect(union.fit(X).transform(X).shape).toEqual([4, 26]);
  });
});
