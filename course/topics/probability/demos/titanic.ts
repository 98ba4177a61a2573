// #region share
import { display } from "@gradus/core";
import { loadTitanic } from "@gradus/data";

const people = await loadTitanic();
display(people.sample({ n: 5, seed: 1 }));

const rows = people.rows();
type Person = (typeof rows)[number];

const survivors = rows.filter((person) => person.survived);
console.log("P(survived) =", survivors.length, "/", rows.length);
console.log("            =", survivors.length / rows.length);
// #endregion

// #region or
const isFemale = (person: Person) => person.sex === "female";
const isChild = (person: Person) => person.age === "child";

const female = rows.filter(isFemale).length;
const children = rows.filter(isChild).length;
const girls = rows.filter((person) => isFemale(person) && isChild(person)).length;
const either = rows.filter((person) => isFemale(person) || isChild(person)).length;

console.log("female:", female, " children:", children, " both:", girls);
console.log("added up:       ", female + children);
console.log("counted:        ", either);
console.log("added, less both:", female + children - girls);
// #endregion

// #region table
/** How many rows there are for each pair of values of two columns. */
function crossTable(people: readonly Person[], down: keyof Person, across: keyof Person) {
  const counts: Record<string, Record<string, number>> = {};
  for (const person of people) {
    const row = String(person[down]);
    const column = String(person[across]);
    counts[row] ??= {};
    counts[row][column] = (counts[row][column] ?? 0) + 1;
  }
  return counts;
}

console.log(crossTable(rows, "sex", "survived"));
// #endregion

// #region given
/** P(event | given): among the rows for which `given` holds, the share for which `event` holds. */
function probability(event: (person: Person) => boolean, given = (_: Person) => true): number {
  const among = rows.filter(given);
  return among.filter(event).length / among.length;
}

const survived = (person: Person) => person.survived === true;

console.log("P(survived and female) =", probability((p) => survived(p) && isFemale(p)).toFixed(3));
console.log("P(survived | female)   =", probability(survived, isFemale).toFixed(3));
console.log("P(female | survived)   =", probability(isFemale, survived).toFixed(3));
// #endregion

// #region answer
const first = (person: Person) => isFemale(person) || isChild(person);

for (const name of ["1st", "2nd", "3rd"]) {
  const inClass = (person: Person) => person.class === name;
  const lucky = probability(survived, (p) => inClass(p) && first(p));
  const others = probability(survived, (p) => inClass(p) && !first(p));
  console.log(`${name} class: women and children ${lucky.toFixed(2)}, men ${others.toFixed(2)}`);
}
// #endregion

// #region total
let total = 0;
for (const sex of ["female", "male"]) {
  const isSex = (person: Person) => person.sex === sex;
  const [weight, rate] = [probability(isSex), probability(survived, isSex)];
  console.log(`${sex.padEnd(6)} ${rate.toFixed(4)} × ${weight.toFixed(4)}`);
  total += rate * weight;
}
console.log("together", total.toFixed(4), " directly", probability(survived).toFixed(4));

// #endregion

// #region shuffle
import { RandomGenerator } from "@gradus/core";
import { col } from "@gradus/data";

const order = new RandomGenerator(1912).permutation(people.nRows);
const shuffled = people.assign({ survived: people.column("survived").take(order) });
const shares = { share: col("survived").mean() };

console.log("P(survived | sex), as it was:");
console.log(people.groupBy("sex").agg(shares).toText());
console.log("P(survived | sex), dealt out at random:");
console.log(shuffled.groupBy("sex").agg(shares).toText());

// #endregion

// #region library
import { chi2Contingency } from "@gradus/stats";

display(
  people.pivotTable({ index: "sex", columns: "survived", values: "age", aggregate: "count" }),
);
display(people.pivotTable({ index: "class", columns: "sex", values: "survived" })); // means

const counts = [
  [126, 344],
  [1364, 367],
];
console.log("if sex had not mattered:", chi2Contingency(counts).expectedFreq);
// #endregion

// #region paradox
const inThird = (person: Person) => person.class === "3rd";
const inCrew = (person: Person) => person.class === "crew";
const percent = (p: number) => `${(100 * p).toFixed(1)} %`;

console.log("everybody:    3rd class", percent(probability(survived, inThird)));
console.log("              crew     ", percent(probability(survived, inCrew)));
for (const sex of ["female", "male"]) {
  const third = probability(survived, (p) => inThird(p) && p.sex === sex);
  const crew = probability(survived, (p) => inCrew(p) && p.sex === sex);
  console.log(`only ${sex}:`.padEnd(13), "3rd class", percent(third));
  console.log("              crew     ", percent(crew));
}
// #endregion

// #region mix
console.log("female share of the 3rd class", percent(probability(isFemale, inThird)));
console.log("female share of the crew     ", percent(probability(isFemale, inCrew)));
// #endregion
