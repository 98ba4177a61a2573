import { TITANIC_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = { class: "string", sex: "string", age: "string", survived: "boolean" } as const;

/** The schema of `loadTitanic`. */
export type TitanicSchema = TypesOf<typeof TYPES>;

/**
 * The 2,201 people on board the Titanic: class (or crew), sex, adult or child, and who survived.
 *
 * Expanded from the published counts: no names, fares or ages in years. datasets/titanic.md says why, and
 * `readKaggle` reads the competition's files.
 *
 * @see Dawson (1995), Journal of Statistics Education 3(3); the counts are R's `datasets::Titanic`.
 * @throws ValueError if the file cannot be read.
 * @roadmap DAT-014
 * @example
 * ```ts
 * const people = await loadTitanic();
 * people.filter((person) => person.survived === true).nRows; // → 711
 * ```
 */
export function loadTitanic(): Promise<DataFrame<TitanicSchema>> {
  return readDataSet(TITANIC_URL, TYPES);
}
