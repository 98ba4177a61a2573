"""Writes packages/learn/fixtures/classification-metrics.json with scikit-learn:

    python reference/learn_metrics.py

Each case names a metric of @gradus/learn, its arguments and options, and what scikit-learn gives.
"""

import warnings

import numpy as np
from learn import SEED, write
from sklearn import metrics as sk

rng = np.random.default_rng(SEED)
warnings.simplefilter("ignore")

N = 40
binary = rng.integers(0, 2, N)
binary_pred = np.where(rng.random(N) < 0.75, binary, 1 - binary)
multi = rng.integers(0, 4, N)
multi_pred = np.where(rng.random(N) < 0.6, multi, rng.integers(0, 4, N))
words = np.array(["ape", "bee", "cat"])
text = words[rng.integers(0, 3, N)]
text_pred = np.where(rng.random(N) < 0.6, text, words[rng.integers(0, 3, N)])
rare = np.array([0] * 30 + [2] * 10)
rare_pred = np.array([0] * 28 + [1] * 4 + [2] * 8)
indicators = (rng.random((N, 4)) < 0.4).astype(int)
indicators_pred = np.where(rng.random((N, 4)) < 0.8, indicators, 1 - indicators)
indicators[0] = 0
indicators_pred[0] = 0
weights = rng.uniform(0, 2, N).round(3)
weights[3] = 0
scores = (binary + rng.normal(0, 0.8, N)).round(1)  # with ties
fine = (binary + rng.normal(0, 0.8, N)).round(6)
shares = (1 / (1 + np.exp(-fine))).round(6)
raw = rng.random((N, 4)) + 1.2 * np.eye(4)[multi]
proba = raw / raw.sum(axis=1, keepdims=True)
decisions = (rng.normal(size=(N, 4)) + 1.5 * np.eye(4)[multi]).round(4)
label_scores = (rng.random((N, 4)) + 0.7 * indicators).round(2)
gains = rng.integers(0, 5, (12, 6))
rank_scores = rng.random((12, 6)).round(1)

CAMEL = {
    "pos_label": "posLabel",
    "sample_weight": "sampleWeight",
    "zero_division": "zeroDivision",
    "multi_class": "multiClass",
    "max_fpr": "maxFpr",
    "drop_intermediate": "dropIntermediate",
    "scale_by_half": "scaleByHalf",
}

# Arrays that many cases share are written once.
shared = {
    name: value
    for name, value in list(globals().items())
    if isinstance(value, np.ndarray) and value.ndim and name not in ("words", "raw")
}
cases = []


def reference(value):
    return next(({"data": name} for name, array in shared.items() if array is value), value)


def case(name, function, *args, fields=None, **options):
    expected = function(*args, **options)
    if fields:
        expected = {field: value for field, value in zip(fields, expected) if value is not None}
    shown = {}
    for key, value in options.items():
        if key == "average" and value is None:
            value = "none"
        if key == "weights" and value is None:
            continue
        shown[CAMEL.get(key, key)] = reference(value)
    cases.append({"metric": name, "args": [reference(arg) for arg in args], "options": shown, "expected": expected})


AVERAGED = {
    "precisionScore": sk.precision_score,
    "recallScore": sk.recall_score,
    "f1Score": sk.f1_score,
    "jaccardScore": sk.jaccard_score,
}
for name, function in AVERAGED.items():
    for extra in ({}, {"sample_weight": weights}):
        case(name, function, binary, binary_pred, **extra)
        case(name, function, binary, binary_pred, pos_label=0, **extra)
        for average in ("micro", "macro", "weighted", None):
            case(name, function, multi, multi_pred, average=average, **extra)
            case(name, function, text, text_pred, average=average, **extra)
            case(name, function, rare, rare_pred, average=average, **extra)
            case(name, function, indicators, indicators_pred, average=average, **extra)
        case(name, function, indicators, indicators_pred, average="samples", **extra)
    case(name, function, multi, multi_pred, average="micro", labels=[1, 3])
    case(name, function, multi, multi_pred, average=None, labels=[3, 0, 7])
    case(name, function, text, text_pred, average="macro", labels=["cat", "ape"])
    for zero in (0, 1) if name == "jaccardScore" else (0, 1, np.nan):
        for average in ("macro", "weighted", None):
            case(name, function, rare, rare_pred, average=average, zero_division=zero)
        case(name, function, indicators, indicators_pred, average="samples", zero_division=zero)

