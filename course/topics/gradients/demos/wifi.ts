// #region signal
type Place = readonly number[]; // x and y in metres

const senders = [
  [15, 28],
  [46, 12],
] as const;

/** The signal in dBm: each sender's power falls with the square of the distance. */
function signal([x, y]: Place): number {
  const powers = senders.map(([a, b]) => 1e-4 / ((x! - a) ** 2 + (y! - b) ** 2 + 5 ** 2)); // mW
  return 10 * Math.log10(powers[0]! + powers[1]!);
}

for (const place of [
  [15, 28],
  [30, 32],
  [60, 40],
]) {
  console.log(`at (${place}) m: ${signal(place).toFixed(1)} dBm`);
}
// #endregion

// #region partial
const h = 1e-5; // m
const alongX = (signal([30 + h, 32]) - signal([30 - h, 32])) / (2 * h);
const alongY = (signal([30, 32 + h]) - signal([30, 32 - h])) / (2 * h);

console.log("one metre to the right:", alongX.toFixed(3), "dB per m");
console.log("one metre up:          ", alongY.toFixed(3), "dB per m");
// #endregion

// #region by-hand
const f = (x: number, y: number) => x * x + 3 * x * y;
const ahead = 0.001;
console.log("∂f/∂x at (2, 1):", ((f(2 + ahead, 1) - f(2 - ahead, 1)) / (2 * ahead)).toFixed(3));
console.log("∂f/∂y at (2, 1):", ((f(2, 1 + ahead) - f(2, 1 - ahead)) / (2 * ahead)).toFixed(3));
const [x, y] = [2 + 0.6 * ahead, 1 + 0.8 * ahead]; // a small step in the direction (0.6, 0.8)
console.log("slope in that direction:", ((f(x, y) - f(2, 1)) / ahead).toFixed(2));

// #endregion

// #region library
import { grad, log10, type Tensor, tensor } from "@gradus/tensor";

const places = tensor([
  [15, 28],
  [46, 12],
]);

function signalAt(place: Tensor): Tensor {
  const squares = places.sub(place).square().sum(1).add(25); // one a sender
  return log10(squares.reciprocal().mul(1e-4).sum()).mul(10);
}

const uphill = grad(signalAt);
const arrow = uphill(tensor([30, 32]));
console.log("gradient:", arrow.toArray());
console.log("its length:", arrow.norm().item(), "dB per m");
// #endregion

// #region walk
let place = tensor([30, 32]);
for (let step = 0; step <= 10; step++) {
  const [x, y] = place.toArray<[number, number]>();
  const level = signalAt(place).item();
  console.log(`step ${step}: (${x.toFixed(1)}, ${y.toFixed(1)}) m, ${level.toFixed(1)} dBm`);
  const direction = uphill(place);
  place = place.add(direction.div(direction.norm()).mul(2)); // two metres
}
// #endregion

// #region units
// The same hall, seen from (14, 14) m; but y comes in centimetres now.
const here = tensor([14, 14]);
const inCentimetres = (place: Tensor) => signalAt(place.mul(tensor([1, 0.01])));
const numbers = grad(inCentimetres)(tensor([14, 1400]));
console.log("gradient in metres:     ", uphill(here).toArray());
console.log("gradient with y in cm:  ", numbers.toArray());

// Walk along the second one, as if its numbers were metres.
const direction = numbers.div(numbers.norm());
console.log("gain along it:", uphill(here).dot(direction).item(), "dB per m");
console.log("best possible:", uphill(here).norm().item(), "dB per m");
// #endregion
