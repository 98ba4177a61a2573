#!/usr/bin/env python3
"""Write packages/tensor/fixtures/acceptance-backpropagation.json: gradients of PyTorch for the operations that the
other fixtures leave out.

A case is {op, in, out, grads}: inputs and outputs as [shape, values], and the gradients of Σ cos(i + 1)·yᵢ, summed over
the outputs, with respect to every input. All in float64. Run with a Python that has torch.
"""
import json
import math
from pathlib import Path

import torch

OUT = Path(__file__).parent.parent / "packages/tensor/fixtures/acceptance-backpropagation.json"
SEED = 20261121
torch.manual_seed(SEED)
torch.set_default_dtype(torch.float64)


def draw(*shape):
    return torch.randn(shape)


def positive(*shape):
    return torch.rand(shape) * 2 + 0.5


def off_zero(*shape):
    x = draw(*shape)
    return x + 0.3 * torch.sign(x)


def with_nan(*shape):
    x = draw(*shape)
    x.view(-1)[1::4] = math.nan
    return x


def parts(z):
    return [z.real, z.imag]


def nan_extreme(x, extreme, fill):
    return extreme(torch.where(torch.isnan(x), torch.tensor(fill), x), dim=1).values


def nan_mean(x):
    known = ~torch.isnan(x)
    return torch.where(known, x, torch.tensor(0.0)).sum(1) / known.sum(1)


def svd_parts(x):
    u, s, vh = torch.linalg.svd(x, full_matrices=False)
    return [(u * s) @ vh, s]


EYE = torch.eye(3)
CASES = {
    "astype": ([draw(5)], lambda x: x),
    "average": ([draw(3, 4), positive(4)], lambda x, w: (x * w).sum(1) / w.sum()),
    "betaln": ([positive(5), positive(5)], lambda a, b: torch.lgamma(a) + torch.lgamma(b) - torch.lgamma(a + b)),
    "broadcastTensors": ([draw(3, 1), draw(2)], lambda a, b: list(torch.broadcast_tensors(a, b))),
    "cbrt": ([off_zero(6)], lambda x: torch.sign(x) * torch.abs(x) ** (1 / 3)),
    "choleskySolve": ([draw(3, 3), draw(3, 2)], lambda m, b: torch.linalg.solve(m @ m.T + EYE, b)),
    "chunk": ([draw(6, 2)], lambda x: list(torch.chunk(x, 2))),
    "complexAbs": ([off_zero(5), off_zero(5)], lambda a, b: torch.complex(a, b).abs()),
    "complexConj": ([draw(5), draw(5)], lambda a, b: [a, -b]),
    "complexMul": (
        [draw(4), draw(4), draw(4), draw(4)],
        lambda a, b, c, d: parts(torch.complex(a, b) * torch.complex(c, d)),
    ),
    "dot": ([draw(4), draw(4)], torch.dot),
    "expandDims": ([draw(2, 3)], lambda x: x.unsqueeze(0)),
    "fft2": ([draw(3, 4), draw(3, 4)], lambda a, b: parts(torch.fft.fft2(torch.complex(a, b)))),
    "ifft2": ([draw(3, 4), draw(3, 4)], lambda a, b: parts(torch.fft.ifft2(torch.complex(a, b)))),
    "ifftn": ([draw(2, 3, 2), draw(2, 3, 2)], lambda a, b: parts(torch.fft.ifftn(torch.complex(a, b)))),
    "fftshift": ([draw(3, 4)], torch.fft.fftshift),
    "ifftshift": ([draw(3, 4)], torch.fft.ifftshift),
    "floorDivide": ([draw(5) * 5, positive(5)], lambda a, b: torch.floor(a / b)),
    "globalAvgPool": ([draw(2, 3, 4, 2)], lambda x: x.mean((2, 3))),
    "i1": ([draw(5)], torch.special.i1),
    "meshgrid": ([draw(2), draw(3)], lambda a, b: list(torch.meshgrid(a, b, indexing="ij"))),
    "multiDot": ([draw(2, 3), draw(3, 4), draw(4, 2)], lambda a, b, c: torch.linalg.multi_dot([a, b, c])),
    "nanMax": ([with_nan(3, 4)], lambda x: nan_extreme(x, torch.max, -math.inf)),
    "nanMin": ([with_nan(3, 4)], lambda x: nan_extreme(x, torch.min, math.inf)),
    "nanMean": ([with_nan(3, 4)], nan_mean),
    "percentile": ([draw(5, 2)], lambda x: torch.quantile(x, 0.3, 0)),
    "randomizedSvd": ([draw(4, 3)], svd_parts),
    "split": ([draw(6, 2)], lambda x: list(torch.split(x, [1, 2, 3]))),
    "svdvals": ([draw(4, 3)], torch.linalg.svdvals),
    "vander": ([draw(4)], lambda x: torch.stack([x**3, x**2, x, torch.ones_like(x)], 1)),
}


def array(x):
    return [list(x.shape), [v if math.isfinite(v) else str(v).replace("nan", "NaN") for v in x.flatten().tolist()]]


def case(op, inputs, f):
    leaves = [x.clone().requires_grad_() for x in inputs]
    out = f(*leaves)
    out = out if isinstance(out, list) else [out]
    loss = sum((y.flatten() * torch.cos(torch.arange(y.numel()) + 1.0)).sum() for y in out)
    loss.backward()
    grads = [x.grad if x.grad is not None else torch.zeros_like(x) for x in leaves]
    grads = [torch.where(torch.isnan(x), torch.zeros_like(x), g) for x, g in zip(leaves, grads)]
    return {
        "op": op,
        "in": [array(x) for x in inputs],
        "out": [array(y.detach()) for y in out],
        "grads": [array(g.detach()) for g in grads],
    }


cases = [case(op, inputs, f) for op, (inputs, f) in CASES.items()]
out = {"source": f"torch {torch.__version__}", "seed": SEED, "cases": cases}
OUT.write_text(json.dumps(out, separators=(",", ":")).replace('{"op"', '\n{"op"') + "\n")
