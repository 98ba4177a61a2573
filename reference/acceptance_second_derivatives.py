#!/usr/bin/env python3
"""Write packages/tensor/fixtures/acceptance-second-derivatives.json: Jacobians of 20 functions, Hessians and
Hessian-vector products of 20 others, by torch.autograd.functional in float64."""
import json
from pathlib import Path

import torch
from torch.autograd import functional as F

SEED = 20261121
torch.manual_seed(SEED)
A = torch.round(1000 * torch.randn(5, 4, dtype=torch.float64)) / 1000
S = torch.round(1000 * torch.randn(4, 4, dtype=torch.float64)) / 1000

vector = {
    "linear": lambda x: A @ x,
    "square": lambda x: x**2,
    "sin-of-linear": lambda x: torch.sin(A @ x),
    "softmax": lambda x: torch.softmax(x, 0),
    "log-softmax": lambda x: torch.log_softmax(A @ x, 0),
    "tanh-layer": lambda x: torch.tanh(A @ x + 0.1),
    "two-layers": lambda x: A @ torch.sigmoid(S @ x),
    "outer": lambda x: torch.outer(x, x),
    "cumsum-exp": lambda x: torch.cumsum(torch.exp(x), 0),
    "normalized": lambda x: x / torch.linalg.norm(x),
    "times-sum": lambda x: x * x.sum(),
    "log-of-squares": lambda x: torch.log(1 + x**2),
    "power": lambda x: (x**2 + 1) ** 1.5,
    "reciprocal": lambda x: 1 / (3 + x**2),
    "gelu": lambda x: torch.nn.functional.gelu(A @ x),
    "solve": lambda x: torch.linalg.solve(S @ S.T + 4 * torch.eye(4, dtype=torch.float64), x**2),
    "differences": lambda x: torch.diff(x) ** 3,
    "robot-arm": lambda x: torch.stack([torch.cos(torch.cumsum(x, 0)).sum(), torch.sin(torch.cumsum(x, 0)).sum()]),
    "polar": lambda x: torch.stack([torch.sqrt(x[0] ** 2 + x[1] ** 2), torch.atan2(x[1], x[0])]),
    "matrix": lambda x: torch.exp(S @ torch.diag(x)) @ S,
}
scalar = {
    "quadratic": lambda x: x @ S @ x,
    "cubic": lambda x: (x**3).sum(),
    "rosenbrock": lambda x: (100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2).sum(),
    "log-sum-exp": lambda x: torch.logsumexp(A @ x, 0),
    "logistic": lambda x: torch.nn.functional.softplus(A @ x).mean(),
    "product": lambda x: torch.prod(x),
    "norm": lambda x: torch.linalg.norm(x),
    "exp-of-dot": lambda x: torch.exp(0.3 * (x @ A[0])),
    "sine-waves": lambda x: torch.sin(A @ x).sum(),
    "tanh-net": lambda x: (torch.tanh(A @ x) ** 2).mean(),
    "deep": lambda x: torch.tanh(S @ torch.tanh(S @ torch.sigmoid(x))).sum(),
    "pseudo-huber": lambda x: (torch.sqrt(1 + (A @ x) ** 2) - 1).sum(),
    "entropy": lambda x: (torch.softmax(x, 0) * torch.log_softmax(x, 0)).sum(),
    "log-barrier": lambda x: -torch.log(9 - x**2).sum(),
    "ratio": lambda x: x[0] * x[1] / (1 + x[2] ** 2 + x[3] ** 2),
    "variance": lambda x: ((x**2 - (x**2).mean()) ** 2).mean(),
    "cross-entropy": lambda x: -torch.log_softmax(A @ x, 0)[2],
    "log-det": lambda x: torch.logdet(S @ S.T + torch.diag(1 + x**2)),
    "quartic": lambda x: (x @ x) ** 2 - 3 * (x @ x),
    "erf": lambda x: torch.erf(S @ x).sum(),
}
assert len(vector) == len(scalar) == 20


def case(name, f, second):
    x = torch.round(1000 * torch.randn(4, dtype=torch.float64)) / 1000
    if not second:
        return {"name": name, "x": x.tolist(), "jacobian": F.jacobian(f, x).tolist()}
    v = torch.round(1000 * torch.randn(4, dtype=torch.float64)) / 1000
    hessian = F.hessian(f, x)
    return {"name": name, "x": x.tolist(), "v": v.tolist(), "hessian": hessian.tolist(), "hvp": F.hvp(f, x, v)[1].tolist()}


out = {
    "source": f"PyTorch {torch.__version__}",
    "seed": SEED,
    "A": A.tolist(),
    "S": S.tolist(),
    "vector": [case(name, f, False) for name, f in vector.items()],
    "scalar": [case(name, f, True) for name, f in scalar.items()],
}
path = Path(__file__).parent.parent / "packages/tensor/fixtures/acceptance-second-derivatives.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")
