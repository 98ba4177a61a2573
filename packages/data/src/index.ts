export { BooleanColumn } from "./column/boolean-column";
export { Column } from "./column/column";
export type { AnyColumn, ColumnClasses, ColumnValues } from "./column/from-values";
export { NumberColumn } from "./column/number-column";
export { StringColumn } from "./column/string-column";
export { type CSVOptions, parseCSV, type ReadSchema } from "./csv/parse-csv";
export { type CSVReadOptions, readCSV } from "./csv/read-csv";
export type { CSVWriteOptions } from "./csv/write-csv";
export { loadAmes } from "./datasets/ames";
export type { AmesSchema } from "./datasets/ames-types";
export { type DiabetesOptions, type DiabetesSchema, loadDiabetes } from "./datasets/diabetes";
export {
  type Assigned,
  DataFrame,
  isColumn,
  isDataFrame,
  type SchemaOf,
} from "./frame/data-frame";
export type { GroupBy } from "./frame/group-by";
export type { FloatDType } from "./frame/to-tensor";
export type { Cell, CellTypes, ColumnName, ColumnType, Row, Schema } from "./schema";
