import { describe, expect, test } from "vitest";
import { expectClose, expectEqual, expectFinite, expectThat } from "./expect";
import { CheckFailure, misconception } from "./failure";

const tensor = (values: unknown) => ({ toArray: () => values });

function failureOf(attempt: () => void): CheckFailure {
  try {
    attempt();
  } catch (error) {
    expect(error).toBeInstanceOf(CheckFailure);
    return error as CheckFailure;
  }
  throw new Error("nothing was thrown");
}

describe("expectClose", () => {
  test("passes within rtol · |expected| + atol and fails beyond", () => {
    expectClose(3.2000001, 3.2);
    expectClose(1e-10, 0);
    failureOf(() => expectClose(3.20001, 3.2));
    failureOf(() => expectClose(1e-8, 0));
    expectClose(110, 100, { rtol: 0.1 });
    failureOf(() => expectClose(111.1, 100, { rtol: 0.11, atol: 0 }));
    expectClose(1.5, 1, { rtol: 0, atol: 0.5 });
  });

  test("compares lists, typed arrays and tensors alike", () => {
    expectClose([1, 2], tensor([1, 2]));
    expectClose(tensor([[1], [2]]), [[1], [2]]);
    expectClose(new Float64Array([1, 2]), [1, 2]);
    expectClose(tensor(3), 3);
    expectClose({ w: tensor(1), b: 2, extra: 5 }, { w: 1, b: 2 });
  });

  test("takes NaN as NaN, infinity as itself, and -0 as 0", () => {
    expectClose(Number.NaN, Number.NaN);
    expectClose(Infinity, Infinity);
    expectClose(-0, 0);
    failureOf(() => expectClose(Number.NaN, 1));
    failureOf(() => expectClose(1, Number.NaN));
    failureOf(() => expectClose(-Infinity, Infinity));
    failureOf(() => expectClose(5, Infinity));
  });

  test.each([
    [4.8, 3.2, "Expected 3.2, got 4.8."],
    [[1, 5], [1, 2], "At [1], expected 2, got 5."],
    [{ w: 1, b: 3 }, { w: 1, b: 2 }, "At b, expected 2, got 3."],
    [[1, 2, 3], [1, 2], "Expected a list of 2, got a list of 3."],
    [[[1], [2]], [1, 2], "Expected a list of 2, got a table of shape 2 × 1."],
    [undefined, 2, "Expected 2, got nothing (undefined)."],
    ["2", 2, 'Expected 2, got "2".'],
    [Promise.resolve(2), 2, "Expected 2, got a promise (is an await missing?)."],
    [() => 2, 2, "Expected 2, got a function."],
    [{ a: 1 }, 2, "Expected 2, got an object with a."],
    [1.00001, 1, "Expected 1, got 1.00001."],
    [1.0000001, 1, "Expected 1, got 1.0000001."],
  ])("says of %o instead of %o: %s", (actual, expected, message) => {
    expect(failureOf(() => expectClose(actual, expected, { rtol: 1e-9 })).message).toBe(message);
  });

  test("says what was computed and why", () => {
    expect(failureOf(() => expectClose(1, 0, "the gradient is 0 there")).message).toBe(
      "Expected 0, got 1: the gradient is 0 there.",
    );
    expect(failureOf(() => expectClose(1, 0, { of: "step(0, 0.1)" })).message).toBe(
      "step(0, 0.1): expected 0, got 1.",
    );
  });

  test("names the first misconception whose value fits, else the one for the rest", () => {
    const mistakes = { "half-gradient": 3, uphill: -6 };
    const grade = (actual: number, otherwise?: string) =>
      failureOf(() => expectClose(actual, 6, { mistakes, ...(otherwise && { otherwise }) }));
    expect(grade(3).misconception).toBe("half-gradient");
    expect(grade(-6).misconception).toBe("uphill");
    expect(grade(7).misconception).toBeUndefined();
    expect(grade(7, "other").misconception).toBe("other");
  });
});

describe("expectEqual", () => {
  test("allows no distance", () => {
    expectEqual(["a", 1, true], ["a", 1, true]);
    failureOf(() => expectEqual(1 + 1e-15, 1));
    expect(failureOf(() => expectEqual("ab", "a", "letters count")).message).toBe(
      'Expected "a", got "ab": letters count.',
    );
  });
});

describe("expectThat", () => {
  test("fails with its message and misconception", () => {
    expectThat(true, "never");
    const failure = failureOf(() =>
      expectThat(false, "The loss grew.", { misconception: "uphill" }),
    );
    expect(failure.message).toBe("The loss grew.");
    expect(failure.misconception).toBe("uphill");
  });
});

describe("expectFinite", () => {
  test("refuses NaN anywhere", () => {
    expectFinite([[1, 2], [3]]);
    expect(failureOf(() => expectFinite(tensor([1, Number.NaN]), { of: "w" })).message).toBe(
      "w: expected finite numbers, got [1, NaN]",
    );
    failureOf(() => expectFinite("one"));
  });
});

describe("misconception", () => {
  test("fails with its id", () => {
    expect(failureOf(() => misconception("uphill")).misconception).toBe("uphill");
  });
});
