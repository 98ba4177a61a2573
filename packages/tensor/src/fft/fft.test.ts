import { OutOfRangeError, ParameterError, ShapeError } from "@gradus/core";
import { describe, expect, test } from "vitest";
import {
  type Complex,
  complex,
  complexAbs,
  complexConj,
  complexMul,
  fft,
  fft2,
  fftfreq,
  fftn,
  fftshift,
  ifft,
  ifft2,
  ifftn,
  ifftshift,
  irfft,
  ones,
  rfft,
  rfftfreq,
  tensor,
  zeros,
} from "../index";
import { largest, randomMatrix } from "../linalg/invariants";

/** The definition, in O(n²). */
function slow(x: Complex): [number[], number[]] {
  const [re, im] = [Array.from(x.real.data()), Array.from(x.imaginary.data())];
  const n = re.length;
  const sums = (f: (j: number, cos: number, sin: number) => number) =>
    re.map((_, k) => {
      let sum = 0;
      for (let j = 0; j < n; j++) {
        const angle = (2 * Math.PI * ((j * k) % n)) / n;
        sum += f(j, Math.cos(angle), Math.sin(angle));
      }
      return sum;
    });
  return [
    sums((j, cos, sin) => re[j]! * cos + im[j]! * sin),
    sums((j, cos, sin) => im[j]! * cos - re[j]! * sin),
  ];
}

const difference = (a: Complex, b: Complex) =>
  Math.max(largest(a.real.sub(b.real)), largest(a.imaginary.sub(b.imaginary)));

const lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 17, 19, 22, 25, 26, 30, 31, 49, 60];

