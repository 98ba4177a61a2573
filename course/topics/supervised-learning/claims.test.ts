import { initialParams, type Point } from "@gradus/course-kit";
import { loadPenguins } from "@gradus/data";
import {
  DummyClassifier,
  DummyRegressor,
  KNeighborsClassifier,
  KNeighborsRegressor,
  LinearRegression,
  LogisticRegression,
  makePipeline,
  rootMeanSquaredError,
  StandardScaler,
  trainTestSplit,
} from "@gradus/learn";
import { expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";
import { families } from "./drawn";
import draw from "./figures/draw";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);
const all = await loadPenguins();
const penguins = all.dropMissing();
const [train, held] = trainTestSplit(penguins, { testSize: 0.25, seed: 1 });
const lengths = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm"] as const;
const X = (table: typeof penguins) => table.select(...lengths);
const percent = (share: number) => Math.round(100 * share);

test("roadmap SUP-001: both tasks are learned live from points that the learner draws", () => {
  const { numbers, blue, orange } = draw.controls;
  expect([numbers.kind, blue.kind, orange.kind]).toEqual(["points", "points", "points"]);
  const start = initialParams(draw.controls);
  // What the learner may do: move a point, add some, take some away.
  const drawings = [
    {},
    {
      numbers: [...start.numbers.slice(2), [9.5, 0.5], [2.2, 9.1]] as Point[],
      blue: [...start.blue.slice(1), [8.8, 8.1]] as Point[],
      orange: start.orange.map(([x, y]): Point => [y, x]),
    },
    draw.press!("clear", start),
  ];
  for (const drawing of drawings) {
    for (const family of families) {
      const params = { ...start, ...drawing, family, k: 4 };
      const { regression, classification } = draw.model(params);
      const straight = family === "straight";
      const nNumbers = Math.min(4, params.numbers.length);
      const regressor = straight
        ? new LinearRegression()
        : family === "baseline"
          ? new DummyRegressor()
          : new KNeighborsRegressor({ nNeighbors: nNumbers });
      regressor.fit(
        params.numbers.map(([x]) => [x]),
        params.numbers.map(([, y]) => y),
      );
      const curve = regressor.predict(regression.curve.map(([x]) => [x])).data();
      regression.curve.forEach(([, y], i) => {
        expect(y).toBeCloseTo(curve[i]!, 10);
      });

      const places = [...params.blue, ...params.orange].map((at) => [...at]);
      const classifier = straight
        ? new LogisticRegression({ C: 10, maxIter: 300 })
        : family === "baseline"
          ? new DummyClassifier()
          : new KNeighborsClassifier({ nNeighbors: Math.min(4, places.length) });
      const labels = places.map((_, i) => (i < params.blue.length ? 0 : 1));
      classifier.fit(places, labels);
      const side = classification.grid.map((_, i) => i / 6);
      const ground = classifier.predict(side.flatMap((y) => side.map((x) => [x, y])));
      expect(classification.grid.flat()).toEqual(ground);
      const wrong = classifier.predict(places).filter((label, i) => label !== labels[i]).length;
      expect(classification.wrong).toBe(wrong);
      expect(draw.describe(draw.model(params), params)).toContain(
        `learned from ${places.length} labelled examples`,
      );
    }
  }
  // The pen decides which points the right panel takes.
  for (const [i, pen] of draw.controls.pen.choices.entries()) {
    const params = { ...start, pen };
    const [left, right] = draw.view(draw.model(params), params).panels;
    const growing = [left!, right!].map(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === "handles" && mark.grows ? [mark.param] : [])),
    );
    expect(growing).toEqual([["numbers"], [["blue", "orange"][i]]]);
  }
});

test("one nearest neighbour remembers, and is not perfect on new points", () => {
  says("With $k = 1$ the miss on the examples is 0, and each from the others it is not");
  const params = { ...initialParams(draw.controls), family: "nearest neighbours", k: 1 };
  const { regression, classification } = draw.model(params);
  expect([regression.seen, classification.wrong]).toEqual([0, 0]);
  expect(regression.fresh).toBeGreaterThan(0.5);
  expect(classification.wrongFresh).toBeGreaterThan(1);
});

