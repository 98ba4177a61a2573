import type { ColumnType } from "../schema";

/** Counts of numbers in bins of equal width. */
export interface ProfileHistogram {
  /** The borders of the bins, one more than there are counts. A bin holds its lower border; the last one both. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** The values outside Tukey's fences: more than 1.5 interquartile ranges below the first quartile or above the third. */
export interface ProfileOutliers {
  readonly lowerFence: number;
  readonly upperFence: number;
  /** How many values lie outside the fences. */
  readonly count: number;
  /** How many lie more than three interquartile ranges out. */
  readonly far: number;
  /** Up to five of the values outside, those farthest out first. */
  readonly examples: readonly number[];
}

/** What a profile tells of a column of numbers; missing ones are left out, as in pandas. */
export interface NumberProfile {
  readonly mean: number;
  /** With n − 1 in the denominator. */
  readonly std: number;
  readonly min: number;
  readonly q25: number;
  readonly median: number;
  readonly q75: number;
  readonly max: number;
  /** Corrected for the size of the sample; 0 where all numbers are equal, NaN below three numbers. */
  readonly skewness: number;
  /** Above that of the normal distribution, corrected for the size of the sample; NaN below four numbers. */
  readonly kurtosis: number;
  readonly zeros: number;
  readonly negative: number;
  /** How many are infinite. */
  readonly infinite: number;
  /** A number at one end, such as 999, −1 or 0, that stands so far apart that it may mean "missing". */
  readonly placeholder?: { readonly value: number; readonly count: number };
  readonly outliers: ProfileOutliers;
  /** Of the finite numbers. */
  readonly histogram: ProfileHistogram;
}

/** What a profile tells of a column of dates. */
export interface DateProfile {
  readonly min: Date | null;
  readonly median: Date | null;
  readonly max: Date | null;
  /** Its edges are milliseconds since 1970 in UTC. */
  readonly histogram: ProfileHistogram;
}

/** A value and how often it occurs. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** What a profile tells of a column of text, categories or truths. */
export interface ValueProfile {
  /** The ten most frequent values, the most frequent first. */
  readonly top: readonly ValueCount[];
  /** How many values occur once. */
  readonly once: number;
  /** The lengths of the texts in characters, each row counted. */
  readonly length: { readonly min: number; readonly mean: number; readonly max: number };
  /** How many rows hold a text that reads as a number. */
  readonly numeric: number;
  /** How many rows hold a text that reads as a date in ISO 8601. */
  readonly datelike: number;
  /** Texts that often stand for a missing value, such as "?", "n/a" or nothing at all. */
  readonly placeholders: readonly ValueCount[];
  /** Values that differ only in capitals, blanks or hyphens, a list for each group of them. */
  readonly spellings: readonly (readonly string[])[];
}

/** What a profile tells of one column. */
export interface ColumnProfile {
  readonly name: string;
  readonly type: ColumnType;
  /** How many values are present. */
  readonly count: number;
  readonly missing: number;
  /** How many different values there are. */
  readonly distinct: number;
  /** Of columns of numbers and integers. */
  readonly numbers?: NumberProfile;
  /** Of columns of dates. */
  readonly dates?: DateProfile;
  /** Of columns of text, categories and truths. */
  readonly values?: ValueProfile;
}

/** Rows that miss the same columns. */
export interface MissingPattern {
  /** The columns that are missing; none for complete rows. */
  readonly columns: readonly string[];
  readonly rows: number;
}

/** Which cells of a table are missing. */
export interface MissingProfile {
  readonly cells: number;
  /** How many rows miss nothing. */
  readonly completeRows: number;
  /** The most frequent combinations of missing columns, at most fifty. */
  readonly patterns: readonly MissingPattern[];
  /** How many combinations there are. */
  readonly nPatterns: number;
  /** Columns that are missing in exactly the same rows. */
  readonly together: readonly (readonly string[])[];
}

/** Two columns that hold the same. */
export interface DuplicateColumns {
  readonly columns: readonly [string, string];
  /** "equal": the same values. "recoded": each value of one goes with exactly one of the other. */
  readonly kind: "equal" | "recoded";
}

/** Rows and columns that come more than once. */
export interface DuplicateProfile {
  /** How many rows equal an earlier one; missing values are equal. */
  readonly rows: number;
  /** Up to five rows that come again: where each comes first, and how many times in all. */
  readonly examples: readonly { readonly row: number; readonly times: number }[];
  readonly columns: readonly DuplicateColumns[];
}

/** A measure of each of some columns with each of others. */
export interface ProfileMatrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly number[])[];
}

/** How strongly columns go together, each pair over the rows that have both. */
export interface RelationProfile {
  /** Pearson's r of the columns of numbers: along a line. */
  readonly pearson: ProfileMatrix;
  /** Spearman's ρ of the columns of numbers: along any rising or falling curve. */
  readonly spearman: ProfileMatrix;
  /** Cramér's V of the columns with 2 to 50 different texts, categories or truths. */
  readonly cramersV: ProfileMatrix;
  /** The correlation ratio η: the share of a column of numbers' spread that lies between the groups of the other, its square root. */
  readonly correlationRatio: ProfileMatrix;
}

/** How much one column tells of the target. */
export interface TargetRelation {
  readonly name: string;
  /** From 0, nothing, to 1. */
  readonly strength: number;
  readonly measure: "correlation" | "correlation ratio" | "Cramér's V";
  /**
   * The share of wrong guesses of the target that knowing the column, cut into at most twenty ranges, avoids (Goodman and
   * Kruskal's λ); NaN where the target is numbers.
   */
  readonly errorReduction: number;
  /** The same for knowing only whether the column is missing; NaN where it never is. */
  readonly missingStrength: number;
}

/** What a warning is about. */
export type ProfileWarningKind =
  | "leakage"
  | "empty"
  | "constant"
  | "duplicate-rows"
  | "duplicate-columns"
  | "placeholder"
  | "numbers-as-text"
  | "dates-as-text"
  | "spellings"
  | "infinite"
  | "missing"
  | "missing-together"
  | "identifier"
  | "high-cardinality"
  | "nearly-constant"
  | "outliers"
  | "correlated"
  | "skewed";

/** Something in a table that asks for a look, in a sentence. */
export interface ProfileWarning {
  readonly kind: ProfileWarningKind;
  /** "problem": a model will suffer. "check": somebody has to decide. "note": good to know. */
  readonly severity: "problem" | "check" | "note";
  readonly columns: readonly string[];
  readonly message: string;
}

/** Everything that a profile knows, as plain data. */
export interface ProfileData {
  readonly title: string;
  readonly nRows: number;
  readonly nColumns: number;
  /** The column that shall be predicted, if one was named. */
  readonly target?: string | undefined;
  readonly columns: readonly ColumnProfile[];
  readonly missing: MissingProfile;
  readonly duplicates: DuplicateProfile;
  readonly relations: RelationProfile;
  /** What each column tells of the target, the strongest first; empty without a target. */
  readonly targetRelations: readonly TargetRelation[];
  /** The gravest first. */
  readonly warnings: readonly ProfileWarning[];
}
