import { nodeModule, ValueError } from "@gradus/core";

/**
 * Writes a whole file or none: first under another name beside it, then renamed.
 * @throws ValueError if it cannot be written, or there are no files here.
 */
export async function writeBytes(
  where: string,
  path: string | URL,
  bytes: Uint8Array,
): Promise<void> {
  const fs = nodeModule<typeof import("node:fs/promises")>("node:fs/promises");
  const url = nodeModule<typeof import("node:url")>("node:url");
  if (fs === undefined || url === undefined) {
    throw new ValueError(
      `${where}: expected to run in Node, which has files, got a browser; use the function that gives bytes, and writeFile`,
    );
  }
  const isUrl = path instanceof URL || path.startsWith("file:");
  const target = isUrl ? url.fileURLToPath(path) : path;
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    await fs.writeFile(temporary, bytes);
    await fs.rename(temporary, target);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new ValueError(`${where}: cannot write ${target}: ${reason}`);
  }
}
