import { setTimeout as sleep } from "node:timers/promises";
import { getNumThreads, threadStats, zeros } from "@gradus/tensor";
import { add, mulSumBackward } from "./gradus/arithmetic";
import { cnn } from "./gradus/cnn";
import { convolution, convolutionGradients } from "./gradus/convolution";
import { csv } from "./gradus/csv";
import { eigh, solve, svd } from "./gradus/decompositions";
import { estimator } from "./gradus/estimators";
import { mutualInfo, textClassifier } from "./gradus/features";
import { gpt } from "./gradus/gpt";
import { matmul } from "./gradus/matmul";
import { classMetrics, regressionMetrics } from "./gradus/metrics";
import { mlp } from "./gradus/mlp";
import { model } from "./gradus/models";
import { kNeighbors, nearest } from "./gradus/neighbors";
import { polynomial } from "./gradus/polynomial";
import { gru, lstm } from "./gradus/recurrent";
import { gridSearch, linearSVC, svc } from "./gradus/support-vectors";
import { groupMean, innerJoin } from "./gradus/tables";
import { serve } from "./serve";

const threads = getNumThreads();

await serve({
  version: "gradus",
  setting: `${threads} thread${threads === 1 ? "" : "s"}`,
  start: awaitThreads,
  tasks: {
    matmul,
    convolution,
    convolutionGradients,
    mlp,
    cnn,
    lstm,
    gru,
    gpt,
    add,
    mulSumBackward,
    svd,
    eigh,
    solve,
    linearRegression: estimator,
    ridge: estimator,
    polynomial,
    model,
    kNeighbors,
    nearest,
    svc,
    linearSVC,
    gridSearch,
    textClassifier,
    mutualInfo,
    classMetrics,
    regressionMetrics,
    groupMean,
    innerJoin,
    readCSV: csv,
  },
});

/** The threads load for up to a second, as long as short workloads are timed. */
async function awaitThreads(): Promise<void> {
  zeros(1 << 20); // a large operation, which asks for them
  for (let waits = 0; waits < 500; waits++) {
    const { nThreads, nHelpers, unavailable } = threadStats();
    if (unavailable !== undefined || nHelpers >= nThreads - 1) return;
    await sleep(10);
  }
}
