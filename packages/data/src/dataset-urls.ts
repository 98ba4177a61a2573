// These addresses are relative to this file and hold as well in the bundle: src/dataset-urls.ts and
// dist/index.js both stand one folder below the package. Bundlers look for just this form.

/** Where the Ames housing table lies. */
export const AMES_URL = new URL("../datasets/ames.csv.gz", import.meta.url);

/** Where the diabetes table lies. */
export const DIABETES_URL = new URL("../datasets/diabetes.csv.gz", import.meta.url);

/** Where the photograph of a pagoda lies. */
export const PAGODA_URL = new URL("../datasets/pagoda.pgm", import.meta.url);
