import { ValueError } from "../errors";
import { nodeModule } from "./node-module";

/**
 * Writes a whole file or none, in Node: first under another name beside it, then renamed, so that a reader never
 * meets half a file and a failure leaves the old one as it was.
 *
 * @param where the function that promised the file; it begins the message of an error
 * @param path where the file goes: a path, or a `file:` URL
 * @param content bytes, or text, which is written as UTF-8
 * @throws ValueError if it cannot be written, or in a browser, which has no files.
 * @example
 * ```ts
 * const { tmpdir } = await import("node:os");
 * const note = `${tmpdir()}/gradus-note.txt`;
 * await writeWholeFile("save", note, "six");
 * (await import("node:fs")).readFileSync(note, "utf8"); // → six
 * ```
 */
export async function writeWholeFile(
  where: string,
  path: string | URL,
  content: Uint8Array | string,
): Promise<void> {
  const fs = nodeModule<typeof import("node:fs/promises")>("node:fs/promises");
  const url = nodeModule<typeof import("node:url")>("node:url");
  if (fs === undefined || url === undefined) {
    throw new ValueError(
      `${where}: expected to run in Node, which has files, got a browser; use the function that gives the content`,
    );
  }
  const isUrl = path instanceof URL || path.startsWith("file:");
  const target = isUrl ? url.fileURLToPath(path) : path;
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await fs.writeFile(temporary, content);
    await fs.rename(temporary, target);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new ValueError(`${where}: cannot write ${target}: ${reason}`);
  }
}
