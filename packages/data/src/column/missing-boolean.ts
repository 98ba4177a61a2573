/** The code of a missing value in a boolean column's `codes`. */
export const MISSING_BOOLEAN = 2;
