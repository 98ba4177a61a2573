// The decompositions' part of the module.

export { cholesky } from "./cholesky";
export { exchange, lu, luScratchBytes } from "./lu";
export { multiplyIntoBytes } from "./gemm";
export { solveTriangular } from "./triangular";
export { blockScratchBytes } from "./block-reflector";
export { qrPivoted } from "./qr";
export { applyQBlocked, qrBlocked } from "./qr-blocked";
export { symmetricEigen, symmetricEigenBytes } from "./symmetric-eigen";
export { svd, svdBytes } from "./svd";
export { generalEigen, generalEigenBytes } from "./general-eigen";
export { fft, fftBluestein } from "./fft";
export { denseTimesSparse, sparseTimesDense } from "./sparse";
