/** A request that did not bring what was asked for; `status` is 0 when no answer came at all. */
export class RequestError extends Error {
  override readonly name = "RequestError";

  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/**
 * GETs JSON.
 *
 * @throws RequestError if the server does not answer, answers with an error, or with something else (a page
 * where a file is missing).
 */
export async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { headers: { accept: "application/json" } }).catch(() => {
    throw new RequestError("The course's server does not answer. Is it still running?", 0);
  });
  if (!response.ok) throw new RequestError(await errorMessage(response), response.status);
  if (!response.headers.get("content-type")?.includes("json")) {
    throw new RequestError(`There is nothing at ${url}.`, 404);
  }
  return (await response.json()) as T;
}

/** What the server says went wrong: its own words where it sent some. */
export async function errorMessage(response: Response): Promise<string> {
  try {
    const body = (await response.json()) as { error?: { message?: string } };
    if (body.error?.message) return body.error.message;
  } catch {
    // Not JSON: the status says it.
  }
  return `The server answered ${response.status} ${response.statusText}`.trim();
}
