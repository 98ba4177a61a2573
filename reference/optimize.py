#!/usr/bin/env python3
"""Write packages/stats/fixtures/optimize.json: ten convex problems with their minima, free and over a box, a ball and
a simplex, by scipy.optimize; minima and roots of functions of one number; and two walks of gradient descent by NumPy.

Gradients are complex-step derivatives, exact to rounding. Free minima are polished by scipy.optimize.root on the
gradient, minima over sets come from SLSQP (boxes from L-BFGS-B) at their tightest tolerances.
"""
import json
from pathlib import Path

import numpy as np
import scipy
from scipy import optimize

SEED = 20261121
random = np.random.default_rng(SEED)


def rounded(*shape, scale=1.0):
    return np.round(scale * random.normal(size=shape), 3)


def spd(n):
    A = rounded(n, n)
    return np.round(A @ A.T + np.eye(n), 3)


A = rounded(12, 4)
target = np.round(A @ np.array([1, -2, 0.5, 3]) + rounded(12, scale=0.3), 3)
labels = np.where(random.random(12) < 0.5, -1.0, 1.0)
counts = random.poisson(2, 12).astype(float)
Q = spd(6)
data = {
    "narrow-valley": {"Q": np.diag([1.0, 400.0]), "b": np.array([1.0, -40.0])},
    "quadratic": {"Q": Q, "b": rounded(6)},
    "least-squares": {"A": A, "y": target},
    "logistic": {"A": A, "y": labels},
    "poisson": {"A": np.round(A / 3, 3), "y": counts},
    "pseudo-huber": {"A": A, "y": target + 20 * (random.random(12) < 0.2)},
    "log-sum-exp": {"A": A, "y": rounded(12)},
    "quartic": {"y": np.array([1.0, -2.0, 3.0])},
    "exponential": {"y": np.array([0.2, 1.0, 3.0, 0.7, 2.2])},
    "barrier": {"A": np.round(np.abs(A), 3), "c": np.array([-1.0, -2.0, -1.5, 0.5])},
}
value = {
    "narrow-valley": lambda x, Q, b: x @ Q @ x / 2 - b @ x,
    "quadratic": lambda x, Q, b: x @ Q @ x / 2 - b @ x,
    "least-squares": lambda x, A, y: ((A @ x - y) ** 2).sum() / 2,
    "logistic": lambda x, A, y: np.log1p(np.exp(-y * (A @ x))).sum() + (x**2).sum() / 2,
    "poisson": lambda x, A, y: (np.exp(A @ x) - y * (A @ x)).sum() + 0.05 * (x**2).sum(),
    "pseudo-huber": lambda x, A, y: (np.sqrt(1 + (A @ x - y) ** 2) - 1).sum(),
    "log-sum-exp": lambda x, A, y: np.log(np.exp(A @ x - y).sum()) + 0.05 * (x**2).sum(),
    "quartic": lambda x, y: ((x - y) ** 4 + (x - y) ** 2).sum() + 0.5 * x.sum() ** 2,
    "exponential": lambda x, y: (np.exp(x) - y * x).sum(),
    # −log(1 − Ax) − log(x + 2): a wall around a polytope.
    "barrier": lambda x, A, c: c @ x - np.log(1 - A @ x).sum() - np.log(x + 2).sum(),
}


def gradient(f):
    def jac(x):
        n = len(x)
        return np.array([f(x + 1e-30j * np.eye(n)[i]).imag / 1e-30 for i in range(n)])

    return jac


def real(f):
    def at(x):
        with np.errstate(all="ignore"):
            y = f(np.asarray(x, dtype=float))
        return np.inf if np.isnan(y) else float(y)

    return at


def minimum(f, x):
    return {"x": x.tolist(), "fun": float(f(x))}


