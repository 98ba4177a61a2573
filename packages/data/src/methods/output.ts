import { checkInteger, type Displayable, type DisplayTable, displaySymbol } from "@gradus/core";
import type { Tensor } from "@gradus/tensor";
import { type CSVWriteOptions, writeCSV } from "../csv/write-csv";
import { tableHTML } from "../frame/html";
import {
  displayTable,
  type ShowOptions,
  type TextOptions,
  tableFooter,
  tableText,
} from "../frame/table";
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

  /**
   * The first rows as text, as a terminal shows them, with a line that counts what is left out.
   *
   * @throws ParameterError unless the numbers of rows and of characters are whole and positive.
   * @example
   * ```ts
   * const houses = DataFrame.fromColumns({ town: ["Ames", "Boone"], price: [215, 105.5] });
   * houses.toText({ rows: 1, types: true }).split("\n")[1]; // → string  number
   * ```
   */
  toText(options: TextOptions = {}): string {
    if (options.rows !== undefined) checkInteger("DataFrame.toText", "rows", options.rows, 0);
    if (options.width !== undefined) checkInteger("DataFrame.toText", "width", options.width, 1);
    return tableText(this.columnList(), this.nRows, options);
  }

  /**
   * The first rows as an HTML table of class "gradus-table", everything in it escaped.
   *
   * @throws ParameterError unless the number of rows is whole and not negative.
   */
  toHTML({ rows = 10, types = true }: ShowOptions = {}): string {
    const columns = this.columnList();
    const shown = checkInteger("DataFrame.toHTML", "rows", rows, 0);
    const table = displayTable(columns, this.nRows, shown);
    const size = tableFooter(this.nRows, table.rows.length, columns.length, columns.length);
    return tableHTML(table, size.slice(1, -1), types);
  }

  override toString(): string {
    return tableText(this.columnList(), this.nRows);
  }

  [displaySymbol](): DisplayTable {
    return displayTable(this.columnList(), this.nRows);
  }
}