for beta in (0, 0.5, 2):
    for average in ("micro", "macro", "weighted", None):
        case("fbetaScore", sk.fbeta_score, multi, multi_pred, beta=beta, average=average)
    case("fbetaScore", sk.fbeta_score, binary, binary_pred, beta=beta, sample_weight=weights)
FIELDS = ("precision", "recall", "fscore", "support")
for average in ("macro", "weighted", None):
    case(
        "precisionRecallFscoreSupport",
        sk.precision_recall_fscore_support,
        text,
        text_pred,
        average=average,
        beta=2,
        fields=FIELDS,
    )

for name, function in {"accuracyScore": sk.accuracy_score, "zeroOneLoss": sk.zero_one_loss}.items():
    for args in ((binary, binary_pred), (multi, multi_pred), (text, text_pred), (indicators, indicators_pred)):
        for extra in ({}, {"sample_weight": weights}):
            case(name, function, *args, **extra)
            case(name, function, *args, normalize=False, **extra)
for args in ((binary, binary_pred), (multi, multi_pred), (indicators, indicators_pred)):
    for extra in ({}, {"sample_weight": weights}):
        case("hammingLoss", sk.hamming_loss, *args, **extra)
for args in ((binary, binary_pred), (multi, multi_pred), (text, text_pred), (rare, rare_pred)):
    for extra in ({}, {"sample_weight": weights}):
        case("matthewsCorrcoef", sk.matthews_corrcoef, *args, **extra)
        case("balancedAccuracyScore", sk.balanced_accuracy_score, *args, **extra)
        case("balancedAccuracyScore", sk.balanced_accuracy_score, *args, adjusted=True, **extra)
        for kappa in (None, "linear", "quadratic"):
            case("cohenKappaScore", sk.cohen_kappa_score, *args, weights=kappa, **extra)
        case("multilabelConfusionMatrix", sk.multilabel_confusion_matrix, *args, **extra)
        for normalize in (None, "true", "pred", "all"):
            options = {} if normalize is None else {"normalize": normalize}
            case("confusionMatrix", sk.confusion_matrix, *args, **options, **extra)
case("matthewsCorrcoef", sk.matthews_corrcoef, binary, np.ones(N, int))
case("confusionMatrix", sk.confusion_matrix, multi, multi_pred, labels=[3, 1])
case("multilabelConfusionMatrix", sk.multilabel_confusion_matrix, indicators, indicators_pred)
case("multilabelConfusionMatrix", sk.multilabel_confusion_matrix, multi, multi_pred, labels=[2, 0])

for score in (scores, fine):
    for extra in ({}, {"sample_weight": weights}):
        for drop in (True, False):
            case("rocCurve", sk.roc_curve, binary, score, drop_intermediate=drop, fields=("fpr", "tpr", "thresholds"), **extra)
            case(
                "precisionRecallCurve",
                sk.precision_recall_curve,
                binary,
                score,
                drop_intermediate=drop,
                fields=("precision", "recall", "thresholds"),
                **extra,
            )
            case("detCurve", sk.det_curve, binary, score, drop_intermediate=drop, fields=("fpr", "fnr", "thresholds"), **extra)
        case("rocAucScore", sk.roc_auc_score, binary, score, **extra)
        for limit in (0.1, 0.35, 1):
            case("rocAucScore", sk.roc_auc_score, binary, score, max_fpr=limit, **extra)
        case("averagePrecisionScore", sk.average_precision_score, binary, score, **extra)
        case("averagePrecisionScore", sk.average_precision_score, binary, -score, pos_label=0, **extra)
