#!/usr/bin/env python3
"""Write packages/data/datasets/pagoda.pgm: a photograph of scikit-learn, grey and small. Needs scikit-learn and Pillow."""
from pathlib import Path

from PIL import Image
from sklearn.datasets import load_sample_image

WIDTH, HEIGHT = 144, 96

picture = Image.fromarray(load_sample_image("china.jpg")).convert("L").resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
path = Path(__file__).parent.parent / "packages/data/datasets/pagoda.pgm"
path.write_bytes(f"P5\n{WIDTH} {HEIGHT}\n255\n".encode() + picture.tobytes())
