import { checkInteger, DTypeError, nodeModule, ParameterError, ValueError } from "@gradus/core";
import { DataFrame, isDataFrame } from "../frame/data-frame";
import { columnOfForeign } from "../io/foreign-values";
import { encodeParquet } from "../parquet/write-parquet";
import type { ColumnType } from "../schema";
import { type DuckDBReader, openDuckDB } from "./duckdb";

/** What a query reads, and how. */
export interface SQLOptions {
  /** The tables by the names that the query uses: data frames, or paths of Parquet, CSV and JSON files. */
  readonly tables?: Readonly<Record<string, DataFrame | string | URL>>;
  /** The values of the query's `?` in order. */
  readonly parameters?: readonly (string | number | boolean | null)[];
  /** The most memory DuckDB may use, as it writes it: "512MB". Beyond it puts data on disk. Default its own. */
  readonly memoryLimit?: string;
  /** How many threads. Default one for each processor. */
  readonly threads?: number;
}

type Files = typeof import("node:fs/promises");

/**
 * Runs one SQL query in DuckDB over tables and files, which may be larger than memory, and gives its result as a
 * table.
 *
 * Needs Node and the package `@duckdb/node-api`. A file's kind is told by its name: `.parquet`, `.csv`, `.tsv`,
 * `.json`, `.jsonl`, `.ndjson`, the text ones also with `.gz`.
 *
 * @throws ValueError if DuckDB is not installed, the query fails, or a whole number of the result is beyond a
 *   double; ParameterError for a file of another kind; DTypeError for a result of lists or structures.
 * @example
 * ```ts
 * const sales = DataFrame.fromColumns({ town: ["Ames", "Boone", "Ames"], price: [2, 1, 4] });
 * const query = "SELECT town, max(price) AS top FROM sales GROUP BY town ORDER BY town";
 * (await sql(query, { tables: { sales } })).column("top").toArray(); // → [4, 1]
 * ```
 */
export async function sql(query: string, options: SQLOptions = {}): Promise<DataFrame> {
  const { tables = {}, parameters = [] } = options;
  const sources = Object.entries(tables).map(([name, table]) => ({
    name,
    table,
    scan: scanOf(table),
  }));
  const { connection, close } = await openDuckDB("sql", settingsOf(options));
  const folder = await makeFolder();
  try {
    for (const [k, { name, table, scan }] of sources.entries()) {
      const text = scan ?? (await stored(table as DataFrame, `${folder}/${k}.parquet`));
      await connection.run(`CREATE VIEW ${quoted(name, '"')} AS SELECT * FROM ${text}`);
    }
    return tableOf(await connection.runAndReadAll(query, [...parameters]));
  } catch (error) {
    throw failed(error);
  } finally {
    close();
    await files().rm(folder, { recursive: true, force: true });
  }
}

function settingsOf({ memoryLimit, threads }: SQLOptions): Record<string, string> {
  return {
    // Extensions would be downloads.
    autoinstall_known_extensions: "false",
    ...(memoryLimit === undefined ? {} : { memory_limit: memoryLimit }),
    ...(threads === undefined
      ? {}
      : { threads: String(checkInteger("sql", "threads", threads, 1)) }),
  };
}

/** The function of DuckDB that reads a file; nothing for a data frame. */
function scanOf(table: DataFrame | string | URL): string | undefined {
  if (isDataFrame(table)) return undefined;
  const url = nodeModule<typeof import("node:url")>("node:url");
  const isUrl = table instanceof URL || table.startsWith("file:");
  const path = isUrl && url ? url.fileURLToPath(table) : String(table);
  const reader = /\.parquet$/i.test(path)
    ? "read_parquet"
    : /\.[ct]sv(\.gz)?$/i.test(path)
      ? "read_csv"
      : /\.(json|jsonl|ndjson)(\.gz)?$/i.test(path)
        ? "read_json"
        : undefined;
  if (reader) return `${reader}(${quoted(path, "'")})`;
  throw new ParameterError(
    `sql: tables must be data frames or files .parquet, .csv, .tsv, .json, .jsonl or .ndjson, got ${JSON.stringify(path)}`,
  );
}

function quoted(text: string, quote: string): string {
  return quote + text.replaceAll(quote, quote + quote) + quote;
}

/** DuckDB reads a data frame from a Parquet file that lives as long as the query. */
async function stored(table: DataFrame, path: string): Promise<string> {
  await files().writeFile(path, encodeParquet(table, { codec: "none" }));
  return `read_parquet(${quoted(path, "'")})`;
}

async function makeFolder(): Promise<string> {
  const os = nodeModule<typeof import("node:os")>("node:os")!;
  return files().mkdtemp(`${os.tmpdir()}/gradus-sql-`);
}

/** `openDuckDB` has made sure that this is Node. */
function files(): Files {
  return nodeModule<Files>("node:fs/promises")!;
}

function tableOf(reader: DuckDBReader): DataFrame {
  const types = reader.columnTypes();
  const values = reader.getColumnsJS();
  const columns = reader.columnNames().map((name, k) => {
    const type = typeOf(name, String(types[k]));
    return columnOfForeign("sql", name, type, values[k] ?? []);
  });
  return DataFrame.fromColumns(columns);
}

/** The column type that holds a type of DuckDB. */
function typeOf(name: string, type: string): ColumnType {
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type)) return "integer";
  if (/^(FLOAT|DOUBLE|DECIMAL\(\d+,\s*\d+\)|"?NULL"?|SQLNULL)$/.test(type)) return "number";
  if (type === "BOOLEAN") return "boolean";
  if (/^(DATE|TIMESTAMP(_S|_MS|_NS)?|TIMESTAMP WITH TIME ZONE|TIMESTAMPTZ)$/.test(type))
    return "date";
  if (type === "VARCHAR") return "string";
  if (type.startsWith("ENUM(")) return "category";
  throw new DTypeError(
    `sql: expected numbers, text, booleans or dates in column "${name}", got ${type}; cast it in the query`,
  );
}

function failed(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== "Error") return error;
  return new ValueError(
    `sql: expected a query that DuckDB can run, got an error: ${error.message}`,
  );
}
