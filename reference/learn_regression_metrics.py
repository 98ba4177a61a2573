"""Writes packages/learn/fixtures/more-regression-metrics.json with scikit-learn:

    python reference/learn_regression_metrics.py

Each case names a metric of @gradus/learn, its arguments and options, and what scikit-learn gives.
"""

import warnings

import numpy as np
from learn import SEED, write
from sklearn import metrics as sk

rng = np.random.default_rng(SEED)
warnings.simplefilter("ignore")

N = 24
one = rng.normal(size=N).round(4)
one_pred = (one + rng.normal(size=N) / 2).round(4)
three = rng.normal(size=(N, 3)).round(4)
three_pred = (three + rng.normal(size=three.shape) / 2).round(4)
positive = rng.gamma(2, 2, N).round(4)
positive_pred = (positive * rng.gamma(9, 1 / 9, N)).round(4) + 0.01
counts = rng.poisson(1.5, N).astype(float)
positive_three = rng.gamma(2, 2, (N, 3)).round(4)
positive_three_pred = (positive_three * rng.gamma(9, 1 / 9, (N, 3))).round(4)
flat = np.column_stack([np.full(N, 2.0), one, np.full(N, 3.0)])
flat_pred = np.column_stack([np.full(N, 2.0), one_pred, one])
whole = rng.integers(0, 6, N).astype(float)
whole_pred = rng.integers(0, 6, N).astype(float)
weights = rng.integers(0, 16, N) / 8  # sums of eighths are exact, so that rounding decides no quantile
weights[3] = 0
eighths = np.full(N, 0.125)
binary = rng.integers(0, 2, N)
shares = rng.uniform(0.05, 0.95, N).round(4)
multi = rng.integers(0, 4, N)
raw = rng.random((N, 4)) + np.eye(4)[multi]
proba = raw / raw.sum(axis=1, keepdims=True)

CAMEL = {"sample_weight": "sampleWeight", "force_finite": "forceFinite"}
data = {name: value for name, value in list(globals().items()) if isinstance(value, np.ndarray) and name != "raw"}
cases = []


def reference(value):
    return next(({"data": name} for name, array in data.items() if array is value), value)


def case(name, function, *args, **options):
    words = {"raw_values": "rawValues", "uniform_average": "uniformAverage", "variance_weighted": "varianceWeighted"}
    shown = {
        CAMEL.get(key, key): words.get(value, value) if isinstance(value, str) else reference(value)
        for key, value in options.items()
    }
    expected = np.asarray(function(*args, **options)).tolist()
    if not np.isfinite(expected).all():
        expected = [v if np.isfinite(v) else str(v) for v in np.ravel(expected)]
    cases.append({"metric": name, "args": [reference(arg) for arg in args], "options": shown, "expected": expected})


SEVERAL = {
    "meanSquaredError": sk.mean_squared_error,
    "rootMeanSquaredError": sk.root_mean_squared_error,
    "meanAbsoluteError": sk.mean_absolute_error,
    "medianAbsoluteError": sk.median_absolute_error,
    "meanAbsolutePercentageError": sk.mean_absolute_percentage_error,
    "explainedVarianceScore": sk.explained_variance_score,
    "r2Score": sk.r2_score,
    "meanPinballLoss": sk.mean_pinball_loss,
    "d2PinballScore": sk.d2_pinball_score,
    "d2AbsoluteErrorScore": sk.d2_absolute_error_score,
    "meanSquaredLogError": sk.mean_squared_log_error,
    "rootMeanSquaredLogError": sk.root_mean_squared_log_error,
}
for name, function in SEVERAL.items():
    is_log = "LogError" in name
    single = (positive, positive_pred) if is_log else (one, one_pred)
    several = (positive_three, positive_three_pred) if is_log else (three, three_pred)
    for extra in ({}, {"sample_weight": weights}, {"sample_weight": eighths}):
        case(name, function, *single, **extra)
        case(name, function, whole, whole_pred, **extra)
        for multioutput in ("uniform_average", "raw_values", [0.2, 0.3, 1.5]):
            case(name, function, *several, multioutput=multioutput, **extra)
        if not is_log:
            case(name, function, flat, flat_pred, multioutput="raw_values", **extra)
for name in ("meanPinballLoss", "d2PinballScore"):
    for alpha in (0, 0.05, 0.25, 0.9, 1) if name == "meanPinballLoss" else (0.05, 0.25, 0.9):
        for extra in ({}, {"sample_weight": weights}):
            case(name, SEVERAL[name], one, one_pred, alpha=alpha, **extra)
            case(name, SEVERAL[name], three, three_pred, alpha=alpha, multioutput="raw_values", **extra)
for name in ("explainedVarianceScore", "r2Score"):
    for extra in ({}, {"sample_weight": weights}):
        case(name, SEVERAL[name], three, three_pred, multioutput="variance_weighted", **extra)
        case(name, SEVERAL[name], flat, flat_pred, multioutput="variance_weighted", **extra)
        case(name, SEVERAL[name], flat, flat_pred, multioutput="raw_values", force_finite=False, **extra)
case("maxError", sk.max_error, one, one_pred)
case("maxError", sk.max_error, positive, positive_pred)
for extra in ({}, {"sample_weight": weights}):
    for power in (-1.5, 0, 1, 1.5, 2, 2.5, 3):
        case("meanTweedieDeviance", sk.mean_tweedie_deviance, positive, positive_pred, power=power, **extra)
        case("d2TweedieScore", sk.d2_tweedie_score, positive, positive_pred, power=power, **extra)
    case("meanTweedieDeviance", sk.mean_tweedie_deviance, one, positive_pred, power=-1, **extra)
    case("meanTweedieDeviance", sk.mean_tweedie_deviance, counts, positive_pred, power=1.5, **extra)
    case("meanPoissonDeviance", sk.mean_poisson_deviance, counts, positive_pred, **extra)
    case("meanGammaDeviance", sk.mean_gamma_deviance, positive, positive_pred, **extra)
    case("d2TweedieScore", sk.d2_tweedie_score, counts, positive_pred, power=1, **extra)
    case("d2LogLossScore", sk.d2_log_loss_score, binary, shares, **extra)
    case("d2LogLossScore", sk.d2_log_loss_score, multi, proba, **extra)
case("d2LogLossScore", sk.d2_log_loss_score, np.array([0, 1, 3, 1]), proba[:4], labels=[0, 1, 2, 3])

write("more-regression-metrics", cases, data=data)
