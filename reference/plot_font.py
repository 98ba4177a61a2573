#!/usr/bin/env python3
"""Write packages/plot/fonts/inter-{400,600}.ttf: the letters that charts need, out of the Inter typeface.

usage: plot_font.py FOLDER, where FOLDER is the unpacked npm package @expo-google-fonts/inter 0.4.2 (Inter 4.001, OFL-1.1).
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

LETTERS = (
    [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x391, 0x3CA), 0x2010, 0x2011, 0x2013, 0x2014]
    + [*range(0x2018, 0x201F), 0x2020, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033]
    + [*range(0x2070, 0x209D), 0x20AC, 0x2113, *range(0x2190, 0x2194)]
    + [ord(c) for c in "∂∆∇∈∏∑−∗∘√∝∞∩∪∫≈≠≡≤≥≪≫⋅■□▲△●○"]
)
folder = Path(sys.argv[1])
out = Path(__file__).parent.parent / "packages/plot/fonts"
for weight, name in ((400, "400Regular"), (600, "600SemiBold")):
    options = subset.Options(layout_features=["kern", "tnum"], hinting=False)
    font = TTFont(folder / name / f"Inter_{name}.ttf")
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    # All weights are one family, which is found by its first name.
    for number, text in ((1, "Inter"), (16, "Inter")):
        font["name"].setName(text, number, 3, 1, 0x409)
    font.save(out / f"inter-{weight}.ttf")
