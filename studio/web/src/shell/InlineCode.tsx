/** Plain text in which `code` stands between backticks, as in messages of checks. */
export function InlineCode({ text }: { readonly text: string }) {
  // Every second piece stood between backticks; one without a partner stays what it is.
  const pieces = text.split(/`([^`\n]+)`/);
  return pieces.map((piece, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are made anew with the text
    i % 2 === 1 ? <code key={i}>{piece}</code> : piece,
  );
}
