// The decompositions' part of the module.

export { cholesky } from "./cholesky";
export { exchange, lu, luScratchBytes } from "./lu";
export { multiplyInto, multiplyIntoBytes } from "./multiply-into";
export { solveTriangular } from "./triangular";
