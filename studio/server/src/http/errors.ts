import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** What every error of the API looks like. */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string };
}

export function errorResponse(
  c: Context,
  status: ContentfulStatusCode,
  code: string,
  message: string,
): Response {
  return c.json({ error: { code, message } } satisfies ErrorBody, status);
}
