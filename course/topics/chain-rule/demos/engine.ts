// #region engine
/** A number that remembers what it was computed from, and how fast it changes with each of those. */
class Value {
  readonly data: number;
  readonly inputs: readonly Value[];
  readonly slopes: readonly number[];
  /** How fast the result changes with this number, once `backward` has come by. */
  grad = 0;

  constructor(data: number, inputs: readonly Value[] = [], slopes: readonly number[] = []) {
    this.data = data;
    this.inputs = inputs;
    this.slopes = slopes;
  }

  add(other: Value): Value {
    return new Value(this.data + other.data, [this, other], [1, 1]);
  }

  sub(other: Value): Value {
    return new Value(this.data - other.data, [this, other], [1, -1]);
  }

  mul(other: Value): Value {
    return new Value(this.data * other.data, [this, other], [other.data, this.data]);
  }

  exp(): Value {
    const y = Math.exp(this.data);
    return new Value(y, [this], [y]);
  }

  tanh(): Value {
    const y = Math.tanh(this.data);
    return new Value(y, [this], [1 - y * y]);
  }

  /** Everything that this was computed from, each before what uses it. */
  history(): Value[] {
    const order: Value[] = [];
    const seen = new Set<Value>();
    const visit = (value: Value): void => {
      if (seen.has(value)) return;
      seen.add(value);
      value.inputs.forEach(visit);
      order.push(value);
    };
    visit(this);
    return order;
  }

  /** The chain rule, from this result back to everything that it came from. */
  backward(): void {
    this.grad = 1;
    for (const value of this.history().reverse()) {
      value.inputs.forEach((input, i) => {
        input.grad += value.grad * value.slopes[i]!;
      });
    }
  }
}

const price = new Value(15);
const rate = price
  .mul(new Value(-1 / 20))
  .exp()
  .mul(new Value(0.1));
const profit = rate.mul(new Value(1000)).mul(price.sub(new Value(5)));
profit.backward();
console.log("profit:", profit.data);
console.log("dollars per dollar of price:", price.grad);

// #endregion

// #region library
import { graphOf, named, tensor } from "@gradus/tensor";

const p = named(tensor(15, { requiresGrad: true }), "price");
const gain = p.div(-20).exp().mul(0.1).mul(1000).mul(p.sub(5));
const { nodes } = graphOf(gain); // before `backward`, which uses the graph up
gain.backward();
console.log("profit:", gain.item());
console.log("dollars per dollar of price:", p.grad!.item());
console.log("recorded:", nodes.map((node) => node.name ?? node.operation).join(", "));
// #endregion

// #region learn
const value = (data: number) => new Value(data);
const table = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
] as const; // two inputs, and whether exactly one of them is 1

// Three hidden neurons and one at the end: thirteen weights.
let weights = [0.6, -0.8, 0.1, -0.7, 0.9, 0.2, 0.5, 0.4, -0.3, 0.7, 0.8, -0.6, 0.1];

for (let step = 0; step <= 400; step++) {
  const w = weights.map(value);
  let loss = value(0);
  const answers = table.map(([a, b, target]) => {
    const neuron = (i: number) =>
      w[i]!.mul(value(a))
        .add(w[i + 1]!.mul(value(b)))
        .add(w[i + 2]!)
        .tanh();
    const hidden = [neuron(0), neuron(3), neuron(6)];
    const answer = hidden.reduce((sum, unit, i) => sum.add(w[9 + i]!.mul(unit)), w[12]!);
    const error = answer.sub(value(target));
    loss = loss.add(error.mul(error));
    return answer.data.toFixed(2);
  });
  loss.backward();
  weights = weights.map((weight, i) => weight - 0.05 * w[i]!.grad);
  if (step % 100 === 0) console.log(`step ${step}: loss ${loss.data.toFixed(4)}, ${answers}`);
}

// #endregion

// #region vanish
import { grad, type Tensor } from "@gradus/tensor";

const deep = (depth: number, bend: (x: Tensor) => Tensor) => (x: Tensor) => {
  let y = x;
  for (let layer = 0; layer < depth; layer++) y = bend(y);
  return y;
};

for (const depth of [1, 5, 10, 20]) {
  const slope = (bend: (x: Tensor) => Tensor) => grad(deep(depth, bend))(tensor(0.5)).item();
  const [s, r] = [slope((x) => x.sigmoid()), slope((x) => x.relu())];
  console.log(`${depth} layers: sigmoid ${s.toExponential(1)}, relu ${r}`);
}
// #endregion

// #region pile-up
const w = tensor(2, { requiresGrad: true });
const lossOf = () => w.mul(3).add(1).sub(5).square();

lossOf().backward();
console.log("after one walk back: ", w.grad!.item());
lossOf().backward();
console.log("after another one:   ", w.grad!.item());
w.zeroGrad();
lossOf().backward();
console.log("with zeroGrad before:", w.grad!.item());
// #endregion
