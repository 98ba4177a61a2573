import { DTypeError, describeValue } from "@gradus/core";
import { isFloating, promoteTypes } from "../dtype";
import { isTensor } from "../factory";
import { matmul } from "../linalg/matmul";
import { moveAxis } from "../ops/axes";
import { astype } from "../ops/convert";
import { slice } from "../ops/slice";
import { broadcastTo, reshape, transpose } from "../ops/views";
import { sizeOf } from "../shape";
import type { Tensor } from "../tensor";
import { parseSubscripts } from "./parse";

/** A tensor whose axes have names, each once. */
interface Named {
  readonly x: Tensor;
  readonly names: readonly string[];
}

/**
 * Sums of products by Einstein's convention: every axis of every operand has a letter, axes of one letter run
 * together, and letters that the result lacks are summed over. `"ij,jk->ik"` is a matrix product, `"ii->"` a
 * trace, `"bhqd,bhkd->bhqk"` the scores of attention.
 *
 * Without an arrow the result has the letters that come once, in alphabetical order. `...` stands for further
 * axes, which broadcast. Pairs of operands are contracted by `matmul`, those with the smallest result first.
 * Differentiable.
 *
 * @param subscripts the axes of each operand, separated by commas, then `->` and those of the result
 * @returns in the operands' common dtype; uint8 and bool count as int32
 * @throws ParameterError for subscripts that cannot be read or do not fit the number of operands; ShapeError if
 * the operands' shapes do not fit them; DTypeError for operands that are not tensors.
 * @example
 * ```ts
 * const A = tensor([[1, 2], [3, 4]]);
 * einsum("ij,j->i", A, tensor([1, 1])).toArray(); // [3, 7]
 * einsum("ii", A).item(); // 5
 * ```
 */
export function einsum(subscripts: string, ...operands: readonly Tensor[]): Tensor {
  for (const x of operands) {
    if (!isTensor(x)) throw new DTypeError(`einsum: expected tensors, got ${describeValue(x)}`);
  }
  const shapes = operands.map((x) => x.shape);
  const { inputs, output, lengths } = parseSubscripts(subscripts, shapes);
  const common = operands.map((x) => x.dtype).reduce(promoteTypes);
  const dtype = isFloating(common) ? common : "int32";
  const rest = operands.map((x, i) => withoutRepeats(astype(x, dtype), inputs[i]!, lengths));
  while (rest.length > 1) {
    const [i, j] = cheapestPair(rest, output, lengths);
    const [b] = rest.splice(j, 1) as [Named];
    const [a] = rest.splice(i, 1) as [Named];
    const wanted = new Set([...output, ...rest.flatMap(({ names }) => names)]);
    rest.push(
      contract(
        sumOver(a, (n) => wanted.has(n) || b.names.includes(n)),
        sumOver(b, (n) => wanted.has(n) || a.names.includes(n)),
        wanted,
        lengths,
      ),
    );
  }
  const last = sumOver(rest[0]!, (name) => output.includes(name));
  return inOrder(last, output).x;
}

/** Takes the diagonal of axes that have the same name. */
function withoutRepeats(
  x: Tensor,
  names: readonly string[],
  lengths: ReadonlyMap<string, number>,
): Named {
  const second = names.findIndex((name, i) => names.indexOf(name) < i);
  if (second === -1) return { x, names };
  const first = names.indexOf(names[second]!);
  const n = lengths.get(names[second]!)!;
  const square = broadcastTo(x, x.shape.with(first, n).with(second, n));
  const last = moveAxis(square, [first, second], [-2, -1]);
  const others = last.shape.slice(0, -2);
  // Every (n + 1)-th element of the flat square is on its diagonal.
  const flat = reshape(last, [...others, n * n]);
  const diagonal = slice(flat, ...others.map(() => null), [null, null, n + 1]);
  const left = names.filter((_, i) => i !== first && i !== second);
  return withoutRepeats(diagonal, [...left, names[second]!], lengths);
}

/** Sums over the axes that nobody wants. */
function sumOver({ x, names }: Named, isWanted: (name: string) => boolean): Named {
  const axes = names.flatMap((name, i) => (isWanted(name) ? [] : [i]));
  return axes.length === 0 ? { x, names } : { x: x.sum(axes), names: names.filter(isWanted) };
}

/** The pair whose product is smallest, the first of equals. */
function cheapestPair(
  list: readonly Named[],
  output: readonly string[],
  lengths: ReadonlyMap<string, number>,
): [number, number] {
  let best: [number, number] = [0, 1];
  let least = Infinity;
  for (let j = 1; list.length > 2 && j < list.length; j++) {
    for (let i = 0; i < j; i++) {
      const others = list.filter((_, k) => k !== i && k !== j).flatMap(({ names }) => names);
      const kept = [...new Set([...list[i]!.names, ...list[j]!.names])].filter(
        (name) => output.includes(name) || others.includes(name),
      );
      const size = sizeOf(kept.map((name) => lengths.get(name)!));
      if (size < least) [least, best] = [size, [i, j]];
    }
  }
  return best;
}

/** The product of two operands, summed over the names that they share and nobody else wants. */
function contract(
  a: Named,
  b: Named,
  wanted: ReadonlySet<string>,
  lengths: ReadonlyMap<string, number>,
): Named {
  const shared = a.names.filter((name) => b.names.includes(name));
  const batch = shared.filter((name) => wanted.has(name));
  const summed = shared.filter((name) => !wanted.has(name));
  const freeA = a.names.filter((name) => !shared.includes(name));
  const freeB = b.names.filter((name) => !shared.includes(name));
  const names = [...batch, ...freeA, ...freeB];
  if (summed.length === 0) {
    const left = inOrder(a, [...batch, ...freeA]).x;
    const right = inOrder(b, [...batch, ...freeB]).x;
    const nBatch = batch.length;
    const spread = reshape(left, [...left.shape, ...freeB.map(() => 1)]);
    const aligned = reshape(right, right.shape.toSpliced(nBatch, 0, ...freeA.map(() => 1)));
    return { x: spread.mul(aligned), names };
  }
  const sizes = (list: readonly string[]) => list.map((name) => lengths.get(name)!);
  const full = ({ x, names: own }: Named) =>
    broadcastTo(
      x,
      own.map((name, i) => (summed.includes(name) ? lengths.get(name)! : x.shape[i]!)),
    );
  const left = inOrder({ x: full(a), names: a.names }, [...batch, ...freeA, ...summed]).x;
  const right = inOrder({ x: full(b), names: b.names }, [...batch, ...summed, ...freeB]).x;
  const [m, k, n] = [sizes(freeA), sizes(summed), sizes(freeB)].map(sizeOf) as [
    number,
    number,
    number,
  ];
  const nBatch = batch.length;
  const product = matmul(
    reshape(left, [...left.shape.slice(0, nBatch), m, k]),
    reshape(right, [...right.shape.slice(0, nBatch), k, n]),
  );
  const shape = [...product.shape.slice(0, nBatch), ...sizes(freeA), ...sizes(freeB)];
  return { x: reshape(product, shape), names };
}

/** With the axes in the given order. */
function inOrder({ x, names }: Named, order: readonly string[]): Named {
  if (order.every((name, i) => names[i] === name)) return { x, names: order };
  return { x: transpose(x, ...order.map((name) => names.indexOf(name))), names: order };
}
