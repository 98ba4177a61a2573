/**
 * Which packages each package may import: the house's arrows, which all point one way.
 * A change here is a change of the design; it goes with a page in docs/decisions.
 */
export const allowedImports: Readonly<Record<string, readonly string[]>> = {
  core: [],
  kernels: ["core"],
  tensor: ["core", "kernels"],
  stats: ["core", "tensor"],
  data: ["core", "kernels", "tensor", "stats"],
  plot: ["core"],
  files: ["core", "tensor"],
  learn: ["core", "kernels", "tensor", "stats", "data"],
  "course-kit": ["core"],
  gradus: ["core", "tensor", "stats", "files", "data", "plot", "learn"],
};

/** Folders beside packages/, and the packages that they may import. */
export const allowedOutside: Readonly<Record<string, readonly string[]>> = {
  course: ["core", "tensor", "stats", "files", "data", "plot", "learn", "course-kit"],
  "studio/server": ["core", "course-kit"],
  "studio/web": ["core", "plot", "course-kit"],
};
