import { openBytes } from "@gradus/core";
import { PRIDE_URL } from "../dataset-urls";

/**
 * The text of Jane Austen's novel "Pride and Prejudice" (1813), 61 chapters, in lines of about 70 characters.
 *
 * @see The novel is in the public domain; the text is that of R's janeaustenr, from Project Gutenberg.
 * @throws ValueError if the file cannot be read.
 * @example
 * ```ts
 * const novel = await loadPrideAndPrejudice();
 * novel.match(/It is a truth .*,/)?.[0]; // → It is a truth universally acknowledged,
 * ```
 */
export async function loadPrideAndPrejudice(): Promise<string> {
  const { bytes } = await openBytes("loadPrideAndPrejudice", PRIDE_URL);
  return new TextDecoder().decode(bytes);
}
