"""Writes packages/learn/fixtures/gaussian-process.json with scikit-learn:

    python reference/learn_gaussian_process.py

Searches for hyperparameters go on until they are at rest: scikit-learn's own end at a change of 2e-9 of the likelihood.
"""

import numpy as np
from learn import SEED, write
from scipy.optimize import minimize
from sklearn.datasets import load_breast_cancer, load_diabetes, load_iris, load_wine
from sklearn.gaussian_process import GaussianProcessClassifier, GaussianProcessRegressor
from sklearn.gaussian_process.kernels import (
    RBF,
    ConstantKernel,
    DotProduct,
    Exponentiation,
    ExpSineSquared,
    Matern,
    Product,
    RationalQuadratic,
    Sum,
    WhiteKernel,
)
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(SEED)
TABLES = {
    "iris": load_iris,
    "wine": load_wine,
    "breast cancer": load_breast_cancer,
    "diabetes": lambda **options: load_diabetes(scaled=False, **options),
}
small = rng.uniform(-2, 2, (25, 2)).round(4)
small_y = (np.sin(2 * small[:, 0]) + 0.5 * small[:, 1] + 0.1 * rng.normal(size=25)).round(4)
small_new = rng.uniform(-3, 3, (6, 2)).round(4)
NAMES = {
    "constant_value": "constantValue",
    "noise_level": "noiseLevel",
    "length_scale": "lengthScale",
    "sigma_0": "sigma0",
}


def as_json(kernel):
    """The kernel as packages/learn writes it."""
    name = type(kernel).__name__
    if isinstance(kernel, (Sum, Product)):
        return {"kernel": name, "options": {"k1": as_json(kernel.k1), "k2": as_json(kernel.k2)}}
    if isinstance(kernel, Exponentiation):
        return {"kernel": name, "options": {"kernel": as_json(kernel.kernel), "exponent": kernel.exponent}}
    options = {}
    for key, value in kernel.get_params().items():
        base = key.removesuffix("_bounds")
        ours = NAMES.get(base, base) + ("Bounds" if key != base else "")
        options[ours] = "Infinity" if key == "nu" and value == np.inf else value
    return {"kernel": name, "options": options}


def search(objective, start, bounds):
    found = minimize(objective, start, method="L-BFGS-B", jac=True, bounds=bounds, options={"ftol": 1e-15, "gtol": 1e-9})
    again = minimize(objective, found.x, method="L-BFGS-B", jac=True, bounds=bounds, options={"ftol": 1e-15, "gtol": 1e-9})
    return again.x, again.fun


