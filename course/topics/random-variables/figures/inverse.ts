import { defineFigure, type Point } from "@gradus/course-kit";
import { type LawName, lawNames, laws } from "../laws";

const COUNT = 40;

export default defineFigure({
  id: "inverse",
  title: "From u to x",
  caption:
    "Choose u on the left axis, go across to the curve and down: that is x. The 40 marks on the left are evenly spread. Watch where they land below: they crowd where the curve is steep.",
  controls: {
    law: { kind: "choice", label: "Distribution", choices: lawNames, value: "exponential" },
    u: { kind: "slider", label: "u", min: 0.01, max: 0.99, step: 0.01, value: 0.8 },
  },

  model: ({ law, u }) => {
    const { distribution, domain } = laws[law as LawName];
    const us = Array.from({ length: COUNT }, (_, k) => (k + 0.5) / COUNT);
    const curve = Array.from({ length: 161 }, (_, k): Point => {
      const x = domain[0] + ((domain[1] - domain[0]) * k) / 160;
      return [x, distribution.cdf(x)];
    });
    return {
      domain,
      curve,
      x: distribution.ppf(u),
      us,
      xs: us.map((each) => distribution.ppf(each)),
    };
  },

  view: ({ domain, curve, x, us, xs }, { u }) => {
    const tick = (domain[1] - domain[0]) / 60;
    return {
      panels: [
        {
          title: "The distribution function, read backwards",
          x: { label: "x", domain },
          y: { label: "u = F(x)", domain: [0, 1.04] },
          marks: [
            {
              kind: "segments",
              segments: us.map((each): [Point, Point] => [
                [domain[0], each],
                [domain[0] + tick, each],
              ]),
              role: "second",
              width: 1.5,
            },
            {
              kind: "segments",
              segments: xs.map((each): [Point, Point] => [
                [each, 0],
                [each, 0.045],
              ]),
              role: "model",
              width: 1.5,
            },
            { kind: "line", points: curve, role: "data", width: 2.5 },
            {
              kind: "line",
              points: [
                [domain[0], u],
                [x, u],
                [x, 0],
              ],
              role: "accent",
              width: 2,
              dash: true,
            },
            { kind: "points", points: [[x, u]], role: "accent", radius: 5 },
          ],
        },
      ],
      readouts: [
        { label: "u", value: u.toFixed(2), role: "second" },
        { label: "x", value: x.toFixed(3), role: "model" },
      ],
    };
  },

  describe: ({ x, xs }, { law, u }) => {
    const [first, half] = [xs[0]!, xs[COUNT / 2]!];
    return (
      `For the ${law} distribution u = ${u.toFixed(2)} becomes x = ${x.toFixed(3)}, since a share of ${u.toFixed(2)} of it lies below. ` +
      `Of 40 evenly spread values of u, the lower half lands between ${first.toFixed(2)} and ${half.toFixed(2)}, ` +
      `the upper half between there and ${xs[COUNT - 1]!.toFixed(2)}.`
    );
  },
});
