// Test files of a process share what is slow to start. Modules may be loaded more than once, so the list is global.

const key = Symbol.for("gradus.end-of-process");
const shared = globalThis as { [key]?: (() => Promise<void>)[] };

/** Has something closed after the last test file of this process; for projects with `until-the-end.ts`. */
export function atEndOfProcess(close: () => Promise<void>): void {
  shared[key] ??= [];
  shared[key].push(close);
}

/** Closes what was opened, the last first. */
export async function closeEverything(): Promise<void> {
  const closing = shared[key]?.splice(0).reverse() ?? [];
  for (const close of closing) await close();
}
