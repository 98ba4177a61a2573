import { type Displayable, type DisplayTable, displaySymbol } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { type CSVWriteOptions, writeCSV } from "../csv/write-csv";
import { displayTable, tableText } from "../frame/table";
import { columnsToTensor, type FloatDType } from "../frame/to-tensor";
import type { ColumnName, Schema } from "../schema";
import { JoinMethods } from "./joins";

/** Methods that give a table's content in another form. */
export abstract class OutputMethods<S extends Schema>
  extends JoinMethods<S>
  implements Displayable
{
  /**
   * The columns side by side as a tensor of shape (nRows, nColumns); true is 1 and false is 0.
   *
   * @param names which columns, in which order; all by default
   * @throws ValueError naming the column and row of a missing value or of text; ParameterError for
   *   an unknown name.
   */
  toTensor(
    names: readonly ColumnName<S>[] = this.columns,
    { dtype = "float64" }: { readonly dtype?: FloatDType } = {},
  ): Tensor {
    const where = "DataFrame.toTensor";
    const columns = names.map((name) => this.columnNamed(where, name));
    return columnsToTensor(where, columns, this.nRows, dtype);
  }

  /** The table as CSV text with a header line (RFC 4180, lines ended by LF). */
  toCSV(options: CSVWriteOptions = {}): string {
    return writeCSV(this.columnList(), this.nRows, options);
  }

  override toString(): string {
    return tableText(this.columnList(), this.nRows);
  }

  [displaySymbol](): DisplayTable {
    return displayTable(this.columnList(), this.nRows);
  }
}