case("rocCurve", sk.roc_curve, text, fine, pos_label="bee", fields=("fpr", "tpr", "thresholds"))
for average in ("macro", "weighted"):
    case("rocAucScore", sk.roc_auc_score, multi, proba, multi_class="ovo", average=average)
for average in ("macro", "weighted", "micro", None):
    for extra in ({}, {"sample_weight": weights}):
        case("rocAucScore", sk.roc_auc_score, multi, proba, multi_class="ovr", average=average, **extra)
for average in ("macro", "weighted", "micro", "samples", None):
    rows = slice(None) if average != "samples" else [i for i in range(N) if 0 < indicators[i].sum() < 4]
    case("rocAucScore", sk.roc_auc_score, indicators[rows], label_scores[rows], average=average)
    for extra in ({}, {"sample_weight": weights[rows]}):
        case("averagePrecisionScore", sk.average_precision_score, indicators[rows], label_scores[rows], average=average, **extra)
    case("averagePrecisionScore", sk.average_precision_score, multi, proba, average=average)

for extra in ({}, {"sample_weight": weights}):
    case("logLoss", sk.log_loss, binary, shares, **extra)
    case("logLoss", sk.log_loss, multi, proba, **extra)
    case("logLoss", sk.log_loss, multi, proba, normalize=False, **extra)
    case("brierScoreLoss", sk.brier_score_loss, binary, shares, **extra)
    case("brierScoreLoss", sk.brier_score_loss, binary, 1 - shares, pos_label=0, **extra)
    case("brierScoreLoss", sk.brier_score_loss, multi, proba, **extra)
    case("brierScoreLoss", sk.brier_score_loss, multi, proba, scale_by_half=True, **extra)
    case("hingeLoss", sk.hinge_loss, 2 * binary - 1, fine, **extra)
    case("hingeLoss", sk.hinge_loss, multi, decisions, **extra)
    for k in (1, 2, 3):
        case("topKAccuracyScore", sk.top_k_accuracy_score, multi, decisions.round(0), k=k, **extra)
    case("topKAccuracyScore", sk.top_k_accuracy_score, binary, shares, k=1, **extra)
    case("topKAccuracyScore", sk.top_k_accuracy_score, binary, fine, k=1, normalize=False, **extra)
case("logLoss", sk.log_loss, np.array([0, 1, 0]), np.array([1.0, 0.0, 1.0]))
case("logLoss", sk.log_loss, multi[multi < 3], proba[multi < 3], labels=[0, 1, 2, 3])
case("hingeLoss", sk.hinge_loss, multi[multi < 3], decisions[multi < 3], labels=[0, 1, 2, 3])
for name, function in {"dcgScore": sk.dcg_score, "ndcgScore": sk.ndcg_score}.items():
    for extra in ({}, {"k": 2}, {"sample_weight": weights[:12]}):
        case(name, function, gains, rank_scores, **extra)


def spelled(value):
    """Infinity and NaN as JSON can hold them."""
    if isinstance(value, dict):
        return {key: spelled(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [spelled(item) for item in value]
    if isinstance(value, (float, np.floating)) and not np.isfinite(value):
        return "NaN" if np.isnan(value) else "Infinity"
    return value


write("classification-metrics", [spelled(c) for c in cases], data=shared)


def reports():
    """Classification reports, as text and as numbers."""
    found = []
    for args, options in (
        ((text, text_pred), {}),
        ((multi, multi_pred), {"digits": 4}),
        ((multi, multi_pred), {"labels": [0, 2]}),
        ((indicators, indicators_pred), {"target_names": ["a", "b", "c", "a long name"]}),
    ):
        shown = {{"target_names": "targetNames"}.get(k, CAMEL.get(k, k)): reference(v) for k, v in options.items()}
        report = sk.classification_report(*args, **options)
        lines = "\n".join(line.rstrip() for line in report.rstrip("\n").split("\n"))
        found.append({"args": [reference(arg) for arg in args], "options": shown, "text": lines})
    write("classification-report", found, data={key: shared[key] for key in ("text", "text_pred", "multi", "multi_pred", "indicators", "indicators_pred")})


reports()
