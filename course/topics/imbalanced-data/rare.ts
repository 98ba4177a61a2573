// Two kinds of rows with one score each: good ones are standard normal, rare ones are shifted by `apart`.
import { ndtr } from "@gradus/stats";

export interface World {
  /** One row in so many is rare. */
  readonly oneIn: number;
  /** How far the rare rows' scores lie above the others'. */
  readonly apart: number;
}

export interface Measures {
  readonly accuracy: number;
  readonly recall: number;
  /** NaN where nothing rings. */
  readonly precision: number;
  readonly balanced: number;
  readonly f1: number;
}

/** What a filter does that rings from a threshold on. */
export function measure({ oneIn, apart }: World, threshold: number): Measures {
  const rare = 1 / oneIn;
  const recall = ndtr(apart - threshold);
  const alarms = ndtr(-threshold); // share of the good rows
  const caught = rare * recall;
  const wronged = (1 - rare) * alarms;
  return {
    accuracy: caught + (1 - rare) * (1 - alarms),
    recall,
    precision: caught / (caught + wronged),
    balanced: (recall + 1 - alarms) / 2,
    f1: (2 * caught) / (2 * caught + wronged + rare * (1 - recall)),
  };
}

/** Above it a rare row is the more likely one: the threshold with the best accuracy. */
export function evenOdds({ oneIn, apart }: World): number {
  return apart / 2 + Math.log(oneIn - 1) / apart;
}
