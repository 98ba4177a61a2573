/** Identifiers are stable words, never numbers: a learner's progress is stored under them. */
const WORDS = /^[a-z]+(-[a-z]+)*$/;

/** What is wrong with a list of ids: ids that are not words, and ids that come twice. */
export function idProblems(kind: string, ids: readonly string[]): string[] {
  const problems: string[] = [];
  for (const [i, id] of ids.entries()) {
    if (!WORDS.test(id)) problems.push(`${kind} "${id}": an id is lower-case words, no numbers`);
    if (ids.indexOf(id) < i) problems.push(`${kind} "${id}" is there twice`);
  }
  return problems;
}