test("the table and the threshold", () => {
  says("333 penguins");
  says("Eleven of 344 rows have an empty cell");
  expect([penguins.nRows, all.nRows - penguins.nRows, all.nRows]).toEqual([333, 11, 344]);
  says("Eight mistakes in place of 25");
  const rows = penguins.rows();
  const mistakes = (t: number) =>
    rows.filter((row) => row.flipper_length_mm > t !== (row.species === "Gentoo")).length;
  const counts = rows.map((row) => mistakes(row.flipper_length_mm));
  expect([Math.min(...counts), mistakes(200)]).toEqual([8, 25]);
});

test("the pencil", () => {
  says("The distances are 27, 15, 13, 4 and 12 mm");
  expect([181, 193, 195, 212, 220].map((mm) => Math.abs(mm - 208))).toEqual([27, 15, 13, 4, 12]);
  says("$(4.7 + 5.4 + 3.8) / 3 = 4.63$ kg");
  expect(((4.7 + 5.4 + 3.8) / 3).toFixed(2)).toBe("4.63");
});

test("the first penguin, and the hint in the form", () => {
  const [first] = held.rows();
  const namer = new KNeighborsClassifier({ nNeighbors: 5 }).fit(X(train), train.column("species"));
  const mass = train.column("body_mass_g");
  const scales = new KNeighborsRegressor({ nNeighbors: 5 }).fit(X(train), mass);
  expect(namer.predict(X(held))[0]).toBe(first!.species);
  says("a mass that is 200 g too low");
  const guess = scales.predict(X(held)).at(0).item();
  expect(guess - first!.body_mass_g).toBe(-200);
  says('"about 3,750 g"');
  expect(guess).toBe(3750);
});

test("seen rows and new rows", () => {
  const species = train.column("species");
  const mass = train.column("body_mass_g");
  const right = (k: number) => {
    const model = new KNeighborsClassifier({ nNeighbors: k }).fit(X(train), species);
    return [train, held].map((t) => percent(model.score(X(t), t.column("species"))));
  };
  says("it is perfect: 100 % and 0 g. On new penguins it is right in 94 %, and misses by 443 g");
  expect(right(1)).toEqual([100, 94]);
  expect(right(5)[1]).toBeLessThan(94);
  const miss = (model: KNeighborsRegressor | DummyRegressor, table = held) =>
    rootMeanSquaredError(
      table.column("body_mass_g"),
      model.fit(X(train), mass).predict(X(table)),
    ).toFixed(0);
  const single = new KNeighborsRegressor({ nNeighbors: 1 });
  expect([miss(single, train), miss(single)]).toEqual(["0", "443"]);
  says("is 356 g good? Ask the baseline: always the mean misses by 843 g");
  const five = miss(new KNeighborsRegressor({ nNeighbors: 5 }));
  expect([five, miss(new DummyRegressor())]).toEqual(["356", "843"]);
  says("from 1,100 g away, three typical misses");
  expect(Math.round((3 * Number(five)) / 100)).toBe(11);
  says("84 penguins are few, and one of them is more than a percent");
  expect(held.nRows).toBe(84);
});

test("grams decide, and a class that was never seen", () => {
  const withMass = [...lengths, "body_mass_g"] as const;
  const vote = () => new KNeighborsClassifier({ nNeighbors: 5 });
  const score = (model: ReturnType<typeof vote>, columns: readonly (typeof withMass)[number][]) => {
    model.fit(train.select(...columns), train.column("species"));
    return percent(model.score(held.select(...columns), held.column("species")));
  };
  says("It fell from 92 % to 81 %");
  says("all four together are right in 94 %");
  const scaled = makePipeline(new StandardScaler(), vote());
  scaled.fit(train.select(...withMass), train.column("species"));
  const four = scaled.score(held.select(...withMass), held.column("species"));
  expect([score(vote(), lengths), score(vote(), withMass), percent(four)]).toEqual([92, 81, 94]);

  says("It is right in 18 % of the last rows, and 95 % sure of itself");
  const cut = Math.round(0.75 * penguins.nRows);
  const [head, tail] = [0, 1].map((part) => penguins.filter((_, i) => Number(i >= cut) === part));
  const model = new LogisticRegression({ maxIter: 2000 }).fit(X(head!), head!.column("species"));
  expect(model.classes).not.toContain("Chinstrap");
  const sure = model.predictProba(X(tail!)).max(1).mean().item();
  expect([percent(model.score(X(tail!), tail!.column("species"))), percent(sure)]).toEqual([
    18, 95,
  ]);
});