def rows_of(table, count):
    if table is None:
        return small, small_y, small_new
    X, y = TABLES[table](return_X_y=True)
    X = StandardScaler().fit_transform(X)
    step = max(1, len(X) // count)
    return X[::step][:count], y[::step][:count].astype(float), X[1::step][:6]


KERNELS = {
    "RBF": RBF(1.3),
    "RBF by feature": lambda d: RBF(np.linspace(0.7, 3, d)),
    "Matern 1/2": Matern(1.5, nu=0.5),
    "Matern 3/2": Matern(0.8),
    "Matern 5/2 by feature": lambda d: Matern(np.linspace(0.7, 3, d), nu=2.5),
    "Matern 1/2 by feature": lambda d: Matern(np.linspace(0.7, 3, d), nu=0.5),
    "Matern inf": Matern(2.0, nu=np.inf),
    "rational quadratic": RationalQuadratic(1.2, 0.7),
    "periodic": ExpSineSquared(1.4, 5.0),
    "dot product": DotProduct(1.5),
    "square of dot product": DotProduct(0.5) ** 2,
    "sum": ConstantKernel(2.0) * RBF(1.1) + WhiteKernel(0.2),
    "fixed parts": ConstantKernel(2.0, "fixed") * RationalQuadratic(1.1, 2, (0.1, 10), "fixed") + WhiteKernel(0.3),
}
regressors, classifiers = [], []


def made(kernel, d):
    return kernel(d) if callable(kernel) and not hasattr(kernel, "theta") else kernel


def regression(table, name, targets=1, **options):
    X, y, new = rows_of(table, 40)
    if targets == 2:
        y = np.column_stack([y, y**2])
    kernel = made(KERNELS[name], X.shape[1])
    model = GaussianProcessRegressor(kernel, optimizer=None, **options).fit(X, y)
    mean, std = model.predict(new, return_std=True)
    likelihood, gradient = model.log_marginal_likelihood(model.kernel_.theta, eval_gradient=True)
    regressors.append(
        {
            "name": name,
            "table": table,
            "targets": targets,
            "kernel": as_json(kernel),
            "options": {"alpha": options.get("alpha", 1e-10), "normalizeY": options.get("normalize_y", False)},
            "theta": kernel.theta,
            "mean": mean,
            "std": std,
            "covSum": model.predict(new, return_cov=True)[1].sum(axis=(0, 1)),
            "likelihood": likelihood,
            "gradient": gradient,
        }
    )


for name in KERNELS:
    for table in (None, *TABLES):
        # The periodic kernel is positive definite for one feature alone.
        regression(table, name, alpha=50.0 if name == "periodic" else 0.1, normalize_y=table is not None)
regression(None, "RBF", alpha=np.linspace(0.01, 0.5, 25))
regression(None, "RBF", targets=2, alpha=0.05)
regression(None, "sum", targets=2, alpha=0.05, normalize_y=True)
regression("diabetes", "sum", targets=2, normalize_y=True)

LEARNED = {
    "noisy": ConstantKernel(1.0) * RBF(1.0) + WhiteKernel(1.0),
    "Matern": ConstantKernel(1.0) * Matern(1.0) + WhiteKernel(0.5),
    "linear": DotProduct(1.0) + WhiteKernel(1.0),
    "rational quadratic": RationalQuadratic(1.0, 1.0) + WhiteKernel(0.5),
}
learned = []
for name, kernel in LEARNED.items():
    for table in (None, "diabetes", "iris", "wine"):
        X, y, new = rows_of(table, 40)
        model = GaussianProcessRegressor(kernel, optimizer=search, normalize_y=True).fit(X, y)
        mean, std = model.predict(new, return_std=True)
        learned.append(
            {
                "name": name,
                "table": table,
                "kernel": as_json(kernel),
                "theta": model.kernel_.theta,
                "likelihood": model.log_marginal_likelihood_value_,
                "mean": mean,
                "std": std,
            }
        )


def classification(table, name, optimizer, two=False):
    X, y, new = rows_of(table, 60)
    y = y.astype(int) if table else (small_y > 0).astype(int)
    if two:
        keep = y < 2
        X, y = X[keep], y[keep]
    kernel = made(KERNELS.get(name, LEARNED.get(name)), X.shape[1])
    model = GaussianProcessClassifier(kernel, optimizer=optimizer, n_jobs=1).fit(X, y)
    case = {
        "name": name,
        "table": table,
        "two": two,
        "learned": optimizer is not None,
        "kernel": as_json(kernel),
        "likelihood": model.log_marginal_likelihood_value_,
        "proba": model.predict_proba(new),
        "predicted": model.predict(new),
    }
    if len(np.unique(y)) == 2 and optimizer is None:
        base = model.base_estimator_
        case["theta"] = kernel.theta
        case["gradient"] = base.log_marginal_likelihood(kernel.theta, eval_gradient=True)[1]
    classifiers.append(case)


for table in (None, "iris", "wine", "breast cancer"):
    for name in ("RBF", "Matern 3/2", "RBF by feature", "dot product", "sum"):
        classification(table, name, None)
for table in ("iris", "wine"):
    for name in ("RBF", "rational quadratic", "sum"):
        classification(table, name, None, two=True)
KERNELS["scaled RBF"] = ConstantKernel(1.0) * RBF(1.0)
for table in ("wine", "breast cancer", None):
    classification(table, "scaled RBF", search)

write(
    "gaussian-process",
    regressors,
    learned=learned,
    classifiers=classifiers,
    X=small,
    y=small_y,
    XNew=small_new,
)
