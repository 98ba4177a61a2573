// Writes model files of ours for libsvm's svm-predict; reference/learn_svm_predict.py runs it:
//   node tools/run.mjs reference/libsvm_models.ts DIRECTORY
import { writeLibsvmFiles } from "../packages/learn/src/testing/libsvm-machines";

await writeLibsvmFiles(process.argv[2]!);
