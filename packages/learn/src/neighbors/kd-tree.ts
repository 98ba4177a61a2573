import type { Matrix } from "../base/inputs";
import { PointTree, type TreeOptions } from "./point-tree";

/**
 * A k-d tree: points in boxes that are halved again and again, at the median of the coordinate that spreads
 * widest. A query looks only into boxes that are near enough: for few features it computes far fewer distances
 * than there are points, for more than about 15 hardly fewer.
 *
 * Metrics: "euclidean", "manhattan", "chebyshev", and "minkowski" with p >= 1. Built in O(n log n · nFeatures)
 * time, n the points.
 *
 * @see Bentley (1975), Communications of the ACM 18(9), 509–517; Friedman, Bentley and Finkel (1977), ACM
 *   Transactions on Mathematical Software 3(3), 209–226.
 * @example
 * ```ts
 * const tree = new KDTree([[0, 0], [3, 4], [10, 0]]);
 * tree.query([[0, 1]], { k: 2 }).indices.toArray(); // → [[0, 1]]
 * tree.queryRadius([[0, 0]], 5).distances[0]; // → Float64Array [0, 5]
 * ```
 */
export class KDTree extends PointTree {
  /**
   * @param X points, shape (nSamples, nFeatures)
   * @throws ShapeError unless X is a matrix with rows and columns; ValueError for values that are no finite
   *   numbers; ParameterError for options that cannot be.
   */
  constructor(X: Matrix, options: TreeOptions = {}) {
    super("KDTree", X, "kd_tree", options);
  }

  protected get name(): string {
    return "KDTree";
  }
}
