import { afterEach, describe, expect, test } from "vitest";
import { ParameterError } from "./errors";
import { type Progress, reportProgress, setProgressSink } from "./progress";

describe("reportProgress", () => {
  const original = setProgressSink(() => {});
  afterEach(() => setProgressSink(original));

  test("without a sink does nothing", () => {
    setProgressSink(original);
    expect(() => reportProgress({ done: 1, total: 2 })).not.toThrow();
  });

  test("hands the sink what it is told, and every report of a loop", () => {
    const seen: Progress[] = [];
    setProgressSink((progress) => seen.push(progress));
    const full = { done: 1, total: 2, label: "Fitting", metrics: { loss: 0.5 } };
    reportProgress(full);
    reportProgress({ done: 2 });
    expect(seen).toEqual([full, { done: 2 }]);
  });

  test("hands over a copy of the known fields, which a message can carry", () => {
    const seen: Progress[] = [];
    setProgressSink((progress) => seen.push(progress));
    const metrics = { loss: 1 };
    const told = { done: 1, metrics, model: () => "cannot be cloned" };
    reportProgress(told);
    metrics.loss = 2;
    expect(structuredClone(seen)).toEqual([{ done: 1, metrics: { loss: 1 } }]);
  });

  test("takes a loss that diverges, a loop of no steps and a fraction of a step", () => {
    const seen: Progress[] = [];
    setProgressSink((progress) => seen.push(progress));
    reportProgress({ done: 1, metrics: { loss: Number.NaN, norm: Number.POSITIVE_INFINITY } });
    reportProgress({ done: 0, total: 0 });
    reportProgress({ done: 0.5, total: 1 });
    expect(seen).toHaveLength(3);
  });

  test.each([
    [{ done: -1 }, "done must be a finite number >= 0, got -1"],
    [{ done: Number.NaN }, "done must be a finite number >= 0, got NaN"],
    [{ done: "3" }, 'done must be a finite number >= 0, got "3"'],
    [
      { done: 1, total: Number.POSITIVE_INFINITY },
      "total must be a finite number >= 0, got Infinity",
    ],
    [{ done: 11, total: 10 }, "done must be a number from 0 to 10, got 11"],
    [{ done: 1, label: 7 }, "label must be a string, got 7"],
    [{ done: 1, metrics: { loss: "low" } }, 'metrics.loss must be a number, got "low"'],
  ])("refuses %j, with and without a sink", (progress, message) => {
    const wrong = () => reportProgress(progress as Progress);
    expect(wrong).toThrow(ParameterError);
    expect(wrong).toThrow(`reportProgress: ${message}`);
    setProgressSink(original);
    expect(wrong).toThrow(ParameterError);
  });
});

test("setProgressSink returns the sink that was there", () => {
  const [first, second] = [() => {}, () => {}];
  const original = setProgressSink(first);
  expect(setProgressSink(second)).toBe(first);
  expect(setProgressSink(original)).toBe(second);
});
