// These addresses are relative to this file and hold as well in the bundle: src/dataset-urls.ts and
// dist/index.js both stand one folder below the package. Bundlers look for just this form.

/** Where the Ames housing table lies. */
export const AMES_URL = new URL("../datasets/ames.csv.gz", import.meta.url);

/** Where the breast-cancer table lies. */
export const BREAST_CANCER_URL = new URL("../datasets/breast-cancer.csv.gz", import.meta.url);

/** Where the table of telephone customers lies. */
export const CHURN_URL = new URL("../datasets/churn.csv.gz", import.meta.url);

/** Where the series of carbon dioxide lies. */
export const CO2_URL = new URL("../datasets/co2.csv.gz", import.meta.url);

/** Where the table of German credits lies. */
export const CREDIT_URL = new URL("../datasets/credit.csv.gz", import.meta.url);

/** Where the diabetes table lies. */
export const DIABETES_URL = new URL("../datasets/diabetes.csv.gz", import.meta.url);

/** Where the pictures of digits lie. */
export const DIGITS_IMAGES_URL = new URL("../datasets/digits-images.idx.gz", import.meta.url);

/** Where the digits' labels lie. */
export const DIGITS_LABELS_URL = new URL("../datasets/digits-labels.idx.gz", import.meta.url);

/** Where the series of Iowa's electricity lies. */
export const ELECTRICITY_URL = new URL("../datasets/electricity.csv.gz", import.meta.url);

/** Where the pictures of clothes lie. */
export const FASHION_IMAGES_URL = new URL("../datasets/fashion-images.idx.gz", import.meta.url);

/** Where the clothes' labels lie. */
export const FASHION_LABELS_URL = new URL("../datasets/fashion-labels.idx.gz", import.meta.url);

/** Where the table of countries lies. */
export const GAPMINDER_URL = new URL("../datasets/gapminder.csv.gz", import.meta.url);

/** Where the iris table lies. */
export const IRIS_URL = new URL("../datasets/iris.csv.gz", import.meta.url);

/** Where the friendships of a karate club lie. */
export const KARATE_URL = new URL("../datasets/karate.csv.gz", import.meta.url);

/** Where the table of the United States' economy lies. */
export const MACRO_URL = new URL("../datasets/macro.csv.gz", import.meta.url);

/** Where the photograph of a pagoda lies. */
export const PAGODA_URL = new URL("../datasets/pagoda.pgm", import.meta.url);

/** Where the penguin table lies. */
export const PENGUINS_URL = new URL("../datasets/penguins.csv.gz", import.meta.url);

/** Where the novel lies. */
export const PRIDE_URL = new URL("../datasets/pride-and-prejudice.txt.gz", import.meta.url);

/** Where the invented film ratings lie. */
export const RATINGS_URL = new URL("../datasets/ratings.csv.gz", import.meta.url);

/** Where the invented film reviews lie. */
export const REVIEWS_URL = new URL("../datasets/reviews.csv.gz", import.meta.url);

/** Where the lexicon of sentiments lies. */
export const SENTIMENT_URL = new URL("../datasets/sentiment.csv.gz", import.meta.url);

/** Where the table of e-mails lies. */
export const SPAM_URL = new URL("../datasets/spam.csv.gz", import.meta.url);

/** Where the series of sunspots lies. */
export const SUNSPOTS_URL = new URL("../datasets/sunspots.csv.gz", import.meta.url);

/** Where the table of the Titanic's people lies. */
export const TITANIC_URL = new URL("../datasets/titanic.csv.gz", import.meta.url);

/** Where the series of Seattle's weather lies. */
export const WEATHER_URL = new URL("../datasets/weather.csv.gz", import.meta.url);

/** Where the wine table lies. */
export const WINE_URL = new URL("../datasets/wine.csv.gz", import.meta.url);
