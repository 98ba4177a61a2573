import { ValueError } from "@gradus/core";

/** A function that counts its evaluations. */
export interface Counted {
  /** @throws ValueError where the function is NaN. */
  readonly at: (x: number) => number;
  readonly evaluations: () => number;
}

/** Counts how often a function of one number is evaluated, and refuses NaN. */
export function counted(where: string, fun: (x: number) => number): Counted {
  let count = 0;
  const at = (x: number) => {
    count++;
    const value = fun(x);
    if (Number.isNaN(value)) throw new ValueError(`${where}: fun is NaN at ${x}`);
    return value;
  };
  return { at, evaluations: () => count };
}
