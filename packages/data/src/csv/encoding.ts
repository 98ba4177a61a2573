import { ParameterError } from "@gradus/core";

/** A decoder of an encoding. @throws ParameterError for one that there is not. */
export function decoderOf(where: string, encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new ParameterError(
      `${where}: encoding must be a known name such as "utf-8" or "windows-1252", got ${JSON.stringify(encoding)}`,
    );
  }
}
