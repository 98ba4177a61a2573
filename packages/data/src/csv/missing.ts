/** The unquoted fields that stand for a missing value unless a reader's `missing` says otherwise. */
export const DEFAULT_MISSING: readonly string[] = ["", "NA", "N/A", "NaN", "nan", "null", "NULL"];
