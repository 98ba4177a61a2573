"""Writes data sets that come from Python packages, an npm package and public repositories.

    python reference/data_sets.py SOURCES packages/data/datasets

SOURCES is a folder with the files that are read as they were published:
seattle-weather.csv, iowa-electricity.csv, gapminder.json (npm vega-datasets 3.2.1), social.py
(networkx 3.6.1, networkx/generators), vader_lexicon.txt (vaderSentiment 3.3.2), telco.csv
(github.com/IBM/telco-customer-churn-on-icp4d, data/Telco-Customer-Churn.csv) and german.data (Statlog German
Credit, UCI). Made with scikit-learn 1.9.1 and statsmodels 0.14.
"""

import csv
import gzip
import io
import json
import math
import re
import sys
from pathlib import Path

import statsmodels.api as sm
from sklearn.datasets import load_breast_cancer, load_digits, load_iris, load_wine

SOURCES, TARGET = Path(sys.argv[1]), Path(sys.argv[2])


def pack(name, data):
    """A gzip file without a time in it, so that the same content is the same file."""
    with open(TARGET / name, "wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=0) as packed:
        packed.write(data)
    print(name, (TARGET / name).stat().st_size)


def write(name, header, rows):
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([[cell(value) for value in row] for row in rows])
    pack(f"{name}.csv.gz", text.getvalue().encode())


def cell(value):
    if isinstance(value, str):
        return value
    if value is None or math.isnan(value):
        return ""
    return f"{float(value):.15g}"


def snake(name):
    return re.sub(r"[^a-z0-9]+", "_", name.replace("(cm)", "").strip().lower())


def labelled(name, data, label):
    names = [snake(feature) for feature in data.feature_names]
    classes = [str(data.target_names[k]).replace("class_", "") for k in data.target]
    write(name, [*names, label], [[*row, kind] for row, kind in zip(data.data, classes)])


def idx(name, array):
    """MNIST's format: two zeros, 8 for unsigned bytes, the number of axes, their lengths, the bytes."""
    head = bytes([0, 0, 8, array.ndim]) + b"".join(n.to_bytes(4, "big") for n in array.shape)
    pack(f"{name}.idx.gz", head + array.astype("uint8").tobytes())


def read_csv(name, **options):
    with open(SOURCES / name, encoding="utf8", newline="") as file:
        return list(csv.DictReader(file, **options))


def digits():
    data = load_digits()
    idx("digits-images", data.images)
    idx("digits-labels", data.target)


def series():
    co2 = sm.datasets.co2.load_pandas().data
    write("co2", ["date", "co2"], [[str(day.date()), value] for day, value in co2["co2"].items()])
    spots = sm.datasets.sunspots.load_pandas().data
    write("sunspots", ["year", "sunspots"], spots.to_numpy())
    macro = sm.datasets.macrodata.load_pandas().data
    names = ["year", "quarter", "real_gdp", "real_consumption", "real_investment", "real_government"]
    names += ["real_disposable_income", "cpi", "m1", "treasury_bill_rate", "unemployment", "population"]
    names += ["inflation", "real_interest_rate"]
    write("macro", names, macro.to_numpy())
    weather = read_csv("seattle-weather.csv")
    names = ["date", "precipitation", "temp_max", "temp_min", "wind", "weather"]
    write("weather", names, [[row[name] for name in names] for row in weather])
    power = read_csv("iowa-electricity.csv")
    rows = [[row["year"][:4], row["source"], row["net_generation"]] for row in power]
    write("electricity", ["year", "source", "net_generation"], rows)
    world = json.loads((SOURCES / "gapminder.json").read_text())
    rows = [
        [row["country"], row["year"], row["pop"], row["life_expect"], row["fertility"]] for row in world
    ]
    write("gapminder", ["country", "year", "population", "life_expectancy", "fertility"], rows)


def karate():
    text = (SOURCES / "social.py").read_text().split('zacharydat = """\\')[1].split('"""')[0]
    matrix = [[int(entry) for entry in line.split()] for line in text.strip().splitlines()]
    assert len(matrix) == 34
    # The paper's matrix is not symmetric in one entry; the later one stands, as in networkx.
    edges = {}
    for i, row in enumerate(matrix):
        for j, weight in enumerate(row):
            if weight:
                edges[min(i, j), max(i, j)] = weight
    assert len(edges) == 78
    write("karate", ["source", "target", "weight"], [[i, j, w] for (i, j), w in sorted(edges.items())])


def churn():
    rows = read_csv("telco.csv")
    names = list(rows[0])
    assert len(rows) == 7043 and len(names) == 21
    text = [[row[name].strip() for name in names] for row in rows]
    header = [re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower() for name in names]
    write("churn", header, text)


CREDIT = """
status A11 overdrawn A12 below-200 A13 from-200 A14 none
duration
history A30 no-credits-or-all-paid A31 all-here-paid A32 existing-paid-so-far A33 delays-in-the-past A34 critical
purpose A40 new-car A41 used-car A42 furniture A43 radio-television A44 appliances A45 repairs A46 education A48 retraining A49 business A410 other
amount
savings A61 below-100 A62 100-to-500 A63 500-to-1000 A64 from-1000 A65 unknown-or-none
employment A71 unemployed A72 below-1-year A73 1-to-4-years A74 4-to-7-years A75 from-7-years
installment_rate
personal A91 male-divorced A92 female-not-single A93 male-single A94 male-married-or-widowed A95 female-single
debtors A101 none A102 co-applicant A103 guarantor
residence_since
property A121 real-estate A122 savings-agreement-or-insurance A123 car-or-other A124 unknown-or-none
age
other_plans A141 bank A142 stores A143 none
housing A151 rent A152 own A153 free
credits
job A171 unskilled-non-resident A172 unskilled-resident A173 skilled A174 management
dependents
telephone A191 no A192 yes
foreign_worker A201 yes A202 no
"""


def credit():
    fields = [line.split() for line in CREDIT.strip().splitlines()]
    rows = []
    lines = (SOURCES / "german.data").read_text().splitlines()
    for line in lines:
        parts = line.split()
        if parts[0].startswith("A1"):
            row = [
                dict(zip(field[1::2], field[2::2]))[part] if len(field) > 1 else part
                for field, part in zip(fields, parts)
            ]
            rows.append([*row, "good" if parts[20] == "1" else "bad"])
    assert len(rows) == 1000 and sum(row[-1] == "good" for row in rows) == 700
    write("credit", [*(field[0] for field in fields), "risk"], rows)


def lexicon():
    lines = (SOURCES / "vader_lexicon.txt").read_text(encoding="utf8").splitlines()
    rows = [line.split("\t")[:3] for line in lines if line.strip()]
    write("sentiment", ["token", "valence", "std"], rows)


labelled("iris", load_iris(), "species")
labelled("wine", load_wine(), "cultivar")
labelled("breast-cancer", load_breast_cancer(), "diagnosis")
digits()
series()
karate()
churn()
credit()
lexicon()
