import type { DisplayTable } from "@gradus/core";

/** The head of a table; numbers stand on the right, so that their digits line up. */
export function TableOutput({ table }: { readonly table: DisplayTable }) {
  const hidden = table.nRows - table.rows.length;
  return (
    <div className="output-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide tables scroll, by keyboard too */}
      <div className="output-table-scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.name} scope="col" className={alignment(column.type)}>
                  {column.name}
                  <small>{column.type}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a table have no other name
              <tr key={i}>
                {row.map((cell, j) => (
                  <td
                    key={table.columns[j]?.name ?? j}
                    className={alignment(table.columns[j]?.type)}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && (
        <p className="output-note">
          {table.rows.length} of {table.nRows.toLocaleString("en")} rows
        </p>
      )}
    </div>
  );
}

function alignment(type: string | undefined): string {
  return /^(float|int|uint|number)/.test(type ?? "") ? "align-end" : "";
}
