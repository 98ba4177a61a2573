"""Writes the fixtures of packages/learn/src/compose and pipeline with scikit-learn:

    python reference/learn_compose.py
"""

import warnings

import numpy as np
import pandas as pd
from sklearn import preprocessing as P
from sklearn.compose import ColumnTransformer, TransformedTargetRegressor, make_column_selector
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline

from learn import SEED, write

warnings.simplefilter("ignore")


def mixed():
    """Twelve columns of all kinds, half of them with gaps."""
    rng = np.random.default_rng(SEED)
    n = 40
    table = pd.DataFrame({
        "area": rng.normal(100, 20, n).round(2),
        "rooms": rng.integers(1, 7, n),
        "age": rng.exponential(30, n).round(1),
        "income": np.exp(rng.normal(10, 0.5, n)).round(0),
        "distance": rng.uniform(0, 15, n).round(3),
        "rating": rng.integers(1, 6, n).astype(float),
        "town": rng.choice(["Ames", "Boone", "Nevada", "Zearing"], n, p=[0.6, 0.25, 0.1, 0.05]),
        "heating": rng.choice(["gas", "wood", "oil"], n),
        "size": rng.choice(["small", "middle", "large"], n),
        "garage": rng.choice([True, False], n),
        "code": rng.choice([7, 11, 13], n),
        "note": [f"n{i}" for i in range(n)],
    })
    for name in ["area", "age", "rating"]:
        table.loc[rng.uniform(size=n) < 0.2, name] = np.nan
    for name in ["town", "heating"]:
        table[name] = table[name].astype(object).where(rng.uniform(size=n) > 0.15, None)
    return table


def transformer(sparse=0, verbose=True):
    return ColumnTransformer(
        [
            ("numbers", make_pipeline(SimpleImputer(strategy="median", add_indicator=True), P.StandardScaler()), ["area", "age", "rating"]),
            ("robust", P.RobustScaler(), ["income"]),
            ("bins", P.KBinsDiscretizer(3, encode="onehot-dense"), ["distance"]),
            ("town", P.OneHotEncoder(handle_unknown="infrequent_if_exist", min_frequency=4), ["town"]),
            ("heating", make_pipeline(SimpleImputer(strategy="most_frequent", missing_values=None), P.OneHotEncoder(drop="first")), ["heating"]),
            ("size", P.OrdinalEncoder(categories=[["small", "middle", "large"]]), ["size"]),
            ("flags", P.OneHotEncoder(drop="if_binary"), ["garage", "code"]),
            ("out", "drop", ["note"]),
        ],
        remainder="passthrough", sparse_threshold=sparse, verbose_feature_names_out=verbose,
    )


def tidy(names):
    return [n[:-2] if n.endswith(".0") and "distance" not in n else n for n in names]


def columns():
    table = mixed()
    fitted = transformer().fit(table)
    plain = transformer(verbose=False).fit(table)
    chosen = ColumnTransformer([
        ("scale", P.MinMaxScaler(), make_column_selector(dtype_include=np.number, pattern="^[a-d]")),
        ("encode", P.OneHotEncoder(sparse_output=False), make_column_selector(dtype_include=bool)),
    ], transformer_weights={"scale": 3}).fit(table)
    cells = {name: [None if v is None or v != v else v for v in table[name].tolist()] for name in table}
    write("column-transformer", [{
        "table": cells, "transformed": fitted.transform(table), "namesOut": tidy(fitted.get_feature_names_out()),
        "plainNames": tidy(plain.get_feature_names_out()),
        "chosen": chosen.transform(table), "chosenNames": list(chosen.get_feature_names_out()),
    }])


def pipelines():
    cases = []
    tables = {
        "iris": load_iris().data, "wine": load_wine().data,
        "breast cancer": load_breast_cancer().data[:, :10], "diabetes": load_diabetes(scaled=False).data,
    }
    for table, X in tables.items():
        X, y = X[:, 1:], X[:, 0]
        regress = Pipeline([("scale", P.StandardScaler()), ("poly", P.PolynomialFeatures(2, include_bias=False)),
                            ("skip", "passthrough"), ("ridge", Ridge(2.0, solver="svd"))]).fit(X, y)
        union = FeatureUnion([("scale", P.MinMaxScaler()), ("same", "passthrough"), ("poly", make_pipeline(P.StandardScaler(), P.PolynomialFeatures(2)))],
                             transformer_weights={"poly": 0.5}).fit(X)
        log = TransformedTargetRegressor(Ridge(solver="svd"), func=np.log1p, inverse_func=np.expm1).fit(X, y)
        power = TransformedTargetRegressor(LinearRegression(), transformer=P.StandardScaler()).fit(X, y)
        both = make_pipeline(P.StandardScaler(), P.MinMaxScaler()).fit(X)
        every = max(1, len(X) // 6)
        cases.append({
            "table": table, "every": every, "predictions": regress.predict(X)[::every], "score": regress.score(X, y),
            "names": list(regress[:-1].get_feature_names_out()),
            "union": union.transform(X)[::every][:, :40], "unionNames": list(union.get_feature_names_out()),
            "log": log.predict(X)[::every], "logScore": log.score(X, y), "scaled": power.predict(X)[::every],
            "both": both.transform(X)[::every],
        })
    write("pipelines", cases)


if __name__ == "__main__":
    columns()
    pipelines()
