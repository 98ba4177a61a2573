import type { Matrix } from "../base/inputs";
import { PointTree, type TreeOptions } from "./point-tree";

/**
 * A ball tree: points in balls that are halved again and again, at the median of the coordinate that spreads
 * widest. A query looks only into balls that are near enough. It needs nothing of a metric but the triangle
 * inequality, so it takes "hamming" and functions too, beside those of `KDTree`.
 *
 * Built in O(n log n · nFeatures) time, n the points.
 *
 * @see Omohundro (1989), Five balltree construction algorithms, International Computer Science Institute.
 * @example
 * ```ts
 * const tree = new BallTree([[0, 0], [3, 4], [10, 0]], { metric: "manhattan" });
 * tree.query([[0, 1]], { k: 2 }).distances.toArray(); // → [[1, 6]]
 * ```
 */
export class BallTree extends PointTree {
  /**
   * @param X points, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for values that are no finite
   *   numbers; ParameterError for options that cannot be.
   */
  constructor(X: Matrix, options: TreeOptions = {}) {
    super("BallTree", X, "ball_tree", options);
  }

  protected get name(): string {
    return "BallTree";
  }
}
