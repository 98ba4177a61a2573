export { CategoryAccessor } from "./accessors/category-accessor";
export { DateAccessor, type DateOffset } from "./accessors/date-accessor";
export { StringAccessor } from "./accessors/string-accessor";
export { type ArrowWriteOptions, encodeArrow, readArrow, writeArrow } from "./arrow/arrow";
export { type CutOptions, cut, type QcutOptions, qcut } from "./bins/cut";
export type { Keep } from "./choose/duplicates";
export type { KeepTies } from "./choose/largest";
export type { SampleOptions } from "./choose/sample";
export type { ValueCountOptions } from "./choose/value-counts";
export { BooleanColumn } from "./column/boolean-column";
export { CategoryColumn } from "./column/category-column";
export { Column } from "./column/column";
export type { CorrelationMethod, CorrelationOptions } from "./column/correlation";
export { DateColumn } from "./column/date-column";
export type { FillMethod, FillOptions } from "./column/fill";
export { Float64Column } from "./column/float64-column";
export type { AnyColumn, ColumnClasses, ColumnValues, IntegerArray } from "./column/from-values";
export { IntegerColumn } from "./column/integer-column";
export { NumberColumn } from "./column/number-column";
export type { RankOptions } from "./column/rank";
export { StringColumn } from "./column/string-column";
export { ColumnTransforms } from "./column/transforms";
export type { ValueCounts } from "./column/value-counts";
export type { BadLine, CSVOptions } from "./csv/options";
export { parseCSV, type ReadSchema } from "./csv/parse-csv";
export { type CSVReadOptions, readCSV } from "./csv/read-csv";
export { type CSVChunkOptions, readCSVChunks } from "./csv/read-csv-chunks";
export { type ColumnInference, type CSVReport, csvReport } from "./csv/report";
export type { CSVWriteOptions } from "./csv/write-csv";
export { loadAmes } from "./datasets/ames";
export type { AmesSchema } from "./datasets/ames-types";
export { type BreastCancerSchema, loadBreastCancer } from "./datasets/breast-cancer";
export { type ChurnSchema, loadChurn } from "./datasets/churn";
export { type CO2Schema, loadCO2 } from "./datasets/co2";
export { type CreditSchema, loadCredit } from "./datasets/credit";
export { type DiabetesOptions, type DiabetesSchema, loadDiabetes } from "./datasets/diabetes";
export { loadDigits } from "./datasets/digits";
export { type ElectricitySchema, loadElectricity } from "./datasets/electricity";
export { loadFashionMNIST } from "./datasets/fashion-mnist";
export { type GapminderSchema, loadGapminder } from "./datasets/gapminder";
export { type IrisSchema, loadIris } from "./datasets/iris";
export { type KarateClub, type KarateSchema, loadKarateClub } from "./datasets/karate-club";
export type { LabelledImages } from "./datasets/labelled-images";
export { loadMacro, type MacroSchema } from "./datasets/macro";
export { loadPagoda } from "./datasets/pagoda";
export { loadPenguins, type PenguinsSchema } from "./datasets/penguins";
export { loadPrideAndPrejudice } from "./datasets/pride-and-prejudice";
export { loadRatings, type RatingsSchema } from "./datasets/ratings";
export { loadReviews, type ReviewsSchema } from "./datasets/reviews";
export { loadSentimentLexicon, type SentimentSchema } from "./datasets/sentiment-lexicon";
export { loadSpam, type SpamSchema } from "./datasets/spam";
export { loadSunspots, type SunspotsSchema } from "./datasets/sunspots";
export { loadThings } from "./datasets/things";
export { loadTitanic, type TitanicSchema } from "./datasets/titanic";
export { loadWeather, type WeatherSchema } from "./datasets/weather";
export { loadWine, type WineSchema } from "./datasets/wine";
export {
  type ColumnReference,
  type Condition,
  type Described,
  Expression,
  type Operand,
  type TypeOn,
} from "./expression/expression";
export {
  type Choice,
  col,
  count,
  type DescribedBy,
  lit,
  type UsedBy,
  when,
} from "./expression/functions";
export { type ConcatOptions, concat } from "./frame/concat";
export { DataFrame, isColumn, isDataFrame } from "./frame/data-frame";
export type { DescribeOptions } from "./frame/describe";
export { assertFrameEqual, type FrameEqualOptions } from "./frame/difference";
export type { ShowOptions, TextOptions } from "./frame/table";
export type { FloatDType } from "./frame/to-tensor";
export { type BlobsOptions, makeBlobs } from "./generators/blobs";
export { type CirclesOptions, makeCircles } from "./generators/circles";
export {
  type ClassificationOptions,
  type FeatureRole,
  makeClassification,
} from "./generators/classification";
export { type MoonsOptions, makeMoons } from "./generators/moons";
export { makeRegression, type RegressionOptions } from "./generators/regression";
export { makeScenes, type SceneObject, type Scenes, type ScenesOptions } from "./generators/scenes";
export { makeShapeImages, type ShapeImagesOptions } from "./generators/shape-images";
export type { ShapeName } from "./generators/shape-kinds";
export { makeStrokeDigits, type StrokeDigitsOptions } from "./generators/stroke-digits";
export type { GeneratorOptions, LabelledPoints } from "./generators/support";
export { makeSwissRoll, type SwissRollOptions } from "./generators/swiss-roll";
export { makeThings, type ThingsOptions } from "./generators/things";
export type { AggregateName, AggregateOptions, AggregateType } from "./group/aggregate";
export type { Aggregate, AggregatedSchema, GroupBy, Summarised } from "./group/group-by";
export type { GroupingOptions } from "./group/grouping";
export type { How, Merged, MergeSettings, Validation } from "./join/merge";
export type { AsofDirection, AsofOptions } from "./join/merge-asof";
export { type JSONLinesOptions, parseJSONLines, readJSONLines } from "./json/json-lines";
export { type JSONOptions, parseJSON, readJSON } from "./json/read-json";
export { formatJSON, type JSONWriteOptions, writeJSON } from "./json/write-json";
export { readCIFAR10 } from "./layouts/cifar10";
export { type HousePricesSchema, readHousePrices } from "./layouts/house-prices";
export { readIDX } from "./layouts/idx";
export { type IMDBSchema, readIMDB, readIMDBTable } from "./layouts/imdb";
export { type KaggleCompetition, type KaggleFiles, readKaggle } from "./layouts/kaggle";
export { type MNISTOptions, readMNIST } from "./layouts/mnist";
export type {
  Assignable,
  Assigned,
  AssignedSchema,
  Retyped,
  SchemaOf,
} from "./methods/columns";
export type { MergeKeys } from "./methods/joins";
export type { Fillings } from "./methods/missing";
export type { Melted, Stacked } from "./methods/reshape";
export type { SortKey } from "./methods/rows";
export { type ColumnarReadOptions, readParquet } from "./parquet/read-parquet";
export { encodeParquet, type ParquetWriteOptions, writeParquet } from "./parquet/write-parquet";
export { Profile, type ProfileOptions, profile } from "./profile/profile";
export type {
  ColumnProfile,
  DateProfile,
  DuplicateColumns,
  DuplicateProfile,
  MissingPattern,
  MissingProfile,
  NumberProfile,
  ProfileData,
  ProfileHistogram,
  ProfileMatrix,
  ProfileOutliers,
  ProfileWarning,
  ProfileWarningKind,
  RelationProfile,
  TargetRelation,
  ValueCount,
  ValueProfile,
} from "./profile/types";
export { type CrosstabOptions, crosstab } from "./reshape/crosstab";
export type { DummyOptions } from "./reshape/dummies";
export type { MeltOptions } from "./reshape/melt";
export type { PivotOptions } from "./reshape/pivot";
export type { Aggregator, PivotTableOptions } from "./reshape/pivot-table";
export type { Cell, CellTypes, ColumnName, ColumnType, NumericType, Row, Schema } from "./schema";
export { type SQLOptions, sql } from "./sql/sql";
export { type CSVSummarySchema, describeCSV } from "./summary/describe-csv";
export type { ResampleOptions } from "./time/bins";
export { type DateRangeOptions, dateRange } from "./time/date-range";
export type { Frequency } from "./time/frequency";
export type { Resampled } from "./time/resampled";
export type { RollingOptions } from "./windows/bounds";
export type { ExponentialColumn, ExponentialOptions } from "./windows/exponential";
export type { WindowedColumn } from "./windows/windowed";
