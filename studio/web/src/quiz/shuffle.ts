/**
 * The places of n things in a mixed order that is the same at every visit, and never the one they have.
 *
 * @param seed any text, such as the question's id
 */
export function shuffledPlaces(n: number, seed: string): readonly number[] {
  const places = Array.from({ length: n }, (_, i) => i);
  let state = hash(seed);
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
  if (n > 1 && places.every((place, i) => place === i)) places.push(places.shift()!);
  return places;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  }
  return value;
}
