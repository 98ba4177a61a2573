"""Writes packages/files/fixtures/numpy.json: arrays of every type as .npy and .npz bytes, from NumPy itself."""

import base64
import io
import json
from pathlib import Path

import numpy as np

SEED = 7
random = np.random.default_rng(SEED)


def npy(array, version=None):
    stream = io.BytesIO()
    np.lib.format.write_array(stream, array, version=version)
    return base64.b64encode(stream.getvalue()).decode()


def case(name, array, version=None):
    return {
        "name": name,
        "npy": npy(array, version),
        "shape": list(array.shape),
        "values": [float(x) if np.isfinite(x) else repr(float(x)) for x in array.ravel(order="C").astype("f8")],
    }


def archive(save, **arrays):
    stream = io.BytesIO()
    save(stream, **arrays)
    return base64.b64encode(stream.getvalue()).decode()


normal = random.normal(size=(3, 4))
cases = [
    *(case(t, normal.astype(t)) for t in ("<f8", ">f8", "<f4", ">f4", "<f2", ">f2")),
    *(case(t, (normal * 100).astype(t)) for t in ("<i8", ">i8", "<i4", ">i4", "<i2", ">i2", "i1")),
    *(case(t, np.abs(normal * 100).astype(t)) for t in ("<u8", "<u4", ">u4", "<u2", "u1")),
    case("bool", normal > 0),
    case("half, every kind", np.array([0.0, -0.0, 6e-8, 6.1e-5, 1.5, 65504, np.inf, -np.inf, np.nan], "f2")),
    case("0-d", np.array(2.5)),
    case("empty", np.zeros((0, 3))),
    case("one axis", np.arange(5.0)),
    case("Fortran order", np.asfortranarray(normal)),
    case("Fortran order, three axes", np.asfortranarray(random.normal(size=(2, 3, 4)))),
    case("version 2", normal, (2, 0)),
    case("version 3", normal, (3, 0)),
]
refused = {
    "complex": npy(np.array([1 + 2j])),
    "text": npy(np.array(["a", "bc"])),
    "date": npy(np.array(["2020-01-01"], "M8[D]")),
    "structured": npy(np.array([(1, 2.0)], [("a", "i4"), ("b", "f8")])),
    "too large for int32": npy(np.array([1, 2**40])),
    "too large for 53 bits": npy(np.array([1, 2**60])),
}
X, y = np.arange(6.0).reshape(2, 3), np.array([1, 0], "i4")
# What this package is to write byte for byte.
written = {
    "float64": npy(X),
    "float32": npy(X.astype("f4")),
    "int32": npy(y),
    "uint8": npy(y.astype("u1")),
    "bool": npy(y.astype(bool)),
}
out = {
    "source": f"NumPy {np.__version__}",
    "seed": SEED,
    "cases": cases,
    "refused": refused,
    "written": written,
    "npz": archive(np.savez, X=X, y=y),
    "npzCompressed": archive(np.savez_compressed, X=X, y=y),
}
path = Path(__file__).parent.parent / "packages/files/fixtures/numpy.json"
path.parent.mkdir(exist_ok=True)
path.write_text(json.dumps(out, indent=1) + "\n")
