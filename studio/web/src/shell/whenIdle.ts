/** Calls once the browser has nothing better to do. @returns a function that calls it off */
export function whenIdle(callback: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(callback, 500);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(callback, { timeout: 1_500 });
  return () => cancelIdleCallback(handle);
}
