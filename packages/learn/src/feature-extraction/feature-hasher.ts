import { checkOneOf, describeValue, ValueError } from "@gradus/core";
import type { SparseTensor } from "@gradus/tensor";
import { BaseTransformer } from "../base/base-transformer";
import {
  checkHashing,
  HashedRows,
  type HashingOptions,
  type HashingParams,
} from "./hashed-columns";
import { checkList, checkRecords, type FeatureRecord } from "./records";

/** A feature and its value; a text is a category. */
export type FeaturePair = readonly [name: string, value: number | string];

/** What goes into a `FeatureHasher`: records, lists of pairs, or lists of texts. */
export type HashableRows =
  | readonly FeatureRecord[]
  | readonly (readonly FeaturePair[])[]
  | readonly (readonly string[])[];

/** The options of `FeatureHasher`. */
export interface FeatureHasherOptions extends HashingOptions {
  /** What a row is: a record, pairs of names and values, or texts that count 1 each. Default "dict". */
  readonly inputType?: "dict" | "pair" | "string";
}

interface Params extends HashingParams {
  readonly inputType: "dict" | "pair" | "string";
}

/**
 * Features by their names as rows of numbers, each in the column that its name's hash says: nothing is learned, so that
 * records can come without end and names need not be known. Values in one column are added.
 *
 * The hash is MurmurHash3 of 32 bits of the name in UTF-8; a category is the name name=category. `transform` needs no `fit`.
 *
 * @see Weinberger, Dasgupta, Langford, Smola and Attenberg (2009), Feature hashing for large scale multitask learning, ICML.
 * @roadmap FEA-014
 * @example
 * ```ts
 * const hasher = new FeatureHasher({ nFeatures: 10 });
 * hasher.transform([{ dog: 1, cat: 2 }]).toDense().toArray(); // → [[0, 0, 0, -1, 0, 0, 0, 0, 0, 2]]
 * ```
 */
export class FeatureHasher
  extends BaseTransformer<Params, object, SparseTensor, HashableRows>
  implements Params
{
  static override readonly typeName: string = "FeatureHasher";
  readonly nFeatures: number;
  readonly alternateSign: boolean;
  readonly inputType: "dict" | "pair" | "string";

  protected override get learnsFromRows(): boolean {
    return false;
  }

  /** @throws ParameterError for options that are not as described. */
  constructor({ inputType = "dict", ...options }: FeatureHasherOptions = {}) {
    super();
    const where = "FeatureHasher";
    const { nFeatures, alternateSign } = checkHashing(where, options);
    this.nFeatures = nFeatures;
    this.alternateSign = alternateSign;
    this.inputType = checkOneOf(where, "inputType", inputType, ["dict", "pair", "string"]);
    Object.freeze(this);
  }

  /** Learns nothing. @throws ShapeError if there are no rows; ValueError for rows that are none. */
  fit(X: HashableRows, _y?: unknown): this {
    this.#rows("FeatureHasher.fit", X);
    return this.keep({ nFeaturesIn: this.nFeatures, featureNamesIn: undefined });
  }

  /**
   * The numbers of the columns, float64, shape (nRows, nFeatures); it needs no `fit`.
   *
   * @throws ShapeError if there are no rows; ValueError for rows that are not as `inputType` says.
   */
  transform(X: HashableRows): SparseTensor {
    const where = "FeatureHasher.transform";
    const hashed = new HashedRows(this);
    const rows = this.#rows(where, X);
    rows.forEach((features, row) => {
      for (const [name, value] of features) {
        if (typeof value === "string") hashed.add(row, `${name}=${value}`, 1);
        else if (Number.isFinite(Number(value)) && value !== null)
          hashed.add(row, name, Number(value));
        else {
          throw new ValueError(
            `${where}: expected "${name}" to be a finite number or a text, got ${describeValue(value)} at row ${row}`,
          );
        }
      }
    });
    return hashed.matrix(rows.length);
  }

  /** featurehasher0, featurehasher1, …: columns have no better names. */
  override getFeatureNamesOut(): string[] {
    return Array.from({ length: this.nFeatures }, (_, j) => `featurehasher${j}`);
  }

  /** The features of each row, as pairs. */
  #rows(where: string, X: HashableRows): readonly (readonly (readonly [string, unknown])[])[] {
    if (this.inputType === "dict") {
      return checkRecords(where, X).map((record) => Object.entries(record));
    }
    const isPair = this.inputType === "pair";
    const what = isPair ? "lists of pairs of a name and a value" : "lists of texts";
    return checkList(where, what, X).map((features, row) => {
      const isGood = (one: unknown) =>
        isPair
          ? Array.isArray(one) && one.length === 2 && typeof one[0] === "string"
          : typeof one === "string";
      if (Array.isArray(features) && features.every(isGood)) {
        return isPair ? features : features.map((name: string) => [name, 1] as const);
      }
      throw new ValueError(
        `${where}: expected ${what}, got ${describeValue(features)} at row ${row}`,
      );
    });
  }
}
