#!/usr/bin/env python3
"""Write packages/tensor/fixtures/acceptance-gradients.json: gradients in float64, by PyTorch's autograd."""
import json
from pathlib import Path

import torch

SEED = 20261121
torch.manual_seed(SEED)
torch.set_default_dtype(torch.float64)

A = torch.tensor([[2.0, -1.0, 0.5], [0.0, 3.0, 1.0], [-0.5, 1.5, 1.0]])
ANY, POSITIVE = (lambda n: torch.randn(n)), (lambda n: torch.rand(n) * 2 + 0.3)

# Twenty functions of several variables: how many, from where, and the function.
FUNCTIONS = {
    "rosenbrock": (2, ANY, lambda x: (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2),
    "himmelblau": (2, ANY, lambda x: (x[0] ** 2 + x[1] - 11) ** 2 + (x[0] + x[1] ** 2 - 7) ** 2),
    "booth": (2, ANY, lambda x: (x[0] + 2 * x[1] - 7) ** 2 + (2 * x[0] + x[1] - 5) ** 2),
    "beale": (2, ANY, lambda x: (1.5 - x[0] + x[0] * x[1]) ** 2 + (2.25 - x[0] + x[0] * x[1] ** 2) ** 2),
    "ackley": (3, ANY, lambda x: -20 * torch.exp(-0.2 * (x**2).mean().sqrt()) - torch.exp(torch.cos(6 * x).mean())),
    "length": (4, ANY, lambda x: x.norm()),
    "quadratic form": (3, ANY, lambda x: x @ A @ x),
    "bell": (3, ANY, lambda x: torch.exp(-(x**2).sum() / 2)),
    "saddle": (2, ANY, lambda x: x[0] * x[1] / (1 + x[0] ** 2 + x[1] ** 2)),
    "waves": (2, ANY, lambda x: torch.sin(2 * x[0]) * torch.cos(3 * x[1])),
    "power": (2, POSITIVE, lambda x: x[0] ** x[1]),
    "angle": (2, ANY, lambda x: torch.atan2(x[1], x[0])),
    "hypotenuse": (2, ANY, lambda x: torch.hypot(x[0], x[1])),
    "product": (5, ANY, lambda x: x.prod()),
    "geometric mean": (4, POSITIVE, lambda x: torch.exp(torch.log(x).mean())),
    "variance": (5, ANY, lambda x: x.var(unbiased=False)),
    "log-sum-exp": (5, ANY, lambda x: torch.logsumexp(x, 0)),
    "entropy of a softmax": (4, ANY, lambda x: -(torch.softmax(x, 0) * torch.log_softmax(x, 0)).sum()),
    "determinant": (9, ANY, lambda x: torch.linalg.det(x.reshape(3, 3))),
    "signal": (2, lambda n: torch.rand(n) * 30, lambda x: 10 * torch.log10(1e-4 / ((x - 15) ** 2).sum().add(25) + 1e-4 / ((x - 3) ** 2).sum().add(25))),
}


def rows(*shape):
    return torch.randn(shape) / 2


X, T = rows(6, 3), rows(6, 2)
CLASSES = torch.nn.functional.one_hot(torch.tensor([0, 2, 1, 1, 0, 2]), 3).double()

# Programs as networks are written: several inputs of several shapes, one number out, one walk back.
PROGRAMS = {
    "line": ([(3,), ()], lambda w, b: ((X @ w + b - T[:, 0]) ** 2).mean()),
    "ridge": ([(3, 2)], lambda w: ((X @ w - T) ** 2).sum() + 0.3 * (w**2).sum()),
    "logistic": ([(3,), ()], lambda w, b: torch.nn.functional.softplus(-(X @ w + b) * torch.sign(T[:, 0])).mean()),
    "classes": ([(3, 3), (3,)], lambda w, b: -(CLASSES * torch.log_softmax(X @ w + b, 1)).sum(1).mean()),
    "two layers": (
        [(3, 5), (5,), (5, 2), (2,)],
        lambda w, b, v, c: ((torch.tanh(X @ w + b) @ v + c - T) ** 2).mean(),
    ),
    "deep and narrow": ([(3, 3)], lambda w: torch.sigmoid(torch.sigmoid(torch.sigmoid(X @ w) @ w) @ w).sum()),
    "attention": (
        [(3, 4), (3, 4), (3, 2)],
        lambda q, k, v: (torch.softmax((X @ q) @ (X @ k).T / 2, 1) @ (X @ v)).square().sum(),
    ),
    "standardized": ([(6, 3), (3,)], lambda x, w: (((x - x.mean(0)) / x.std(0, unbiased=False)) @ w).exp().sum()),
    "shared weights": ([(3, 3), (3,)], lambda w, h: sum(torch.tanh(row + h @ w).prod() for row in X)),
    "slices and joins": ([(4, 3)], lambda x: torch.cat([x[1:], x[:1] * x[-1:]]).cumsum(0).prod(1).sum()),
}


def gradients(f, inputs):
    leaves = [x.clone().requires_grad_() for x in inputs]
    y = f(*leaves)
    y.backward()
    return {
        "y": y.item(),
        "inputs": [x.flatten().tolist() for x in inputs],
        "shapes": [list(x.shape) for x in inputs],
        "gradients": [x.grad.flatten().tolist() for x in leaves],
    }


functions = [
    {"name": name, **gradients(f, [draw(n)])} for name, (n, draw, f) in FUNCTIONS.items() for _ in range(3)
]
programs = [{"name": name, **gradients(f, [rows(*s) for s in shapes])} for name, (shapes, f) in PROGRAMS.items()]
out = {
    "source": f"torch {torch.__version__}",
    "seed": SEED,
    "A": A.tolist(),
    "X": X.tolist(),
    "T": T.tolist(),
    "classes": CLASSES.tolist(),
    "functions": functions,
    "programs": programs,
}
path = Path(__file__).parent.parent / "packages/tensor/fixtures/acceptance-gradients.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")
