import type { GradientCase } from "../gradient-case";
import type { Tensor } from "../index";
import * as library from "../index";

const anyShape = [[[]], [[1]], [[4]], [[2, 3]], [[2, 0]], [[2, 1, 3]]];
const pairs = [
  [[], []],
  [[3], [3]],
  [[2, 3], [3]],
  [
    [2, 1],
    [1, 3],
  ],
  [[4], []],
  [
    [2, 0],
    [1, 1],
  ],
  [
    [2, 1, 3],
    [4, 1],
  ],
];

const positive = (x: Tensor) => x.abs().add(0.5);
const offZero = (x: Tensor) => x.add(x.sign().mul(0.1));
/** Inside (−1, 1). */
const inside = (x: Tensor) => x.tanh().mul(0.9);
/** Neither at 0 nor at a jump of a quotient. */
const broken = (x: Tensor) => x.mul(2).round().add(x.tanh().mul(0.2)).add(0.5);

const unary = (f: (x: Tensor) => Tensor, domain?: (x: Tensor) => Tensor): GradientCase => ({
  f,
  shapes: anyShape,
  ...(domain && { domain }),
});
const binary = (
  f: (a: Tensor, b: Tensor) => Tensor,
  domain?: (x: Tensor) => Tensor,
): GradientCase => ({
  f: f as GradientCase["f"],
  shapes: pairs,
  ...(domain && { domain }),
});

/** Every differentiable elementwise function beyond the basic arithmetic. */
export const functionCases: Record<string, GradientCase | GradientCase[]> = {
  exp2: unary((x) => library.exp2(x)),
  log2: unary((x) => library.log2(x), positive),
  log10: unary((x) => library.log10(x), positive),
  logaddexp: binary((a, b) => library.logaddexp(a, b)),
  tan: unary((x) => library.tan(x), inside),
  asin: unary((x) => library.asin(x), inside),
  acos: unary((x) => library.acos(x), inside),
  atan: unary((x) => library.atan(x)),
  atan2: binary((a, b) => library.atan2(a, b), offZero),
  sinh: unary((x) => library.sinh(x)),
  cosh: unary((x) => library.cosh(x)),
  asinh: unary((x) => library.asinh(x)),
  acosh: unary((x) => library.acosh(x.add(1)), positive),
  atanh: unary((x) => library.atanh(x), inside),
  rsqrt: unary((x) => library.rsqrt(x), positive),
  cbrt: unary((x) => library.cbrt(x), positive),
  hypot: binary((a, b) => library.hypot(a, b), offZero),
  trunc: unary((x) => library.trunc(x).mul(x), broken),
  mod: binary((a, b) => library.mod(a, b.abs().add(2)).mul(b), broken),
  fmod: binary((a, b) => library.fmod(a, b.abs().add(2)).mul(b), broken),
  floorDivide: binary((a, b) => library.floorDivide(a, b.abs().add(2)).mul(b), broken),
  copysign: binary((a, b) => library.copysign(a, b), offZero),
  lerp: [
    binary((a, b) => library.lerp(a, b, 0.3)),
    binary((a, b) => library.lerp(a, b, b.sigmoid())),
  ],
  erf: unary((x) => library.erf(x)),
  erfc: unary((x) => library.erfc(x)),
  erfinv: unary((x) => library.erfinv(x), inside),
  lgamma: [
    unary((x) => library.lgamma(x), positive),
    unary((x) => library.lgamma(x.tanh().mul(0.3).sub(1.5))),
  ],
  digamma: unary((x) => library.digamma(x), positive),
  polygamma: unary((x) => library.polygamma(2, x), positive),
  betaln: binary((a, b) => library.betaln(a, b), positive),
  i0: unary((x) => library.i0(x)),
  i1: [unary((x) => library.i1(x)), unary((x) => library.i1(x.mul(0)).add(x))],
  xlogy: binary((a, b) => library.xlogy(a, b), positive),
  nanToNum: unary((x) => library.nanToNum(x)),
  logSigmoid: unary((x) => library.logSigmoid(x)),
  silu: unary((x) => library.silu(x)),
  gelu: [
    unary((x) => library.gelu(x)),
    unary((x) => library.gelu(x, { approximate: "tanh" })),
    unary((x) => library.gelu(x.mul(3)).square()),
  ],
  mish: unary((x) => library.mish(x)),
  softsign: unary((x) => library.softsign(x), offZero),
  leakyRelu: unary((x) => library.leakyRelu(x, 0.2), offZero),
  prelu: [
    {
      f: (x, w) => library.prelu(x!, w!),
      shapes: [
        [[2, 3], [3]],
        [[2, 3, 2], [3]],
        [[4], [4]],
      ],
      domain: offZero,
    },
    {
      f: (x, w) => library.prelu(x!, w!),
      shapes: [
        [[2, 3], [1]],
        [[4], []],
      ],
      domain: offZero,
    },
  ],
  elu: unary((x) => library.elu(x, 0.7), offZero),
  celu: [unary((x) => library.celu(x), offZero), unary((x) => library.celu(x, 0.6), offZero)],
  selu: unary((x) => library.selu(x), offZero),
  hardtanh: unary((x) => library.hardtanh(x, -0.6, 0.7)),
  relu6: unary((x) => library.relu6(x), offZero),
  hardSigmoid: unary((x) => library.hardSigmoid(x.mul(2))),
  hardSwish: unary((x) => library.hardSwish(x.mul(2))),
};

/** Functions of the same files that have no gradient. */
export const functionOthers =
  "bitwiseAnd bitwiseNot bitwiseOr bitwiseXor leftShift rightShift logicalAnd logicalNot logicalOr logicalXor " +
  "allClose isClose isFinite isInf isNaN";
