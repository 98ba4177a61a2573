import { describe, expect, test } from "vitest";
import { countTimers, type TimerScope } from "./timers";

/** Timers as a browser has them, with numbers for ids. */
function scopeOfNumbers(): TimerScope {
  const handles = new Map<number, NodeJS.Timeout>();
  let last = 0;
  const keep = (handle: NodeJS.Timeout) => {
    last += 1;
    handles.set(last, handle);
    return last;
  };
  const clear = (id?: number) => clearTimeout(handles.get(id ?? 0));
  return {
    setTimeout: (handler, delay) => keep(setTimeout(handler, delay)),
    setInterval: (handler, delay) => keep(setInterval(handler, delay)),
    clearTimeout: clear,
    clearInterval: clear,
  };
}

describe("countTimers", () => {
  test("waits for timers, and for those that they start", async () => {
    const scope = scopeOfNumbers();
    const idle = countTimers(scope);
    const seen: string[] = [];
    scope.setTimeout(() => {
      seen.push("first");
      scope.setTimeout(() => seen.push("second"), 20);
    }, 20);
    await idle();
    expect(seen).toEqual(["first", "second"]);
  });

  test("waits for an interval until it is cleared, by either function", async () => {
    const scope = scopeOfNumbers();
    const idle = countTimers(scope);
    let ticks = 0;
    const id = scope.setInterval(() => {
      ticks += 1;
      if (ticks === 3) scope.clearTimeout(id);
    }, 5);
    await idle();
    expect(ticks).toBe(3);
  });

  test("does not wait for a timer that was cleared", async () => {
    const scope = scopeOfNumbers();
    const idle = countTimers(scope);
    scope.clearTimeout(scope.setTimeout(() => {}, 60_000));
    scope.clearInterval(undefined);
    const begun = performance.now();
    await idle();
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
