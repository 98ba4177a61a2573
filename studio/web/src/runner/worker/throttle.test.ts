import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Throttle } from "./throttle";

function collect() {
  const sent: number[] = [];
  return { sent, throttle: new Throttle<number>((value) => sent.push(value), 100) };
}

describe("Throttle", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  test("passes on the first value at once, then the latest of each interval", () => {
    const { sent, throttle } = collect();
    for (let i = 0; i <= 25; i++) {
      throttle.push(i);
      vi.advanceTimersByTime(10);
    }
    expect(sent).toEqual([0, 9, 19]);
  });

  test("serves a loop that never lets go of its thread", () => {
    const { sent, throttle } = collect();
    // The clock goes on, but no timer fires.
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    for (let i = 0; i <= 25; i++) {
      throttle.push(i);
      now += 10;
    }
    expect(sent).toEqual([0, 10, 20]);
  });

  test("sends the last value when none follows, and only once", () => {
    const { sent, throttle } = collect();
    throttle.push(1);
    throttle.push(2);
    throttle.push(3);
    expect(sent).toEqual([1]);
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([1, 3]);
  });

  test("sends what waits when the program is over", () => {
    const { sent, throttle } = collect();
    throttle.push(1);
    throttle.push(2);
    throttle.flush();
    throttle.flush();
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([1, 2]);
  });

  test("keeps no timer of the program's, whatever replaces setTimeout later", () => {
    const { sent, throttle } = collect();
    const counted = vi.fn();
    vi.stubGlobal("setTimeout", counted);
    throttle.push(1);
    throttle.push(2);
    vi.advanceTimersByTime(100);
    vi.unstubAllGlobals();
    expect(counted).not.toHaveBeenCalled();
    expect(sent).toEqual([1, 2]);
  });
});