problems = []
for name, parts in data.items():
    f = lambda x, g=value[name], p=parts: g(x, **p)
    n = {"narrow-valley": 2, "quadratic": 6, "quartic": 3, "exponential": 5}.get(name, 4)
    x0 = np.full(n, 0.1)
    found = optimize.minimize(real(f), x0, jac=gradient(f), method="BFGS", options={"gtol": 1e-8})
    free = optimize.root(gradient(f), found.x, tol=1e-14).x
    assert np.abs(gradient(f)(free)).max() < 1e-9, (name, gradient(f)(free))
    # Sets that hold the free minimum back: a box around 0 half as wide, a ball half as large.
    high = float(np.round(np.abs(free).max() / 2, 3))
    box = optimize.minimize(
        real(f), x0.clip(-high, high), jac=gradient(f), method="L-BFGS-B", bounds=[(-high, high)] * n,
        options={"ftol": 0, "gtol": 1e-12, "maxiter": 5000},
    ).x
    radius = float(np.round(np.linalg.norm(free) / 2, 3))
    tight = {"ftol": 1e-18, "maxiter": 2000}
    ball = optimize.minimize(
        real(f), np.zeros(n), jac=gradient(f), method="SLSQP", options=tight,
        constraints={"type": "ineq", "fun": lambda x: radius**2 - x @ x, "jac": lambda x: -2 * x},
    ).x
    total = 0.5
    simplex = optimize.minimize(
        real(f), np.full(n, total / n), jac=gradient(f), method="SLSQP", options=tight, bounds=[(0, None)] * n,
        constraints={"type": "eq", "fun": lambda x: x.sum() - total, "jac": lambda x: np.ones(n)},
    ).x
    problems.append({
        "name": name,
        "data": {key: np.asarray(part).tolist() for key, part in parts.items()},
        "x0": x0.tolist(),
        "free": minimum(f, free),
        "box": {"high": high, **minimum(f, box)},
        "ball": {"radius": radius, **minimum(f, ball)},
        "simplex": {"total": total, **minimum(f, simplex)},
    })

scalars = {
    "square": (lambda x: (x - 1) ** 2 + 0.5, [-3, 4]),
    "cosine": (np.cos, [0, 5]),
    "at-an-end": (np.exp, [-1, 2]),
    "log": (lambda x: x - np.log(x), [0.01, 30]),
}
roots = {
    "square": (lambda x: x * x - 2, [0, 2]),
    "cosine": (lambda x: np.cos(x) - x, [0, 1]),
    "steep": (lambda x: np.exp(20 * x) - 3, [-1, 1]),
    "bend": (lambda x: np.arctan(30 * (x - 0.3)), [-1, 2]),
}
out = {
    "source": f"SciPy {scipy.__version__}, NumPy {np.__version__}",
    "seed": SEED,
    "problems": problems,
    "scalars": [
        {"name": name, "bounds": ends, "x": float(optimize.minimize_scalar(f, bounds=ends, method="bounded", options={"xatol": 1e-10}).x)}
        for name, (f, ends) in scalars.items()
    ],
    "roots": [
        {"name": name, "bracket": ends, "root": float(optimize.brentq(f, *ends, xtol=1e-14))}
        for name, (f, ends) in roots.items()
    ],
}
path = Path(__file__).parent.parent / "packages/stats/fixtures/optimize.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")


def walk(gradient_at, x, rate, momentum, steps):
    x, last, path = np.array(x, dtype=float), np.zeros(2), []
    for _ in range(steps):
        last = momentum * last - rate * gradient_at(x)
        x = x + last
        path.append(x.tolist())
    return path


def rosenbrock(p):
    x, y = p
    return np.array([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)])


H = np.array([[3.0, 1.0], [1.0, 2.0]])
walks = [
    {"name": name, "rate": rate, "momentum": momentum, "start": start, "path": walk(g, start, rate, momentum, steps)}
    for name, g, start, rate, momentum, steps in [
        ("rosenbrock", rosenbrock, [-1.2, 1.0], 0.001, 0.0, 1000),
        ("rosenbrock", rosenbrock, [-1.2, 1.0], 0.0005, 0.9, 500),
        ("quadratic", lambda p: H @ p - np.array([1.0, -2.0]), [4.0, 3.0], 0.3, 0.0, 200),
        ("quadratic", lambda p: H @ p - np.array([1.0, -2.0]), [4.0, 3.0], 0.05, 0.8, 200),
        ("quadratic", lambda p: H @ p - np.array([1.0, -2.0]), [4.0, 3.0], 0.6, 0.0, 30),
    ]
]
path = Path(__file__).parent.parent / "packages/stats/fixtures/gradient-descent.json"
text = json.dumps({"source": f"NumPy {np.__version__}", "walks": walks}, separators=(",", ":"))
path.write_text(text.replace('{"name"', '\n{"name"') + "\n")
