import { DataFrame } from "@gradus/data";
import { ColumnTransformer } from "../compose/column-transformer";
import { CategoryImputer } from "../impute/category-imputer";
import { SimpleImputer } from "../impute/simple-imputer";
import { makePipeline } from "../pipeline/pipeline";
import { KBinsDiscretizer } from "../preprocessing/k-bins-discretizer";
import { OneHotEncoder } from "../preprocessing/one-hot-encoder";
import { OrdinalEncoder } from "../preprocessing/ordinal-encoder";
import { RobustScaler } from "../preprocessing/robust-scaler";
import { StandardScaler } from "../preprocessing/standard-scaler";
import { readFixture } from "./fixtures";

/** The case of fixtures/column-transformer.json. */
export interface MixedCase {
  readonly table: Readonly<Record<string, (string | number | boolean | null)[]>>;
  readonly transformed: number[][];
  readonly namesOut: string[];
  readonly plainNames: string[];
  readonly chosen: number[][];
  readonly chosenNames: string[];
}

/** Twelve columns of numbers, text and booleans with gaps, and what scikit-learn makes of them. */
export function mixedCase(): MixedCase & { readonly frame: DataFrame } {
  const [c] = readFixture<MixedCase>("column-transformer") as [MixedCase];
  return { ...c, frame: DataFrame.fromColumns(c.table) as DataFrame };
}

/** What reference/learn_compose.py makes of the table. */
export function mixedTransformer<Sparse extends boolean = false>(
  options: { readonly sparseOutput?: Sparse; readonly verboseFeatureNamesOut?: boolean } = {},
): ColumnTransformer<Sparse> {
  const median = new SimpleImputer({ strategy: "median", addIndicator: true });
  return new ColumnTransformer<Sparse>({
    transformers: [
      ["numbers", makePipeline(median, new StandardScaler()), ["area", "age", "rating"]],
      ["robust", new RobustScaler(), ["income"]],
      ["bins", new KBinsDiscretizer({ nBins: 3 }), ["distance"]],
      [
        "town",
        new OneHotEncoder({ handleUnknown: "infrequentIfExist", minFrequency: 4 }),
        ["town"],
      ],
      [
        "heating",
        makePipeline(new CategoryImputer(), new OneHotEncoder({ drop: "first" })),
        ["heating"],
      ],
      ["size", new OrdinalEncoder({ categories: [["small", "middle", "large"]] }), ["size"]],
      ["flags", new OneHotEncoder({ drop: "ifBinary" }), ["garage", "code"]],
      ["out", "drop", ["note"]],
    ],
    remainder: "passthrough",
    ...options,
  });
}
