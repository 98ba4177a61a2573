"""Writes a balanced part of Fashion-MNIST (MIT): the first 200 training and 50 test images of each class.

    python reference/data_fashion.py FOLDER packages/data/datasets

FOLDER holds the four original files (Debian's dataset-fashion-mnist puts them in
/usr/share/datasets/fashion-mnist).
"""

import gzip
import sys
from pathlib import Path

import numpy as np

SOURCE, TARGET = Path(sys.argv[1]), Path(sys.argv[2])


def read(name, header):
    return np.frombuffer(gzip.decompress((SOURCE / name).read_bytes()), np.uint8, offset=header)


def part(prefix, per_class):
    labels = read(f"{prefix}-labels-idx1-ubyte.gz", 8)
    images = read(f"{prefix}-images-idx3-ubyte.gz", 16).reshape(-1, 28, 28)
    rank = np.zeros(len(labels), int)
    for kind in range(10):
        rank[labels == kind] = np.arange((labels == kind).sum())
    kept = rank < per_class
    return images[kept], labels[kept]


def write(name, array):
    head = bytes([0, 0, 8, array.ndim]) + b"".join(n.to_bytes(4, "big") for n in array.shape)
    with open(TARGET / name, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(head + array.tobytes())


train, test = part("train", 200), part("t10k", 50)
# One file each: the first 2,000 are for training.
write("fashion-images.idx.gz", np.concatenate([train[0], test[0]]))
write("fashion-labels.idx.gz", np.concatenate([train[1], test[1]]))
