import { loadTitanic } from "@gradus/data";
import { chi2Contingency } from "@gradus/stats";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../tools/content/claims";

// The lesson's sentences state numbers that its cells compute. Each such sentence stands here with its number.

const { says } = await claimsOf(import.meta.url);

const people = (await loadTitanic()).rows();
type Person = (typeof people)[number];
type Event = (person: Person) => boolean;

const survived: Event = (person) => person.survived === true;
const female: Event = (person) => person.sex === "female";
const child: Event = (person) => person.age === "child";
const first: Event = (person) => female(person) || child(person);
const both =
  (...events: Event[]): Event =>
  (person) =>
    events.every((event) => event(person));
const of =
  (name: string): Event =>
  (person) =>
    person.class === name;
const count = (event: Event) => people.filter(event).length;
const given = (event: Event, known: Event) => count(both(event, known)) / count(known);

describe("what the lesson says is so", () => {
  test("the counts", () => {
    says("with 2,201 people on board");
    says("$P(\\text{survived}) = 711 / 2201 \\approx 0.323$");
    expect([people.length, count(survived)]).toEqual([2201, 711]);
    expect(711 / 2201).toBeCloseTo(0.323, 3);
    says("There were 470 women and girls on board, and 109 children");
    says("The 45 girls are in both groups");
    expect([count(female), count(child), count(both(female, child))]).toEqual([470, 109, 45]);
  });

  test("three probabilities of the same 344 people", () => {
    says("Of 470 women and girls, 344 survived");
    expect(count(both(female, survived))).toBe(344);
    says("\\dfrac{344}{470} \\approx 0.732");
    expect(given(survived, female)).toBeCloseTo(0.732, 3);
    says("\\dfrac{344}{711} \\approx 0.484");
    expect(given(female, survived)).toBeCloseTo(0.484, 3);
    says("a sixth, three quarters, a half");
    expect(344 / 2201).toBeCloseTo(1 / 6, 1);
    says("most of the saved were not women");
    expect(given(female, survived)).toBeLessThan(0.5);
  });

  test("the order was not the same for all", () => {
    says("97 of 100 women and children were saved, in the third class 42");
    expect(given(survived, both(of("1st"), first))).toBeCloseTo(0.97, 2);
    expect(given(survived, both(of("3rd"), first))).toBeCloseTo(0.42, 2);
  });

  test("rates and weights", () => {
    says("The plain average of 0.73 and 0.21 is 0.47");
    const men: Event = (person) => !female(person);
    expect(given(survived, men)).toBeCloseTo(0.21, 2);
    expect((given(survived, female) + given(survived, men)) / 2).toBeCloseTo(0.47, 2);
    says("152 women and girls would have been saved");
    const expected = chi2Contingency([
      [126, 344],
      [1364, 367],
    ]).expectedFreq;
    expect(Math.round(expected[0]![1]!)).toBe(152);
  });

  test("at least one of 20 requests, and two servers", () => {
    says("1 - 0.99^{20} \\approx 0.18");
    says("One page in five or six");
    const broken = 1 - 0.99 ** 20;
    expect(broken).toBeCloseTo(0.18, 2);
    expect(1 / broken).toBeGreaterThan(5);
    expect(1 / broken).toBeLessThan(6);
    says("less than an hour a year");
    expect(0.01 * 0.01 * 365 * 24).toBeLessThan(1);
    says("50 times worse than the product says");
    const own = 1 - 0.99 / 0.995;
    expect((0.005 + 0.995 * own * own) / 0.0001).toBeCloseTo(50, 0);
  });

  test("the crew is ahead in both groups and behind in the total", () => {
    expect(given(survived, of("3rd"))).toBeGreaterThan(given(survived, of("crew")));
    for (const sex of ["female", "male"]) {
      const ofSex: Event = (person) => person.sex === sex;
      const crew = given(survived, both(of("crew"), ofSex));
      expect(crew).toBeGreaterThan(given(survived, both(of("3rd"), ofSex)));
    }
    says("More than a quarter of the third class was female");
    expect(given(female, of("3rd"))).toBeGreaterThan(0.25);
    says("Of the crew nearly all were men");
    expect(given(female, of("crew"))).toBeLessThan(0.03);
  });
});
