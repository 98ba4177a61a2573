/** Which rows a join keeps. */
export type Join = "inner" | "left" | "right" | "outer" | "semi" | "anti";

/** The kinds of joins that the figure offers. */
export const joins: readonly Join[] = ["inner", "left", "right", "outer", "semi", "anti"];

/** A row of the left table beside one of the right; undefined where there is none. */
export type Pair = readonly [left: number | undefined, right: number | undefined];

/** The rows of a join of two lists of keys: the left ones in their order, then what is left of the right. */
export function joinRows(left: readonly string[], right: readonly string[], how: Join): Pair[] {
  const matches = left.map((key) => right.flatMap((other, j) => (other === key ? [j] : [])));
  if (how === "semi" || how === "anti") {
    const isKept = (found: readonly number[]) => found.length > 0 === (how === "semi");
    return matches.flatMap((found, i): Pair[] => (isKept(found) ? [[i, undefined]] : []));
  }
  if (how === "right") {
    return joinRows(right, left, "left").map(([r, l]): Pair => [l, r]);
  }
  const all = matches.flatMap((found, i): Pair[] => {
    if (found.length > 0) return found.map((j) => [i, j] as const);
    return how === "inner" ? [] : [[i, undefined]];
  });
  if (how !== "outer") return all;
  const alone = right.flatMap((key, j): Pair[] => (left.includes(key) ? [] : [[undefined, j]]));
  return [...all, ...alone];
}
