import type { Storage } from "./storage";

let nWrites = 0;

/** Files on the disk. */
export function nodeStorage(
  fs: typeof import("node:fs"),
  { dirname }: typeof import("node:path"),
): Storage {
  const { mkdir, open, readFile, rename, rm, writeFile } = fs.promises;
  return {
    read: async (path) => new Uint8Array(await readFile(path)),

    async write(path, bytes) {
      // A program that is stopped half way leaves the first name, and never half a file under the second.
      const temporary = `${path}.${process.pid}-${nWrites++}.tmp`;
      await mkdir(dirname(path), { recursive: true });
      try {
        // Flushed, so that the bytes are on the disk before the name is.
        await writeFile(temporary, bytes, { flush: true });
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },

    async stream(path) {
      const file = await open(path);
      return new ReadableStream<Uint8Array>({
        async pull(controller) {
          const part = new Uint8Array(65_536);
          const { bytesRead } = await file.read(part, 0, part.length);
          if (bytesRead > 0) return controller.enqueue(part.subarray(0, bytesRead));
          await file.close();
          controller.close();
        },
        cancel: () => file.close(),
      });
    },

    remove: (path) => rm(path, { force: true }),
  };
}