describe("fft", () => {
  test.each([...lengths, 64, 97, 100, 105, 121, 128, 169, 210, 243, 254, 360])(
    "agrees with the definition and comes back, length %i",
    (n) => {
      const x = complex(randomMatrix([n]), randomMatrix([n]));
      const y = fft(x);
      const [re, im] = slow(x);
      expect(difference(y, complex(tensor(re), tensor(im)))).toBeLessThan(2e-13 * n);
      expect(difference(ifft(y), x)).toBeLessThan(2e-15 * Math.log2(n + 1) + 1e-15);
      const real = randomMatrix([n]);
      expect(largest(irfft(rfft(real), { n }).sub(real))).toBeLessThan(1e-14);
      // Parseval: the transform keeps lengths, but for the factor.
      const energy = complexAbs(fft(x, { norm: "ortho" }))
        .square()
        .sum()
        .item();
      expect(energy / complexAbs(x).square().sum().item()).toBeCloseTo(1, 13);
    },
  );

  test("long sequences, also of prime length", () => {
    for (const n of [4096, 3 ** 7, 4099, 2 * 2053]) {
      const x = complex(randomMatrix([n]), randomMatrix([n]));
      expect(difference(ifft(fft(x)), x)).toBeLessThan(1e-13);
    }
  });

  test("any axis, cut off or continued, several sequences at once", () => {
    const x = randomMatrix([3, 5, 4]);
    const y = fft(x, { axis: 1, n: 7 });
    expect(y.real.shape).toEqual([3, 7, 4]);
    const one = fft(x.slice(2, null, 1), { n: 7 });
    expect(largest(y.real.slice(2, null, 1).sub(one.real))).toBeLessThan(1e-14);
    expect(difference(fft(x, { n: 2 }), fft(x.slice(null, null, [0, 2])))).toBe(0);
    expect(rfft(zeros([2, 0, 4])).real.shape).toEqual([2, 0, 3]);
    expect(fft(ones(4, { dtype: "float32" })).real.dtype).toBe("float32");
    expect(fft(tensor([1, 2], { dtype: "int32" })).real.dtype).toBe("float64");
  });

  test("several axes, and back", () => {
    const x = complex(randomMatrix([3, 4, 5]), randomMatrix([3, 4, 5]));
    expect(difference(ifftn(fftn(x)), x)).toBeLessThan(1e-14);
    expect(difference(ifft2(fft2(x)), x)).toBeLessThan(1e-14);
    expect(difference(fft2(x), fftn(x, { axes: [1, 2] }))).toBe(0);
    expect(fftn(x, { s: [2, 8] }).real.shape).toEqual([3, 2, 8]);
  });

  test("a product of transforms is a circular convolution", () => {
    const product = complexMul(fft(tensor([1, 2, 3])), fft(tensor([0, 1, 0])));
    expect(largest(ifft(product).real.sub(tensor([3, 1, 2])))).toBeLessThan(1e-15);
  });

  test("frequencies and shifts", () => {
    expect(fftfreq(5, 0.5).toArray()).toEqual([0, 0.4, 0.8, -0.8, -0.4]);
    expect(rfftfreq(5, 0.5).toArray()).toEqual([0, 0.4, 0.8]);
    expect(fftshift(tensor([0, 1, 2, 3, 4])).toArray()).toEqual([3, 4, 0, 1, 2]);
    expect(ifftshift(fftshift(tensor([0, 1, 2, 3, 4]))).toArray()).toEqual([0, 1, 2, 3, 4]);
    expect(
      fftshift(
        tensor([
          [1, 2],
          [3, 4],
        ]),
        0,
      ).toArray(),
    ).toEqual([
      [3, 4],
      [1, 2],
    ]);
  });

  test("refuses what does not fit", () => {
    expect(() => fft(zeros([2, 0]))).toThrow(ShapeError);
    expect(() => irfft(zeros([0]))).toThrow(ParameterError);
    expect(() => fft(ones(3), { axis: 1 })).toThrow(OutOfRangeError);
    expect(() => ifft(ones(3), { n: 0 })).toThrow(ParameterError);
    expect(() => rfft(ones(3), { n: 1.5 })).toThrow(ParameterError);
    expect(() => fft(ones(3), { norm: "none" as "ortho" })).toThrow(/norm must be "backward"/);
    expect(() => fft({ real: ones(3), imaginary: ones(2) })).toThrow(ShapeError);
    expect(() => fftn(ones([2, 2]), { axes: [0, 0] })).toThrow(ParameterError);
    expect(() => ifftn(ones([2, 2]), { axes: [0], s: [2, 2] })).toThrow(ParameterError);
    expect(() => fft2(ones(3))).toThrow(OutOfRangeError);
    expect(() => ifft2(ones(3))).toThrow(OutOfRangeError);
    for (const f of [fftfreq, rfftfreq]) {
      expect(() => f(0)).toThrow(ParameterError);
      expect(() => f(3, 0)).toThrow(ParameterError);
    }
    for (const f of [fftshift, ifftshift]) {
      expect(() => f(ones(3), 1)).toThrow(OutOfRangeError);
      expect(() => f(ones([2, 2]), [0, -2])).toThrow(ParameterError);
    }
  });
});

describe("complex numbers", () => {
  const x = complex(tensor([3, 0, 1e200]), tensor([4, 0, 1e200]));

  test("sizes neither overflow nor have a gradient at 0", () => {
    expect(complexAbs(x).slice([0, 2]).toArray()).toEqual([5, 0]);
    expect(complexAbs(x).at(2).item() / 1e200).toBeCloseTo(Math.SQRT2, 14);
    const re = tensor([0], { requiresGrad: true });
    complexAbs(complex(re, tensor([0])))
      .sum()
      .backward();
    expect(re.grad!.toArray()).toEqual([0]);
  });

  test("a number times its conjugate is its size squared", () => {
    const { real, imaginary } = complexMul(x, complexConj(x));
    expect([real.at(0).item(), imaginary.at(0).item()]).toEqual([25, 0]);
  });

  test("refuses parts that do not fit", () => {
    expect(() => complex(ones(2), ones(3))).toThrow(ShapeError);
    expect(() => complexMul(x, complex(ones(2)))).toThrow(ShapeError);
  });
});
