export { loadModel, saveModel } from "./model/load-and-save";
export {
  decodeModel,
  encodeModel,
  type ModelFileOptions,
  type SavableModel,
} from "./model/model-file";
export { loadNpy, loadNpz, saveNpy, saveNpz } from "./numpy/load-and-save";
export { decodeNpy, encodeNpy, type NpyOptions } from "./numpy/npy";
export { decodeNpz, encodeNpz, type NpzOptions } from "./numpy/npz";
export { decodeOnnx, loadOnnx } from "./onnx/decode-onnx";
export { encodeOnnx, type OnnxOptions, saveOnnx } from "./onnx/encode-onnx";
export type { OnnxPrecision } from "./onnx/inputs";
export {
  readFile,
  removeFile,
  streamFile,
  temporaryFolder,
  writeFile,
} from "./storage/named-files";
