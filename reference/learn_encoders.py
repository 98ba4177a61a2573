"""Writes the fixtures of packages/learn/src/preprocessing for categories with scikit-learn:

    python reference/learn_encoders.py
"""

import warnings

import numpy as np
from sklearn import preprocessing as P
from sklearn.datasets import load_iris, load_wine
from sklearn.model_selection import KFold, StratifiedKFold

from learn import SEED, write
from learn_preprocessing import python

warnings.simplefilter("ignore")


def cells(values):
    """An array of objects; None stays, NaN is written as the text "$nan"."""
    return np.array(values, dtype=object)


def written(rows):
    return [[("$nan" if isinstance(v, float) and np.isnan(v) else v) for v in row] for row in rows]


def tables():
    rng = np.random.default_rng(SEED)
    colours = rng.choice(["red", "green", "blue", "Äpfel", "10", "9"], size=(30, 1))
    levels = rng.integers(0, 4, size=(30, 1))
    text = cells(np.hstack([colours.astype(object), levels.astype(object), (levels > 1).astype(bool).astype(object)]).tolist())
    numbers = cells(np.round(rng.choice([1.5, -2.0, 10.0, 9.25], size=(24, 2)), 2).tolist())
    gaps = cells([["b", 1.5], [None, 2.5], ["a", np.nan], ["b", 1.5], ["c", np.nan], [None, 2.5], ["b", -1.5]])
    rare = cells([[v, w] for v, w in zip("aaaaaaabbbbccdde", [1.5] * 9 + [2.5] * 4 + [3.5, 4.5, 4.5])])
    iris = cells(np.round(load_iris().data[::5, :2]).astype(int).tolist())
    wine = cells(np.digitize(load_wine().data[::6, :3], [2, 12, 13]).astype(int).tolist())
    return {"text": text, "numbers": numbers, "gaps": gaps, "rare": rare, "iris": iris, "wine": wine}


def name(value):
    return "$nan" if isinstance(value, float) and np.isnan(value) else value


def names_out(model):
    """Where Python's float has ".0", JavaScript's whole number has not."""
    return [n[:-2] if n.endswith(".0") else n for n in model.get_feature_names_out()]


def inverse(model, Z):
    """None where scikit-learn 1.9.1 fails: rare and missing categories together."""
    try:
        return written(model.inverse_transform(Z.copy()))
    except IndexError:
        return None


def encoder_case(table, X, model, options, fresh=None):
    Z = model.fit_transform(X)
    found = {
        "name": f"{table} {options}" if options else table,
        "X": written(X),
        "options": options,
        "categories": [[name(v) for v in c] for c in model.categories_],
        "transformed": Z,
        "namesOut": names_out(model),
        "inverse": inverse(model, Z),
    }
    if hasattr(model, "infrequent_categories_") and ("minFrequency" in options or "maxCategories" in options):
        found["infrequent"] = [[] if c is None else [name(v) for v in c] for c in model.infrequent_categories_]
    if fresh is not None:
        found |= {"fresh": written(fresh), "freshTransformed": model.transform(fresh)}
    return found


WAYS = {"infrequentIfExist": "infrequent_if_exist", "ignore": "ignore", "useEncodedValue": "use_encoded_value"}


def spelled(options):
    out = python(options)
    if "handle_unknown" in out:
        out["handle_unknown"] = WAYS.get(out["handle_unknown"], out["handle_unknown"])
    if out.get("drop") == "ifBinary":
        out["drop"] = "if_binary"
    if isinstance(out.get("drop"), tuple):
        out["drop"] = np.array(out["drop"], dtype=object)
    if isinstance(out.get("categories"), tuple):
        out["categories"] = list(out["categories"])
    return out


RARE_OPTIONS = [
    {"minFrequency": 3}, {"minFrequency": 0.2}, {"maxCategories": 2}, {"maxCategories": 3, "minFrequency": 2},
    {"maxCategories": 1},
]


def one_hot():
    cases = []
    unknown = cells([["zebra", 7, True], ["red", 1, False], ["blue", 9, True]])
    for table, X in tables().items():
        for options in [{}, {"drop": "first"}, {"drop": "ifBinary"}]:
            cases.append(encoder_case(table, X, P.OneHotEncoder(**spelled(options), sparse_output=False), options))
    text, rare = tables()["text"], tables()["rare"]
    for options in [{"handleUnknown": "ignore"}, {"handleUnknown": "ignore", "drop": "first"}]:
        model = P.OneHotEncoder(**spelled(options), sparse_output=False)
        cases.append(encoder_case("text", text, model, options, unknown))
    options = {"categories": [["red", "blue", "green", "10", "9", "Äpfel"], [0, 1, 2, 3], [False, True]]}
    cases.append(encoder_case("text", text, P.OneHotEncoder(**spelled(options), sparse_output=False), options))
    options = {"drop": ["red", 2, True]}
    cases.append(encoder_case("text", text, P.OneHotEncoder(**spelled(options), sparse_output=False), options))
    strange = cells([["a", 1.5], ["z", 9.5], ["e", 4.5]])
    for extra in [{}, {"drop": "first"}, {"drop": "ifBinary"}]:
        for options in RARE_OPTIONS:
            if extra.get("drop") == "first" and options == {"maxCategories": 1}:
                continue  # No columns are left.
            options = {**options, "handleUnknown": "infrequentIfExist", **extra}
            model = P.OneHotEncoder(**spelled(options), sparse_output=False)
            cases.append(encoder_case("rare", rare, model, options, strange))
    write("one-hot-encoder", cases)


