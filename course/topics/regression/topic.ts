import { defineTopic } from "@gradus/course-kit";

export default defineTopic({
  id: "regression",
  title: "Regression",
  question:
    "Your page says that a house will sell for about $180,000. How wide should the range beside it be?",
  prerequisites: ["supervised-learning", "linear-regression"],
  teaches: [
    "Say which middle a regression predicts: the mean, the median or a quantile, by its loss",
    "Compute MAE, RMSE and R² by pencil, and read them in the units of the target",
    "Read residuals: a bend, a funnel, a wild point, a wave, and what cures each",
    "Put an honest range beside a prediction, and check on new rows how often it holds",
    "Compare regressors of the library on rows that were kept apart",
  ],
  rows: ["SUP-002"],
  minutes: 50,
  sources: [
    {
      title:
        "Regression Towards Mediocrity in Hereditary Stature, Journal of the Anthropological Institute 15",
      authors: "F. Galton",
      year: 1886,
      url: "https://doi.org/10.2307/2841583",
    },
    {
      title: "Graphs in Statistical Analysis, The American Statistician 27(1)",
      authors: "F. J. Anscombe",
      year: 1973,
      url: "https://doi.org/10.1080/00031305.1973.10478966",
    },
    {
      title: "Regression Quantiles, Econometrica 46(1)",
      authors: "R. Koenker and G. Bassett",
      year: 1978,
      url: "https://doi.org/10.2307/1913643",
    },
    {
      title: "Distribution-Free Predictive Inference for Regression, JASA 113(523)",
      authors: "J. Lei, M. G'Sell, A. Rinaldo, R. J. Tibshirani and L. Wasserman",
      year: 2018,
      url: "https://doi.org/10.1080/01621459.2017.1307116",
    },
  ],
});
