#!/usr/bin/env python3
"""Write packages/tensor/fixtures/arrays-text.json: tensors and what NumPy's str() prints. Run with NumPy 2."""
import numpy as np
from arrays_support import case, rng, write

e, nan, inf = 1e-5, np.nan, np.inf
lists = [
    3.0, 0.1, 1e16, 1e15, 123456789.123, 1e-4, 1e-5, -0.0, nan, -inf, [1, 2.5, -3], [1.0], [-0.0, 0.0], [0.1, 0.25, 1 / 3], [1e8, 1], [99999999, 1],
    [1e-4, 1], [0.00009, 0.01], [0.001, 1], [0.00099, 1], [1e-310, 5e-324], [1e300, 1e-300], [1e100, 1], [nan], [inf, -inf], [1, nan], [1.5, -inf, nan],
    [1e10, nan], [1e-7, -inf], [-1e-7, inf, 3.25], [2**-9, 1], [3 * 2**-9, 1], [5 * 2**-9, -1], [1 + 1e-10, 1], [1e10 + 1, 1e3], [123456.789, 0.5], [1 / 3, 2 / 3, 100],
    [[1, 2.5], [-3, 4]], [[[1, 2], [3, 4]], [[5, 6.5], [7, 8]]], [[nan, 1e9]], [[1e-3], [999.99]], [0.5, 1e3], [12345678.9], [1e7 + 0.123456789],
]
for x in lists:
    for dtype in (np.float64, np.float32):
        a = np.array(x, dtype)
        case("toString", [a], str(a))
for dtype in (np.float64, np.float32):
    for scale in (1, 1e-6, 1e5, 1e12, 100):
        a = (rng.normal(size=(3, 4)) * scale).astype(dtype)
        case("toString", [a], str(a))
        a = (rng.normal(size=30) * scale).astype(dtype)
        case("toString", [a], str(a))
for x in (7, [1, -20, 300], list(range(40)), [[1, 2], [-3, 4]], [[[1]], [[-1]]], []):
    a = np.array(x, np.int32)
    case("toString", [a], str(a))
for x in (True, [True, False], [[True], [False]], [[True] * 30] * 2):
    a = np.array(x)
    case("toString", [a], str(a))
for shape in ((0,), (2, 0), (0, 3), (1, 1, 1), (2, 3, 4), (2, 1, 3, 2), (3, 60), (1000,), (30, 30)):
    a = np.arange(np.prod(shape), dtype=np.float64).reshape(shape) / 4
    case("toString", [a], str(a))
case("toString", [np.arange(256, dtype=np.uint8).reshape(16, 16)], str(np.arange(256, dtype=np.uint8).reshape(16, 16)))
# Large tensors are made from their shape: arange(size) * step.
for shape, step in (((1001,), 1), ((2000,), 0.37), ((50, 40), 1), ((4, 300), -1.5), ((10, 10, 20), 1), ((3, 3, 300), 1e-7), ((1001, 1), 2), ((7, 200), 1e6)):
    a = (np.arange(np.prod(shape), dtype=np.float64) * step).reshape(shape)
    case("large", [list(shape), step], str(a))
write("text")