def ordinal():
    cases = []
    made = tables()
    # To scikit-learn None is a category here, to us a missing value.
    made["gaps"] = cells([[np.nan if v is None else v for v in row] for row in made["gaps"]])
    for table, X in made.items():
        cases.append(encoder_case(table, X, P.OrdinalEncoder(), {}))
    text, rare, gaps = (made[k] for k in ("text", "rare", "gaps"))
    unknown = cells([["zebra", 7, True], ["red", 1, False], ["blue", 9, True]])
    options = {"handleUnknown": "useEncodedValue", "unknownValue": -1}
    cases.append(encoder_case("text", text, P.OrdinalEncoder(**spelled(options)), options, unknown))
    options = {"encodedMissingValue": -2}
    cases.append(encoder_case("gaps", gaps, P.OrdinalEncoder(**spelled(options)), options))
    strange = cells([["a", 1.5], ["z", 9.5], ["e", 4.5]])
    for options in RARE_OPTIONS:
        options = {**options, "handleUnknown": "useEncodedValue", "unknownValue": -1}
        cases.append(encoder_case("rare", rare, P.OrdinalEncoder(**spelled(options)), options, strange))
        cases.append(encoder_case("gaps", gaps, P.OrdinalEncoder(**spelled(options)), options))
    write("ordinal-encoder", cases)


def labels():
    rng = np.random.default_rng(SEED + 1)
    cases = []
    for kind, y in [
        ("three texts", rng.choice(["b", "a", "Z"], size=20)),
        ("two numbers", rng.choice([7, -3], size=12)),
        ("five numbers", rng.integers(0, 5, size=25)),
        ("one", np.array(["x", "x"])),
        ("two texts", rng.choice(["no", "yes"], size=12)),
    ]:
        codes = P.LabelEncoder().fit(y)
        plain, signed = P.LabelBinarizer().fit(y), P.LabelBinarizer(neg_label=-1, pos_label=2).fit(y)
        cases.append({
            "name": kind, "y": y, "classes": codes.classes_, "codes": codes.transform(y),
            "binary": plain.transform(y), "signed": signed.transform(y),
            "inverse": plain.inverse_transform(plain.transform(y)),
        })
    write("label-encoders", cases)


def targets():
    rng = np.random.default_rng(SEED + 2)
    cases = []
    base = tables()
    X40 = cells([[c, int(n)] for c, n in zip(rng.choice(list("abcd"), 40), rng.integers(0, 3, 40))])
    kinds = lambda n: {
        "continuous": np.round(rng.normal(5, 2, n), 3),
        "binary": rng.choice(["no", "yes"], n),
        "multiclass": rng.choice(["p", "q", "r"], n),
    }
    for table, X in {"letters": X40, "text": base["text"], "wine": base["wine"], "iris": base["iris"]}.items():
        for kind, y in kinds(len(X)).items():
            for smooth in ["auto", 0.0, 10.0]:
                split = KFold if kind == "continuous" else StratifiedKFold
                model = P.TargetEncoder(smooth=smooth, cv=split(5, shuffle=True, random_state=4))
                crossed = model.fit_transform(X, y)
                fixed = P.TargetEncoder(smooth=smooth, cv=split(3)).fit_transform(X, y)
                unseen = X[:3].copy()
                unseen[0, 0] = "never" if isinstance(unseen[0, 0], str) else 99
                cases.append({
                    "name": f"{table} {kind} {smooth}", "X": written(X), "y": y, "smooth": smooth,
                    "targetType": model.target_type_, "encodings": [e.tolist() for e in model.encodings_],
                    "targetMean": np.atleast_1d(model.target_mean_), "crossed": crossed, "inOrder": fixed,
                    "fresh": written(unseen), "freshTransformed": model.transform(unseen),
                    "namesOut": list(model.get_feature_names_out()),
                })
    write("target-encoder", cases)


if __name__ == "__main__":
    one_hot()
    ordinal()
    labels()
    targets()
