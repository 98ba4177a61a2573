// Steps of optimizers in place: p a parameter, g its gradient, the rest the state. As torch.optim computes them.

import { parallelFor, taskArguments } from "./parallel";

const PIECE: usize = 16384;

@unmanaged
class Step {
  op: i32;
  double: bool;
  p: usize;
  g: usize;
  first: usize;
  second: usize;
  third: usize;
  // What the numbers mean differs by optimizer: see below.
  rate: f64;
  decay: f64;
  a: f64;
  b: f64;
  eps: f64;
  c: f64;
  flags: i32;
}

/**
 * One step over n elements; `op` is 0 SGD, 1 Adam, 2 RMSprop, 3 Adagrad. The state tensors may be 0.
 * SGD: first = momentum buffer; a momentum, b 1 − dampening; flags 1 nesterov, 2 first step.
 * Adam: first, second = moments, third = largest second moment or 0; a, b = betas, rate already divided by the
 * first bias correction, c = 1 / √(second bias correction); flags 1: p shrinks by the factor 1 − decay instead.
 * RMSprop: first = mean square, second = mean gradient or 0, third = momentum buffer or 0; a alpha, b momentum.
 * Adagrad: first = sum of squares.
 */
export function optimizerStep(
  op: i32,
  double: bool,
  n: usize,
  p: usize,
  g: usize,
  first: usize,
  second: usize,
  third: usize,
  rate: f64,
  decay: f64,
  a: f64,
  b: f64,
  eps: f64,
  c: f64,
  flags: i32,
): void {
  const step = changetype<Step>(taskArguments());
  step.op = op;
  step.double = double;
  step.p = p;
  step.g = g;
  step.first = first;
  step.second = second;
  step.third = third;
  step.rate = rate;
  step.decay = decay;
  step.a = a;
  step.b = b;
  step.eps = eps;
  step.c = c;
  step.flags = flags;
  parallelFor(task, n, PIECE);
}

function task(begin: usize, end: usize, thread: usize, address: usize): void {
  const step = changetype<Step>(address);
  if (step.double) run<f64>(begin, end, step);
  else run<f32>(begin, end, step);
}

function run<T>(begin: usize, end: usize, step: Step): void {
  switch (step.op) {
    case 0: return each<T, Sgd>(begin, end, step);
    case 1: return each<T, Adam>(begin, end, step);
    case 2: return each<T, RmsProp>(begin, end, step);
    case 3: return each<T, Adagrad>(begin, end, step);
  }
}

/** Whole vectors, then the rest through a vector of which only one lane is stored. */
function each<T, F>(begin: usize, end: usize, step: Step): void {
  const last = end * sizeof<T>();
  let i = begin * sizeof<T>();
  for (; i + 16 <= last; i += 16) changetype<F>(0).update<T, Whole>(step, i);
  for (; i < last; i += sizeof<T>()) changetype<F>(0).update<T, Single>(step, i);
}

/** How a vector is read and written: all lanes. */
class Whole {
  @inline read<T>(at: usize): v128 {
    return v128.load(at);
  }
  @inline write<T>(at: usize, v: v128): void {
    v128.store(at, v);
  }
}

/** Or one element, in all lanes. */
class Single {
  @inline read<T>(at: usize): v128 {
    return v128.splat<T>(load<T>(at));
  }
  @inline write<T>(at: usize, v: v128): void {
    store<T>(at, v128.extract_lane<T>(v, 0));
  }
}

@inline
function all<T>(x: f64): v128 {
  return v128.splat<T>(x as T);
}

@inline
function add<T>(a: v128, b: v128): v128 {
  return v128.add<T>(a, b);
}

@inline
function mul<T>(a: v128, b: v128): v128 {
  return v128.mul<T>(a, b);
}

