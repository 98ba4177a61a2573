#!/usr/bin/env python3
"""Write packages/data/fixtures/profile.json: what pandas, NumPy and SciPy say of the table of 10,000 rows and 20 columns
that packages/data/src/testing/profile-table.ts makes too, from the same linear congruential generator."""
import json
from pathlib import Path

import numpy as np
import pandas as pd
import scipy
from scipy.stats import contingency

N = 10_000
SEED = 20_261


def draws(count, seed):
    """Numbers in [0, 1): 32-bit linear congruential, exact in every language."""
    out, state = np.empty(count), seed
    for i in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        out[i] = state / 2**32
    return out


u = draws(20 * N, SEED).reshape(N, 20)
columns = {}
for k in range(10):
    values = u[:, k] + (0.5 * k) * u[:, 0] + (0 if k % 3 else u[:, k] ** 4)
    columns[f"x{k}"] = np.where(u[:, 19] * 10 % 1 < 0.03 * k, np.nan, values) if k % 2 else values
columns["wild"] = np.where(u[:, 10] > 0.999, 50 + u[:, 11], u[:, 11])
columns["blank"] = np.where(u[:, 18] < 0.7, np.nan, u[:, 12])
for k, levels in enumerate((3, 12, 40)):
    columns[f"whole{k}"] = np.floor(levels * u[:, 13 + k])
letters = [chr(97 + k) for k in range(26)]
pick = lambda x, n: [letters[int(v)] for v in np.floor(n * x)]
columns["shape"] = pick(u[:, 16], 4)
columns["tone"] = [a if v < 0.3 else b for a, b, v in zip(columns["shape"], pick(u[:, 17], 4), u[:, 18])]
columns["town"] = [None if v < 0.1 else c for c, v in zip(pick(u[:, 12], 26), u[:, 11])]
columns["big"] = u[:, 1] > 0.5
columns["same"] = ["one"] * N
frame = pd.DataFrame(columns)
assert frame.shape == (N, 20)
# Every hundredth row repeats the one before it.
again = np.arange(100, N, 100)
frame.loc[again] = frame.loc[again - 1].to_numpy()
frame = frame.astype({c: "float64" for c in frame.columns[:15]} | {"big": "bool"})

numeric = frame.iloc[:, :15]


def of_numbers(s):
    q1, q3 = s.quantile(0.25), s.quantile(0.75)
    iqr = q3 - q1
    present = s.dropna()
    return {
        "mean": s.mean(), "std": s.std(), "min": s.min(), "q25": q1, "median": s.median(), "q75": q3, "max": s.max(),
        "skewness": s.skew(), "kurtosis": s.kurt(),
        "outliers": int(((s < q1 - 1.5 * iqr) | (s > q3 + 1.5 * iqr)).sum()),
        "far": int(((s < q1 - 3 * iqr) | (s > q3 + 3 * iqr)).sum()),
        "zeros": int((s == 0).sum()),
        "counts": np.histogram(present, bins=20)[0].tolist() if s.name[:5] not in ("whole",) else None,
    }


def of_values(s):
    counts = s.value_counts()
    return {"top": int(counts.iloc[0]), "value": str(counts.index[0]), "length": float(s.dropna().astype(str).str.len().mean())}


names = ["shape", "tone", "town", "big"]
v = [[contingency.association(pd.crosstab(frame[a], frame[b]), method="cramer") for b in names] for a in names]
eta = []
for a in numeric:
    row = []
    for b in names:
        pair = frame[[a, b]].dropna()
        groups = pair.groupby(b)[a]
        between = (groups.size() * (groups.mean() - pair[a].mean()) ** 2).sum()
        row.append(float(np.sqrt(between / ((pair[a] - pair[a].mean()) ** 2).sum())))
    eta.append(row)
patterns = frame.isna().value_counts()
result = {
    "source": f"pandas {pd.__version__}, NumPy {np.__version__}, SciPy {scipy.__version__}",
    "seed": SEED,
    "columns": [
        {"name": c, "missing": int(frame[c].isna().sum()), "distinct": int(frame[c].nunique()), **({"numbers": of_numbers(frame[c])} if c in numeric else {"values": of_values(frame[c])})}
        for c in frame
    ],
    "patterns": [{"columns": [c for c, m in zip(frame.columns, key) if m], "rows": int(n)} for key, n in patterns.items()],
    "complete": int(frame.notna().all(axis=1).sum()),
    "duplicated": int(frame.duplicated().sum()),
    "pearson": numeric.corr().to_numpy().tolist(),
    "spearman": numeric.corr(method="spearman").to_numpy().tolist(),
    "cramersV": v,
    "correlationRatio": eta,
}
OUT = Path(__file__).parent.parent / "packages/data/fixtures/profile.json"
OUT.write_text(json.dumps(result, separators=(",", ":")) + "\n")
print(OUT.stat().st_size, result["duplicated"], result["complete"], [c["missing"] for c in result["columns"]])
