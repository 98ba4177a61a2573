export { BooleanColumn } from "./column/boolean-column";
export { CategoryColumn } from "./column/category-column";
export { Column } from "./column/column";
export { DateColumn } from "./column/date-column";
export { Float64Column } from "./column/float64-column";
export type { AnyColumn, ColumnClasses, ColumnValues, IntegerArray } from "./column/from-values";
export { IntegerColumn } from "./column/integer-column";
export { NumberColumn } from "./column/number-column";
export { StringColumn } from "./column/string-column";
export type { BadLine, CSVOptions } from "./csv/options";
export { parseCSV, type ReadSchema } from "./csv/parse-csv";
export { type CSVReadOptions, readCSV } from "./csv/read-csv";
export { type CSVChunkOptions, readCSVChunks } from "./csv/read-csv-chunks";
export { type ColumnInference, type CSVReport, csvReport } from "./csv/report";
export type { CSVWriteOptions } from "./csv/write-csv";
export { loadAmes } from "./datasets/ames";
export type { AmesSchema } from "./datasets/ames-types";
export { type DiabetesOptions, type DiabetesSchema, loadDiabetes } from "./datasets/diabetes";
export { loadPagoda } from "./datasets/pagoda";
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
export { assertFrameEqual, type FrameEqualOptions } from "./frame/difference";
export type { ShowOptions, TextOptions } from "./frame/table";
export type { FloatDType } from "./frame/to-tensor";
export type { AggregateName, AggregateOptions, AggregateType } from "./group/aggregate";
export type { Aggregate, AggregatedSchema, GroupBy, Summarised } from "./group/group-by";
export type { GroupingOptions } from "./group/grouping";
export type { How, Merged, MergeSettings, Validation } from "./join/merge";
export type { AsofDirection, AsofOptions } from "./join/merge-asof";
export type { Assignable, Assigned, AssignedSchema, Retyped, SchemaOf } from "./methods/columns";
export type { MergeKeys } from "./methods/joins";
export type { SortKey } from "./methods/rows";
export type { Cell, CellTypes, ColumnName, ColumnType, NumericType, Row, Schema } from "./schema";
export { type CSVSummarySchema, describeCSV } from "./summary/describe-csv";
