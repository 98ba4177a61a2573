import { ParameterError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import { Ridge } from "../linear-model/ridge";
import { replaceParams } from "./params";

describe("options are replaced", () => {
  test("by name, in a new estimator", () => {
    const ridge = new Ridge({ alpha: 3, fitIntercept: false });
    expect(ridge.withParams({ alpha: 5 }).getParams()).toEqual({ alpha: 5, fitIntercept: false });
    expect(ridge.alpha).toBe(3);
    expect(() => ridge.withParams({ alpha: -1 })).toThrow(ParameterError);
  });

  test("inside an estimator that is an option", () => {
    const params = { inner: new Ridge({ alpha: 3 }), n: 2 };
    const replaced = replaceParams("Outer", params, { "inner.alpha": 7, n: 4 });
    expect(replaced.n).toBe(4);
    expect((replaced.inner as Ridge).alpha).toBe(7);
    const both = { inner: new Ridge(), "inner.alpha": 9 };
    expect((replaceParams("Outer", params, both).inner as Ridge).alpha).toBe(9);
  });

  test("only where there are such options", () => {
    expect(() => new Ridge().withParams({ beta: 1 })).toThrow(
      "Ridge: expected the name of an option (alpha, fitIntercept), got beta",
    );
    expect(() => new Ridge().withParams({ "alpha.x": 1 })).toThrow(
      "Ridge: expected an estimator as alpha, since alpha.x is an option of it, got 1",
    );
  });
});