class Sgd {
  @inline update<T, A>(s: Step, i: usize): void {
    const p = changetype<A>(0).read<T>(s.p + i);
    let d = changetype<A>(0).read<T>(s.g + i);
    if (s.decay != 0) d = add<T>(d, mul<T>(p, all<T>(s.decay)));
    if (s.first != 0) {
      let buffer = d;
      if ((s.flags & 2) == 0) {
        const before = changetype<A>(0).read<T>(s.first + i);
        buffer = add<T>(mul<T>(before, all<T>(s.a)), mul<T>(d, all<T>(s.b)));
      }
      changetype<A>(0).write<T>(s.first + i, buffer);
      d = (s.flags & 1) != 0 ? add<T>(d, mul<T>(buffer, all<T>(s.a))) : buffer;
    }
    changetype<A>(0).write<T>(s.p + i, v128.sub<T>(p, mul<T>(d, all<T>(s.rate))));
  }
}

class Adam {
  @inline update<T, A>(s: Step, i: usize): void {
    let p = changetype<A>(0).read<T>(s.p + i);
    let g = changetype<A>(0).read<T>(s.g + i);
    if ((s.flags & 1) != 0) p = mul<T>(p, all<T>(1 - s.decay));
    else if (s.decay != 0) g = add<T>(g, mul<T>(p, all<T>(s.decay)));
    const m = changetype<A>(0).read<T>(s.first + i);
    const v = changetype<A>(0).read<T>(s.second + i);
    const mean = add<T>(mul<T>(m, all<T>(s.a)), mul<T>(g, all<T>(1 - s.a)));
    const square = add<T>(mul<T>(v, all<T>(s.b)), mul<T>(mul<T>(g, g), all<T>(1 - s.b)));
    changetype<A>(0).write<T>(s.first + i, mean);
    changetype<A>(0).write<T>(s.second + i, square);
    let root = square;
    if (s.third != 0) {
      root = v128.max<T>(changetype<A>(0).read<T>(s.third + i), square);
      changetype<A>(0).write<T>(s.third + i, root);
    }
    const size = add<T>(mul<T>(v128.sqrt<T>(root), all<T>(s.c)), all<T>(s.eps));
    const step = v128.div<T>(mul<T>(mean, all<T>(s.rate)), size);
    changetype<A>(0).write<T>(s.p + i, v128.sub<T>(p, step));
  }
}

class RmsProp {
  @inline update<T, A>(s: Step, i: usize): void {
    const p = changetype<A>(0).read<T>(s.p + i);
    let g = changetype<A>(0).read<T>(s.g + i);
    if (s.decay != 0) g = add<T>(g, mul<T>(p, all<T>(s.decay)));
    const before = changetype<A>(0).read<T>(s.first + i);
    const square = add<T>(mul<T>(before, all<T>(s.a)), mul<T>(mul<T>(g, g), all<T>(1 - s.a)));
    changetype<A>(0).write<T>(s.first + i, square);
    let spread = square;
    if (s.second != 0) {
      const old = changetype<A>(0).read<T>(s.second + i);
      const mean = add<T>(mul<T>(old, all<T>(s.a)), mul<T>(g, all<T>(1 - s.a)));
      changetype<A>(0).write<T>(s.second + i, mean);
      spread = v128.sub<T>(square, mul<T>(mean, mean));
    }
    let d = v128.div<T>(g, add<T>(v128.sqrt<T>(spread), all<T>(s.eps)));
    if (s.third != 0) {
      d = add<T>(mul<T>(changetype<A>(0).read<T>(s.third + i), all<T>(s.b)), d);
      changetype<A>(0).write<T>(s.third + i, d);
    }
    changetype<A>(0).write<T>(s.p + i, v128.sub<T>(p, mul<T>(d, all<T>(s.rate))));
  }
}

class Adagrad {
  @inline update<T, A>(s: Step, i: usize): void {
    const p = changetype<A>(0).read<T>(s.p + i);
    let g = changetype<A>(0).read<T>(s.g + i);
    if (s.decay != 0) g = add<T>(g, mul<T>(p, all<T>(s.decay)));
    const sum = add<T>(changetype<A>(0).read<T>(s.first + i), mul<T>(g, g));
    changetype<A>(0).write<T>(s.first + i, sum);
    const size = add<T>(v128.sqrt<T>(sum), all<T>(s.eps));
    changetype<A>(0).write<T>(s.p + i, v128.sub<T>(p, v128.div<T>(mul<T>(g, all<T>(s.rate)), size)));
  }
}
