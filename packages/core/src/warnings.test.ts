import { afterEach, expect, test, vi } from "vitest";
import { setWarningSink, warn } from "./warnings";

afterEach(() => vi.restoreAllMocks());

test("a warning goes to the console, or to whoever asked for it", () => {
  const onConsole = vi.spyOn(console, "warn").mockImplementation(() => {});
  warn("data", "f: expected more, got less");
  expect(onConsole.mock.calls).toEqual([["f: expected more, got less"]]);

  const seen: unknown[] = [];
  const previous = setWarningSink((warning) => seen.push(warning));
  warn("convergence", "g: expected rest");
  expect(setWarningSink(previous)).toBeTypeOf("function");
  expect(seen).toEqual([{ kind: "convergence", message: "g: expected rest" }]);
  expect(onConsole).toHaveBeenCalledTimes(1);
});
