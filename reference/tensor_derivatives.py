#!/usr/bin/env python3
"""Write packages/tensor/fixtures/derivatives.json: gradients, Jacobians, Hessians and products with them by PyTorch.

A case is {name, inputs, direction, value, …}; the functions of these names stand in
packages/tensor/src/autograd/derivatives.test.ts too. Run with a Python that has torch.
"""
import json
from pathlib import Path

import torch
import torch.autograd.functional as AF

OUT = Path(__file__).parent.parent / "packages/tensor/fixtures/derivatives.json"
SEED = 20260306
torch.manual_seed(SEED)
D = torch.float64


def array(x):
    return {"s": list(x.shape), "d": x.detach().flatten().tolist()}


# Functions of a vector to a number: Hessians. Of x with four elements.
scalars = {
    "sumOfSquares": lambda x: (x**2).sum(),
    "rosenbrock": lambda x: (100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2).sum(),
    "logSumExp": lambda x: torch.log(torch.exp(x).sum()),
    "product": lambda x: x.prod(),
    "norm": lambda x: torch.sqrt((x**2).sum()),
    "entropy": lambda x: -(torch.sigmoid(x) * torch.log(torch.sigmoid(x))).sum(),
    "sineOfSum": lambda x: torch.sin(x.sum()) * torch.cos(x[0]),
    "quartic": lambda x: (x**4).sum() - 3 * (x[0] * x[1]) ** 2,
    "variance": lambda x: torch.var(x, unbiased=False),
    "ratio": lambda x: (x[0] * x[1] + x[2]) / (1 + x[3] ** 2),
    "gaussian": lambda x: torch.exp(-0.5 * (x**2).sum()),
    "softplus": lambda x: torch.nn.functional.softplus(x).sum() * x[0],
    "gelu": lambda x: torch.nn.functional.gelu(x).mean() ** 2,
    "outerSum": lambda x: torch.outer(x, torch.tanh(x)).sum(),
    "ackley": lambda x: -torch.exp(-0.2 * torch.sqrt((x**2).mean())) - torch.exp(torch.cos(x).mean()),
    "power": lambda x: ((x**2 + 1) ** x).sum(),
    "cubicForm": lambda x: x[0] * x[1] * x[2] + x[3] ** 3 * x[0],
    "arcs": lambda x: torch.atan(x).sum() * torch.asinh(x).sum(),
    "errorFunction": lambda x: (torch.erfc(x) * torch.exp2(x)).sum(),
    "silu": lambda x: (torch.nn.functional.silu(x) ** 2).sum(),
}

# Functions of a vector to a tensor: Jacobians.
vectors = {
    "sine": torch.sin,
    "softmax": lambda x: torch.softmax(x, 0),
    "cumulative": lambda x: torch.stack([x[:1].sum(), x[:2].sum(), x[:3].sum(), x.sum()]),
    "outer": lambda x: torch.outer(x, x**2),
    "normalized": lambda x: x / torch.sqrt((x**2).sum()),
    "polar": lambda x: torch.stack([torch.hypot(x[0], x[1]), torch.atan2(x[1], x[0])]),
    "rotation": lambda x: torch.stack([torch.cos(x[0]) * x[1] - torch.sin(x[0]) * x[2], torch.sin(x[0]) * x[1] + torch.cos(x[0]) * x[2]]),
    "gram": lambda x: x.reshape(2, 2).T @ x.reshape(2, 2),
    "inverse": lambda x: torch.inverse(x.reshape(2, 2) + 4 * torch.eye(2, dtype=D)),
    "layer": lambda x: torch.tanh(torch.stack([x, 2 * x]) @ x),
    "sorted": lambda x: x.flip(0) * x,
    "mixture": lambda x: torch.logaddexp(x[:2], x[2:]),
    "clipped": lambda x: torch.clamp(x, -0.5, 0.5) * x,
    "pairs": lambda x: torch.cat([x[::2] * x[1::2], x[::2] + x[1::2]]),
    "scaled": lambda x: x * x.mean(),
    "elu": lambda x: torch.nn.functional.elu(x, 0.7),
    "erf": lambda x: torch.erf(x) * x[0],
    "solve": lambda x: torch.linalg.solve(torch.eye(2, dtype=D) * 3 + torch.outer(x[:2], x[:2]), x[2:]),
    "squares": lambda x: x.reshape(4, 1) ** 2 - x.reshape(1, 4) ** 2,
    "constantPart": lambda x: torch.stack([x[0] * 0 + 1, x[1]]),
}

cases = {"scalars": [], "vectors": []}
for name, f in scalars.items():
    x, v = torch.randn(4, dtype=D), torch.randn(4, dtype=D)
    value, hv = AF.vhp(f, x, v)
    cases["scalars"].append({
        "name": name, "x": array(x), "v": array(v), "value": value.item(), "gradient": array(AF.jacobian(f, x)),
        "hessian": array(AF.hessian(f, x)), "hvp": array(hv),
    })
for name, f in vectors.items():
    x, v = torch.randn(4, dtype=D), torch.randn(4, dtype=D)
    y = f(x)
    u = torch.randn(y.shape, dtype=D)
    cases["vectors"].append({
        "name": name, "x": array(x), "v": array(v), "u": array(u), "y": array(y), "jacobian": array(AF.jacobian(f, x)),
        "vjp": array(AF.vjp(f, x, u)[1]), "jvp": array(AF.jvp(f, x, v)[1]),
    })

OUT.write_text(json.dumps({"source": f"torch {torch.__version__}", "seed": SEED, **cases}, separators=(",", ":")) + "\n")
print(len(cases["scalars"]), len(cases["vectors"]), OUT.stat().st_size)
