// #region hand
import { stack, type Tensor, tensor } from "@gradus/tensor";

const upper = 3; // dm, from the shoulder to the elbow
const fore = 2; // dm, from the elbow to the hand

/** Where the hand is: (x, y) in dm, for the angles of shoulder and elbow in radians. */
const hand = (angles: Tensor): Tensor => {
  const first = angles.at(0);
  const both = first.add(angles.at(1)); // the forearm's own direction
  const x = first.cos().mul(upper).add(both.cos().mul(fore));
  const y = first.sin().mul(upper).add(both.sin().mul(fore));
  return stack([x, y]);
};

const angles = tensor([Math.PI / 2, -Math.PI / 2]); // upper arm straight up, forearm to the right
console.log(
  "the hand is at",
  hand(angles)
    .toArray<number[]>()
    .map((v) => v.toFixed(3)),
);
// #endregion

// #region nudge
const h = 0.01; // radians
for (const [name, turn] of [
  ["shoulder", [h, 0]],
  ["elbow", [0, h]],
] as const) {
  const moved = hand(angles.add(tensor([...turn]))).sub(hand(angles));
  const perRadian = moved.div(h).toArray<number[]>();
  console.log(
    `${name}: the hand moves by`,
    perRadian.map((v) => v.toFixed(3)),
    "dm per radian",
  );
}

// #endregion

// #region library
import { jacobian } from "@gradus/tensor";

const J = jacobian(hand)(angles);
console.log(J.toArray<number[][]>().map((row) => row.map((v) => Math.round(v * 1e6) / 1e6 || 0)));

// #endregion

// #region solve
import { solve } from "@gradus/tensor";

const wanted = tensor([0.1, 0]); // one centimetre to the right
const turn = solve(J, wanted);
const after = hand(angles.add(turn)).sub(hand(angles));
console.log(
  "turn by",
  turn.toArray<number[]>().map((v) => v.toFixed(4)),
  "radians",
);
console.log(
  "the hand moves by",
  after.toArray<number[]>().map((v) => v.toFixed(4)),
  "dm",
);
// #endregion

// #region reach
const target = tensor([-1, 3.5]);
let pose = angles;
for (let step = 0; step <= 5; step++) {
  const missing = target.sub(hand(pose));
  console.log(`step ${step}: ${missing.norm().item().toExponential(1)} dm from the target`);
  pose = pose.add(solve(jacobian(hand)(pose), missing));
}
// #endregion

// #region chain
// The speed of the hand when the motors turn: seconds → angles → place.
const motors = (time: Tensor) =>
  stack([time.mul(0.5).add(Math.PI / 2), time.mul(-1).sub(Math.PI / 2)]);
const now = tensor(0);
const throughBoth = jacobian((time) => hand(motors(time)))(now);
const product = jacobian(hand)(motors(now)).matmul(jacobian(motors)(now));
console.log(
  "of the composition:",
  throughBoth.toArray<number[]>().map((v) => v.toFixed(4)),
);
console.log(
  "product of the two:",
  product.toArray<number[]>().map((v) => v.toFixed(4)),
);

// #endregion

// #region stretched
import { determinant, svdvals } from "@gradus/tensor";

for (const bend of [90, 30, 10, 1]) {
  const at = tensor([Math.PI / 2, (-bend * Math.PI) / 180]);
  const Jat = jacobian(hand)(at);
  const down = solve(Jat, tensor([0, -0.1])); // one centimetre back towards the shoulder
  const turns = down.toArray<number[]>().map((v) => `${((v * 180) / Math.PI).toFixed(0)}°`);
  console.log(
    `bent by ${bend}°: determinant ${determinant(Jat).item().toFixed(2)},`,
    `weakest direction ${svdvals(Jat).min().item().toFixed(3)} dm per radian, turns ${turns.join(" and ")}`,
  );
}
// #endregion
