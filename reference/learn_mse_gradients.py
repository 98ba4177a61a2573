"""Writes packages/learn/fixtures/mse-gradients.json with PyTorch:

    python reference/learn_mse_gradients.py

The gradient of the mean squared error with regard to the predictions, in float64, of several shapes and reductions.
"""

import json
from pathlib import Path

import torch

SEED = 20260101
torch.manual_seed(SEED)
cases = []
for shape in [(1,), (7,), (30,), (5, 3), (2, 3, 4)]:
    for reduction in ["mean", "sum"]:
        for size in [1e-3, 1.0, 1e4]:
            target = torch.randn(shape, dtype=torch.float64) * size
            prediction = (target + torch.randn(shape, dtype=torch.float64) * size).requires_grad_()
            loss = torch.nn.functional.mse_loss(prediction, target, reduction=reduction)
            loss.backward()
            cases.append(
                {
                    "name": f"{shape}, {reduction}, {size}",
                    "reduction": reduction,
                    "target": target.tolist(),
                    "prediction": prediction.tolist(),
                    "loss": loss.item(),
                    "gradient": prediction.grad.tolist(),
                }
            )
content = {"versions": {"torch": torch.__version__}, "seed": SEED, "cases": cases}
path = Path(__file__).parent.parent / "packages" / "learn" / "fixtures" / "mse-gradients.json"
path.write_text(json.dumps(content, separators=(",", ":")) + "\n")
print(f"mse-gradients: {len(cases)} cases")
