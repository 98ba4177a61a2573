// Losses that compare a prediction with a target, number by number.

import { parallelFor, taskArguments } from "./parallel";

const PIECE: usize = 8192;

@unmanaged
class Pairs {
  op: i32;
  double: bool;
  parameter: f64;
  x: usize;
  target: usize;
  g: usize;
  stepG: usize;
  scale: f64;
  out: usize;
}

/** out[i] = loss(x[i], target[i]); `op` numbers the losses as `PairLoss` does. */
export function pairLoss(op: i32, double: bool, n: usize, parameter: f64, x: usize, target: usize, out: usize): void {
  const args = changetype<Pairs>(taskArguments());
  args.op = op;
  args.double = double;
  args.parameter = parameter;
  args.x = x;
  args.target = target;
  args.out = out;
  parallelFor(lossTask, n, PIECE);
}

/** out[i] = g·scale·∂loss/∂x, with g for each element (`stepG` 1) or one for all (0). */
export function pairLossBackward(
  op: i32,
  double: bool,
  n: usize,
  parameter: f64,
  x: usize,
  target: usize,
  g: usize,
  stepG: usize,
  scale: f64,
  out: usize,
): void {
  const args = changetype<Pairs>(taskArguments());
  args.op = op;
  args.double = double;
  args.parameter = parameter;
  args.x = x;
  args.target = target;
  args.g = g;
  args.stepG = stepG;
  args.scale = scale;
  args.out = out;
  parallelFor(gradientTask, n, PIECE);
}

function lossTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Pairs>(address);
  if (args.double) losses<f64>(begin, end, args);
  else losses<f32>(begin, end, args);
}

function losses<T>(begin: usize, end: usize, args: Pairs): void {
  switch (args.op) {
    case 0: return lossOf<T, Squared>(begin, end, args);
    case 1: return lossOf<T, Absolute>(begin, end, args);
    case 2: return lossOf<T, Huber>(begin, end, args);
    case 3: return lossOf<T, SmoothAbsolute>(begin, end, args);
    case 4: return lossOf<T, Logits>(begin, end, args);
  }
}

function lossOf<T, F>(begin: usize, end: usize, args: Pairs): void {
  const parameter = args.parameter as T;
  const last = end * sizeof<T>();
  for (let i = begin * sizeof<T>(); i < last; i += sizeof<T>()) {
    store<T>(args.out + i, changetype<F>(0).value<T>(load<T>(args.x + i), load<T>(args.target + i), parameter));
  }
}

function gradientTask(begin: usize, end: usize, thread: usize, address: usize): void {
  const args = changetype<Pairs>(address);
  if (args.double) gradients<f64>(begin, end, args);
  else gradients<f32>(begin, end, args);
}

function gradients<T>(begin: usize, end: usize, args: Pairs): void {
  switch (args.op) {
    case 0: return gradientOf<T, Squared>(begin, end, args);
    case 1: return gradientOf<T, Absolute>(begin, end, args);
    case 2: return gradientOf<T, Huber>(begin, end, args);
    case 3: return gradientOf<T, SmoothAbsolute>(begin, end, args);
    case 4: return gradientOf<T, Logits>(begin, end, args);
  }
}

function gradientOf<T, F>(begin: usize, end: usize, args: Pairs): void {
  const parameter = args.parameter as T;
  const scale = args.scale as T;
  const last = end * sizeof<T>();
  for (let i = begin * sizeof<T>(); i < last; i += sizeof<T>()) {
    const slope = changetype<F>(0).slope<T>(load<T>(args.x + i), load<T>(args.target + i), parameter);
    store<T>(args.out + i, (slope * load<T>(args.g + i * args.stepG) * scale) as T);
  }
}

/** (x − t)² */
class Squared {
  @inline value<T>(x: T, t: T, _parameter: T): T {
    return ((x - t) * (x - t)) as T;
  }
  @inline slope<T>(x: T, t: T, _parameter: T): T {
    return ((2 as T) * (x - t)) as T;
  }
}

/** |x − t|; slope 0 at 0. */
class Absolute {
  @inline value<T>(x: T, t: T, _parameter: T): T {
    return abs<T>((x - t) as T);
  }
  @inline slope<T>(x: T, t: T, _parameter: T): T {
    return signOf<T>((x - t) as T);
  }
}

@inline
function signOf<T>(d: T): T {
  return d > (0 as T) ? (1 as T) : d < (0 as T) ? (-1 as T) : d;
}

/** ½d² up to |d| = δ, then δ·(|d| − ½δ). */
class Huber {
  @inline value<T>(x: T, t: T, delta: T): T {
    const d = abs<T>((x - t) as T);
    return (d < delta ? (0.5 as T) * d * d : delta * (d - (0.5 as T) * delta)) as T;
  }
  @inline slope<T>(x: T, t: T, delta: T): T {
    const d = (x - t) as T;
    return (abs<T>(d) < delta ? d : delta * signOf<T>(d)) as T;
  }
}

/** ½d²/β up to |d| = β, then |d| − ½β. */
class SmoothAbsolute {
  @inline value<T>(x: T, t: T, beta: T): T {
    const d = abs<T>((x - t) as T);
    return (d < beta ? ((0.5 as T) * d * d) / beta : d - (0.5 as T) * beta) as T;
  }
  @inline slope<T>(x: T, t: T, beta: T): T {
    const d = (x - t) as T;
    return (abs<T>(d) < beta ? d / beta : signOf<T>(d)) as T;
  }
}

/** −t·log p − (1 − t)·log(1 − p) with p = sigmoid(x), as max(x, 0) − x·t + log(1 + e^−|x|). */
class Logits {
  @inline value<T>(x: T, t: T, _parameter: T): T {
    if (sizeof<T>() == 4) {
      return (max<T>(x, 0 as T) - x * t + (Mathf.log1p(Mathf.exp(-abs<f32>(x as f32))) as T)) as T;
    }
    return (max<T>(x, 0 as T) - x * t + (Math.log1p(Math.exp(-abs<f64>(x as f64))) as T)) as T;
  }
  @inline slope<T>(x: T, t: T, _parameter: T): T {
    const e = (sizeof<T>() == 4 ? Mathf.exp(-abs<f32>(x as f32)) as T : Math.exp(-abs<f64>(x as f64)) as T);
    const top = x >= (0 as T) ? (1 as T) : e;
    return (top / ((1 as T) + e) - t) as T;
  }
}
