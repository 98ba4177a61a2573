#!/usr/bin/env python3
"""Write packages/tensor/fixtures/acceptance-optimizers.json: 50 steps of torch.optim's optimizers from one start.

The loss is Σ sᵢ (pᵢ − tᵢ)² + 0.1 Σ sin(3 pᵢ), in float64; every fifth point of the path is kept.
"""
import json
from pathlib import Path

import numpy as np
import torch

SEED = 20261121
STEPS = 50
random = np.random.default_rng(SEED)
torch.set_default_dtype(torch.float64)
start, target = random.normal(size=(2, 5))
scales = np.array([0.1, 0.3, 1.0, 2.0, 3.0])


def path(make):
    p = torch.nn.Parameter(torch.tensor(start))
    optimizer = make([p])
    points = []
    for step in range(1, STEPS + 1):
        optimizer.zero_grad()
        loss = (torch.tensor(scales) * (p - torch.tensor(target)) ** 2).sum() + 0.1 * torch.sin(3 * p).sum()
        loss.backward()
        optimizer.step()
        if step % 5 == 0:
            points.append(p.detach().tolist())
    return points


def case(rows, step, make, options):
    return {"rows": rows, "step": step, "options": options, "path": path(make)}


SGD, Adam, AdamW, RMSprop = torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop
cases = [
    case(["DL-015"], "sgdStep", lambda p: SGD(p, 0.05), {"learningRate": 0.05}),
    case(["DL-015"], "sgdStep", lambda p: SGD(p, 0.05, momentum=0.9), {"learningRate": 0.05, "momentum": 0.9}),
    case(["DL-015"], "sgdStep", lambda p: SGD(p, 0.05, momentum=0.9, nesterov=True), {"learningRate": 0.05, "momentum": 0.9, "nesterov": True}),
    case(["DL-015", "DL-022"], "sgdStep", lambda p: SGD(p, 0.05, momentum=0.5, weight_decay=0.1), {"learningRate": 0.05, "momentum": 0.5, "weightDecay": 0.1}),
    case(["DL-022"], "sgdStep", lambda p: SGD(p, 0.05, weight_decay=0.2), {"learningRate": 0.05, "weightDecay": 0.2}),
    case(["DL-016"], "adamStep", lambda p: Adam(p, 0.1), {"learningRate": 0.1}),
    case(["DL-016"], "adamStep", lambda p: Adam(p, 0.1, amsgrad=True), {"learningRate": 0.1, "amsgrad": True}),
    case(["DL-016"], "adamStep", lambda p: Adam(p, 0.1, betas=(0.8, 0.95), eps=1e-4), {"learningRate": 0.1, "betas": [0.8, 0.95], "eps": 1e-4}),
    case(["DL-016", "DL-022"], "adamWStep", lambda p: AdamW(p, 0.1), {"learningRate": 0.1}),
    case(["DL-016", "DL-022"], "adamWStep", lambda p: AdamW(p, 0.1, weight_decay=0.3, amsgrad=True), {"learningRate": 0.1, "weightDecay": 0.3, "amsgrad": True}),
    case(["DL-017"], "rmspropStep", lambda p: RMSprop(p, 0.02), {"learningRate": 0.02}),
    case(["DL-017"], "rmspropStep", lambda p: RMSprop(p, 0.02, centered=True), {"learningRate": 0.02, "centered": True}),
    case(["DL-017"], "rmspropStep", lambda p: RMSprop(p, 0.02, momentum=0.7), {"learningRate": 0.02, "momentum": 0.7}),
    case(["DL-017"], "rmspropStep", lambda p: RMSprop(p, 0.02, centered=True, momentum=0.5, alpha=0.9), {"learningRate": 0.02, "centered": True, "momentum": 0.5, "alpha": 0.9}),
]
out = {
    "source": f"torch {torch.__version__}",
    "seed": SEED,
    "start": start.tolist(),
    "target": target.tolist(),
    "scales": scales.tolist(),
    "cases": cases,
}
path = Path(__file__).parent.parent / "packages/tensor/fixtures/acceptance-optimizers.json"
path.write_text(json.dumps(out, separators=(",", ":")).replace('{"rows"', '\n{"rows"') + "\n")
