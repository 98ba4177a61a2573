#!/usr/bin/env python3
"""Write packages/learn/fixtures/acceptance-linear-regression.json: least squares on the diabetes table, by
scikit-learn's LinearRegression and by statsmodels' OLS with its standard errors, t and p."""
import json
from pathlib import Path

import sklearn
import statsmodels
import statsmodels.api as sm
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression

cases = []
for table, scaled in (("diabetes", True), ("diabetes in its own units", False)):
    data = load_diabetes(scaled=scaled)
    model = LinearRegression().fit(data.data, data.target)
    ols = sm.OLS(data.target, sm.add_constant(data.data)).fit()
    cases.append(
        {
            "table": table,
            "coef": model.coef_.tolist(),
            "intercept": float(model.intercept_),
            "bse": ols.bse.tolist(),
            "tvalues": ols.tvalues.tolist(),
            "pvalues": ols.pvalues.tolist(),
        }
    )

source = f"scikit-learn {sklearn.__version__}, statsmodels {statsmodels.__version__}"
path = Path(__file__).parent.parent / "packages/learn/fixtures/acceptance-linear-regression.json"
path.write_text(json.dumps({"source": source, "cases": cases}, indent=1) + "\n")
