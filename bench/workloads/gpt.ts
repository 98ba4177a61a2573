import { RandomGenerator } from "@gradus/core";
import type { Maker } from "../catalogue";
import { arrayFile } from "../data";
import type { ArrayFile } from "../workload";
import { Parameters } from "./parameters";

const VOCABULARY = 64;
const WIDTH = 128;
const LAYERS = 4;
const CONTEXT = 128;
const BATCH = 16;

/** A small GPT with its norms before the blocks, trained by Adam on one batch. */
export const gpt: Maker = {
  name: "GPT width 128, 4 layers, context 128, batch 16, 10 Adam steps",
  subject: "Training",
  goals: { pytorch: 1.5, tfjs: 1, "jax-js": 1 },
  make: () => ({
    task: "gpt",
    settings: { steps: 10, learningRate: 3e-4, layers: LAYERS, heads: 4 },
    arrays: { tokens: tokens(), ...parameters() },
    repeat: 1,
    peers: ["tfjs", "jax-js", "pytorch"],
  }),
};

function parameters(): Record<string, ArrayFile> {
  const model = new Parameters("gpt", 400)
    .normal("token", [VOCABULARY, WIDTH])
    .normal("position", [CONTEXT, WIDTH]);
  for (let layer = 0; layer < LAYERS; layer++) {
    norm(model, `${layer}.norm1`);
    model.linear(`${layer}.qkv`, WIDTH, 3 * WIDTH).linear(`${layer}.proj`, WIDTH, WIDTH);
    norm(model, `${layer}.norm2`);
    model.linear(`${layer}.up`, WIDTH, 4 * WIDTH).linear(`${layer}.down`, 4 * WIDTH, WIDTH);
  }
  norm(model, "norm");
  return model.linear("head", WIDTH, VOCABULARY).arrays;
}

function norm(model: Parameters, name: string): void {
  model.constant(`${name}.w`, [WIDTH], 1).constant(`${name}.b`, [WIDTH], 0);
}

/** Text in which a token is mostly followed by one of four: there is something to learn. */
function tokens(): ArrayFile {
  return arrayFile("gpt-tokens", [BATCH, CONTEXT + 1], () => {
    const random = new RandomGenerator(51);
    let token = 0;
    return () => {
      const next = Math.floor(4 * random.uniform());
      token = (5 * token + 7 * next + 1) % VOCABULARY;
      return token;
    };
  });
}
