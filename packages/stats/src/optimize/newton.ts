import { LinAlgError, ShapeError } from "@gradus/core";
import { choleskySolve, eye, hessian, scoped, type Tensor, tensor } from "@gradus/tensor";
import type { Directions } from "./descend";
import type { Evaluator, Point } from "./evaluate";
import type { Vector } from "./vectors";

/**
 * Newton's directions −H⁻¹g with the matrix H of second derivatives. Where it is not positive definite, a multiple
 * of the identity is added until it is: n² second derivatives and O(n³) time a step.
 *
 * @see Nocedal and Wright (2006), Numerical Optimization, algorithm 3.3.
 */
export class NewtonDirections implements Directions {
  readonly scaled = true;
  readonly #evaluator: Evaluator;
  readonly #hess: (x: Tensor) => Tensor;

  constructor(evaluator: Evaluator, hess: ((x: Tensor) => Tensor) | undefined) {
    this.#evaluator = evaluator;
    this.#hess = hess ?? hessian((x) => evaluator.objective(x) as Tensor);
  }

  /** @throws ShapeError if `hess` gives another shape than that of x twice. */
  at({ x, jac }: Point): Vector {
    this.#evaluator.nhev++;
    return scoped(() => {
      const n = x.length;
      const H = this.#hess(this.#evaluator.tensor(x)).astype("float64");
      const twice = [...this.#evaluator.shape, ...this.#evaluator.shape];
      if (H.shape.join() !== twice.join()) {
        const { where } = this.#evaluator;
        throw new ShapeError(`${where}: expected hess to give shape [${twice}], got [${H.shape}]`);
      }
      const down = tensor(jac).neg();
      return (bowlSolution(H.reshape([n, n]), down) ?? down).data() as Vector;
    });
  }
}

/** The p of (H + τ·1) p = b with the first τ of 0, β, 2β, 4β, … that makes the matrix positive definite. */
function bowlSolution(H: Tensor, b: Tensor): Tensor | undefined {
  const size = H.abs().max().item();
  if (!Number.isFinite(size)) return undefined;
  const smallest = H.diagonal().min().item();
  const beta = 1e-3 * size || 1e-3;
  let shift = smallest > 0 ? 0 : beta - smallest;
  for (let trial = 0; trial < 40; trial++) {
    try {
      return choleskySolve(shift === 0 ? H : H.add(eye(b.size).mul(shift)), b);
    } catch (error) {
      if (!(error instanceof LinAlgError)) throw error;
      shift = Math.max(2 * shift, beta);
    }
  }
  return undefined;
}
