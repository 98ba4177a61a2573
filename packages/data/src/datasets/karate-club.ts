import { KARATE_URL } from "../dataset-urls";
import type { DataFrame } from "../frame/data-frame";
import { readDataSet, type TypesOf } from "./read-data-set";

const TYPES = { source: "integer", target: "integer", weight: "integer" } as const;

/** The schema of the edges of `loadKarateClub`. */
export type KarateSchema = TypesOf<typeof TYPES>;

/** A graph of people, and the side that each of them took. */
export interface KarateClub {
  /** One row an edge, `source` < `target`; `weight` is in how many contexts the two met. */
  readonly edges: DataFrame<KarateSchema>;
  /** Which of the two new clubs each of the 34 members joined: that of the instructor or of the officer. */
  readonly clubs: readonly ("instructor" | "officer")[];
}

const WITH_INSTRUCTOR = new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21]);

/**
 * The friendships of the 34 members of a karate club (78 edges), before it split in two over a quarrel between
 * its instructor (member 0) and its officer (member 33).
 *
 * @see Zachary (1977), Journal of Anthropological Research 33(4), 452–473; from networkx (BSD-3-Clause).
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const { edges, clubs } = await loadKarateClub();
 * edges.nRows; // → 78
 * clubs[33]; // → officer
 * ```
 */
export async function loadKarateClub(): Promise<KarateClub> {
  const clubs = Array.from({ length: 34 }, (_, member) =>
    WITH_INSTRUCTOR.has(member) ? ("instructor" as const) : ("officer" as const),
  );
  return { edges: await readDataSet(KARATE_URL, TYPES), clubs };
}
