"""Writes packages/learn/fixtures/text-features.json and text-words.json with scikit-learn:

    python reference/learn_text.py

The matrices of real texts are too large for a file, so that it holds what tells every difference: a digest of the
places of their entries, and of the entries themselves where they are whole numbers; else two products with vectors.
"""

import csv
import gzip
import hashlib
import io
import re
import unicodedata

import numpy as np
from learn import FIXTURES, write
from scipy.sparse import csr_array
from sklearn.feature_extraction import DictVectorizer, FeatureHasher
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfTransformer, TfidfVectorizer

DATA = FIXTURES.parent.parent / "data" / "datasets"


def novel():
    with gzip.open(DATA / "pride-and-prejudice.txt.gz", "rt", encoding="utf-8", newline="") as file:
        return [part for part in file.read().split("\n\n") if part.strip()]


def reviews():
    with gzip.open(DATA / "reviews.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file)]


SCRIPTS = [
    "Das große Œuvre: naïve Façades, ÀÉÎÕÜ, Straße & ŁÓDŹ; ﬁne ﬂow № 5 ½ ² x²",
    "ΟΔΥΣΣΕΥΣ ὁδός ΣΊΣΥΦΟΣ Σ, άλφα ΆΛΦΑ",
    "Москва́ ЁЛКА ёлка й и́ Ґанок",
    "İstanbul IĞDIR ırmak I İ",
    "हिन्दी में लिखा हुआ वाक्य संस्कृतम्",
    "ภาษาไทย ไม่มี ช่องว่าง กำลัง",
    "日本語の文章 カタカナ ｶﾅ がぎぐ がぎ 漢字 一 二",
    "한국어 문장 각 한국",
    "עִבְרִית שָׁלוֹם العَرَبِيَّةُ مَرْحَبًا ١٢٣",
    "emoji 😀😀 👩‍👩‍👧 𝒳𝒴 𝟙𝟚 𐐀𐐨 𝐀 ﷺ zero\u200bwidth a\u00adb \ufeffmark",
    "snake_case __init__ a_b don't won’t l'été 3.14 1,000 x86_64 C++ c#",
    "tab\tnew\nline\r\nform\x0cfeed \x1c\x1d file\x85next\u2028line\u3000wide\xa0hard  two   three",
    "Việt Nam điện tử Đà Nẵng ĐẶC BIỆT",
    "ẞ ŉ ǰ ΐ և ﬀ ﬃ ǅ ǆ Ǆ",
    "",
    "a",
    "ა ბგდ ᲐᲑᲒ Ꭰꭰ Ꮿ",
]
TABLES = {"novel": novel(), "reviews": reviews(), "scripts": SCRIPTS}
CAMEL = {
    "strip_accents": "stripAccents",
    "stop_words": "stopWords",
    "token_pattern": "tokenPattern",
    "ngram_range": "ngramRange",
    "max_df": "maxDf",
    "min_df": "minDf",
    "max_features": "maxFeatures",
    "use_idf": "useIdf",
    "smooth_idf": "smoothIdf",
    "sublinear_tf": "sublinearTf",
    "n_features": "nFeatures",
    "alternate_sign": "alternateSign",
    "input_type": "inputType",
    "char_wb": "charWb",
}


def camel(options):
    fix = lambda value: CAMEL.get(value, value) if isinstance(value, str) else value
    return {CAMEL.get(key, key): fix(value) for key, value in options.items()}


def digest(values, kind):
    return hashlib.sha256(np.ascontiguousarray(values).astype(kind).tobytes()).hexdigest()[:16]


def text_digest(names):
    return hashlib.sha256("\n".join(names).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def summary(X):
    """What tells any difference between two sparse matrices."""
    X = csr_array(X, dtype=np.float64)
    X.sort_indices()
    rows, columns = X.shape
    u = (np.arange(rows) * 37 % 101 + 1) / 101
    v = (np.arange(columns) * 53 % 97 + 1) / 97
    content = {
        "shape": X.shape,
        "nnz": X.nnz,
        "starts": digest(X.indptr, "<i4"),
        "columns": digest(X.indices, "<i4"),
        "total": X.sum(),
    }
    if np.array_equal(X.data, np.round(X.data)):
        return {**content, "values": digest(X.data, "<f8")}
    ofRows, ofColumns = X @ v, X.T @ u
    few = lambda a: a[:: max(1, len(a) // 40)]
    return {**content, "rows": few(ofRows), "columnSums": few(ofColumns), "sizes": [np.abs(ofRows).sum(), np.abs(ofColumns).sum()]}


cases = []


def case(cls, table, options, vocabulary_of=None, pattern=None):
    texts = TABLES[table]
    given = dict(options)
    if pattern:  # the same in Python and in JavaScript's u mode
        given["token_pattern"] = pattern[0]
        options = {**options, "token_pattern": pattern[1]}
    model = cls(**given)
    half = len(texts) // 2
    X = model.fit_transform(texts)
    content = {
        "estimator": cls.__name__,
        "table": table,
        "options": camel(options),
        "whole": summary(X),
        "half": summary(cls(**given).fit(texts[:half]).transform(texts[half:])),
    }
    if cls is not HashingVectorizer:
        names = list(model.get_feature_names_out())
        content["names"] = text_digest(names)
        content["someNames"] = names[:: max(1, len(names) // 12)]
    cases.append(content)


for table in TABLES:
    case(CountVectorizer, table, {})
    case(CountVectorizer, table, {"binary": True, "lowercase": False})
    case(CountVectorizer, table, {"strip_accents": "unicode", "ngram_range": (1, 2)})
    case(CountVectorizer, table, {"strip_accents": "ascii"})
    case(CountVectorizer, table, {"analyzer": "char", "ngram_range": (1, 3)})
    case(CountVectorizer, table, {"analyzer": "char_wb", "ngram_range": (2, 4)})
    case(CountVectorizer, table, {}, pattern=(r"(?u)\w+", r"[\p{L}\p{N}_]+"))
    case(TfidfVectorizer, table, {})
    case(TfidfVectorizer, table, {"norm": "l1", "sublinear_tf": True})
    case(TfidfVectorizer, table, {"norm": None, "smooth_idf": False})
    case(TfidfVectorizer, table, {"use_idf": False, "binary": True})
    case(HashingVectorizer, table, {})
    case(HashingVectorizer, table, {"n_features": 64, "norm": "l1"})
    case(HashingVectorizer, table, {"n_features": 1000, "norm": None, "alternate_sign": False})
    case(HashingVectorizer, table, {"binary": True, "ngram_range": (1, 2)})
for table in ("novel", "reviews"):
    case(CountVectorizer, table, {"stop_words": "english"})
    case(CountVectorizer, table, {"stop_words": ["the", "and", "of"], "ngram_range": (2, 3)})
    case(CountVectorizer, table, {"min_df": 3, "max_df": 0.5})
    case(CountVectorizer, table, {"min_df": 0.01, "max_df": 1000})
    case(CountVectorizer, table, {}, pattern=(r"\b([a-z]+)ing\b", r"\b([a-z]+)ing\b"))
    case(TfidfVectorizer, table, {"min_df": 2, "stop_words": "english", "ngram_range": (1, 2), "sublinear_tf": True})
    # So many terms that none at the border comes as often as another.
    totals = np.sort(np.asarray(CountVectorizer().fit_transform(TABLES[table]).sum(0)).ravel())[::-1]
    most = next(k for k in range(20, 200) if totals[k - 1] > totals[k])
    case(CountVectorizer, table, {"max_features": most})
    case(CountVectorizer, table, {"vocabulary": ["love", "good", "the", "film", "elizabeth"]})

counts = np.random.default_rng(3).poisson(0.7, (12, 9))
counts[:, 4] = 0
counts[5] = 0
weighed = []
for options in [{}, {"norm": "l1"}, {"norm": None}, {"use_idf": False}, {"sublinear_tf": True}, {"norm": None, "use_idf": True, "smooth_idf": True, "sublinear_tf": True}]:
    model = TfidfTransformer(**options).fit(counts[:8])
    weighed.append({"options": camel(options), "idf": model.idf_ if options.get("use_idf", True) else None, "transformed": model.transform(counts).toarray()})

RECORDS = [
    {"town": "Ames", "area": 80, "garage": True},
    {"town": "Boone", "area": 0, "tags": ["old", "brick"]},
    {"area": 12.5, "tags": ["brick"], "Ünï": 2, "𝒳": 1, "ﬀ": 3},
    {},
    {"town": "", "area": -1},
]
records = []
for options in [{}, {"sort": False}, {"separator": " is "}, {"sparse": False}]:
    model = DictVectorizer(**options).fit(RECORDS)
    X = model.transform([*RECORDS, {"town": "Nevada", "area": 7}])
    records.append({"options": options, "names": model.feature_names_, "X": X if options.get("sparse") is False else X.toarray(), "back": model.inverse_transform(model.transform(RECORDS))})
hashed = []
PAIRS = [[("town", "Ames"), ("area", 80), ("area", 1.5)], [], [("Ünï", -2), ("𝒳", "Ω")]]
STRINGS = [["town", "area", "town"], ["Ünï", "𝒳", "日本語", "ab", "abc", "abcd", "abcde", ""], ["x" * 300]]
plain = [{k: v for k, v in r.items() if not isinstance(v, list)} for r in RECORDS]
for kind, rows in [("dict", plain), ("pair", PAIRS), ("string", STRINGS)]:
    for options in [{"n_features": 16}, {"n_features": 7, "alternate_sign": False}, {"n_features": 2**20}]:
        X = csr_array(FeatureHasher(input_type=kind, **options).transform(rows))
        X.sort_indices()
        hashed.append({"options": {**camel(options), "inputType": kind}, "X": rows, "starts": X.indptr, "columns": X.indices, "values": X.data})

write("text-features", cases, scripts=SCRIPTS, counts=counts, weighed=weighed, RECORDS=RECORDS, records=records, hashed=hashed)


def runs(holds):
    """The first and last code points of runs of characters."""
    found, start = [], None
    for code in range(0x110001):
        inside = code < 0x110000 and not 0xD800 <= code < 0xE000 and holds(chr(code))
        if inside and start is None:
            start = code
        if not inside and start is not None:
            found += [start, code - 1]
            start = None
    return found


word, space = re.compile(r"\w"), re.compile(r"\s")
differences = lambda numbers: [b - a for a, b in zip([0, *numbers], numbers)]
lower = [[c, chr(c).lower()] for c in range(0x110000) if not 0xD800 <= c < 0xE000 and chr(c).lower() != chr(c)]
write(
    "text-words",
    [
        {"name": "word", "steps": differences(runs(lambda c: bool(word.match(c))))},
        {"name": "space", "steps": differences(runs(lambda c: bool(space.match(c))))},
        {"name": "assigned", "steps": differences(runs(lambda c: unicodedata.category(c) != "Cn"))},
        {"name": "combining", "steps": differences(runs(lambda c: unicodedata.combining(c) > 0))},
    ],
    lower=lower,
    unicode=unicodedata.unidata_version,
)
