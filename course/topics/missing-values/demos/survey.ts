// #region ask
import { RandomGenerator } from "@gradus/core";

const random = new RandomGenerator(19);
const people = Array.from({ length: 240 }, () => {
  const years = random.uniform(0, 20);
  return { years, salary: 38 + 2 * years + random.normal(0, 9) }; // k€
});
const luck = people.map(() => {
  const u = random.uniform(0.001, 0.999);
  return Math.log(u / (1 - u));
});

/** The 96 people for whom the reason and luck weigh most leave the field empty. */
function answers(reason: (person: (typeof people)[number]) => number) {
  const scores = people.map((person, i) => reason(person) + luck[i]!);
  const limit = scores.toSorted((a, b) => b - a)[96]!;
  return people.map((person, i) => ({ ...person, answered: scores[i]! <= limit }));
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x) / values.length;
const told = answers(({ salary }) => salary / 5.5).filter(({ answered }) => answered);
console.log(told.length, "answers, mean", mean(told.map((p) => p.salary)).toFixed(1), "k€");
// #endregion

// #region truth
console.log("everybody:  mean", mean(people.map((p) => p.salary)).toFixed(1), "k€");
// #endregion

// #region three
const surveys = {
  "by chance": answers(() => 0),
  "by the years": answers(({ years }) => years / 2.3),
  "by the salary": answers(({ salary }) => salary / 5.5),
};
for (const [why, survey] of Object.entries(surveys)) {
  const known = survey.filter(({ answered }) => answered);
  console.log(why.padEnd(14), "mean of the answers", mean(known.map((p) => p.salary)).toFixed(1));
}
// #endregion

// #region look
for (const [why, survey] of Object.entries(surveys)) {
  const years = (answered: boolean) =>
    mean(survey.filter((p) => p.answered === answered).map((p) => p.years)).toFixed(1);
  console.log(why.padEnd(14), "years: answered", years(true), " silent", years(false));
}
// #endregion
