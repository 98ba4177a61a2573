"""Writes what libsvm's programs predict from our model files, and models that they trained (Debian's libsvm-tools):

    python reference/learn_svm_predict.py
"""

import subprocess
import tempfile
from pathlib import Path

import numpy as np
from learn import SEED, write
from sklearn.datasets import dump_svmlight_file, load_iris, load_wine
from sklearn.preprocessing import StandardScaler

ROOT = Path(__file__).parent.parent


def predicted(directory, data, model, *options):
    output = directory / "predicted"
    subprocess.run(["svm-predict", *options, data, model, output], check=True, capture_output=True)
    return output.read_text().split("\n")[:-1]


def ours(directory):
    """Labels and numbers that svm-predict gives for files of ours."""
    command = ["node", "tools/run.mjs", "reference/libsvm_models.ts", str(directory)]
    subprocess.run(command, check=True, cwd=ROOT)
    cases = []
    for model in sorted(directory.glob("*.model")):
        values = [float(line) for line in predicted(directory, model.with_suffix(".data"), model)]
        is_labels = "SVR" not in model.name
        cases.append(
            {
                "name": model.stem,
                "predicted": [int(value) if is_labels else value for value in values],
            }
        )
    return cases


def theirs(directory):
    """Models of svm-train, from rows whose classes do not come in order, and what svm-predict makes of them."""
    cases = []
    for name, table, options in [
        ("c_svc", load_iris(), ["-s", "0", "-t", "2", "-b", "1"]),
        ("c_svc of two classes", load_wine(), ["-s", "0", "-t", "1", "-g", "0.1", "-r", "1"]),
        ("nu_svc", load_wine(), ["-s", "1", "-t", "3", "-n", "0.3", "-g", "0.02"]),
        ("epsilon_svr", load_iris(), ["-s", "3", "-t", "0", "-c", "2"]),
        ("nu_svr", load_iris(), ["-s", "4", "-t", "2", "-c", "2"]),
        ("one_class", load_iris(), ["-s", "2", "-t", "2", "-n", "0.2"]),
    ]:
        X = StandardScaler().fit_transform(table.data).round(4)
        y = table.target * 10 - 10
        order = np.random.default_rng(SEED).permutation(len(y))[:60]
        X, y = X[order], y[order]
        if name.endswith("two classes"):
            X, y = X[y != 0], y[y != 0]
        if name.endswith("svr"):
            X, y = X[:, :3], X[:, 3]
        data, model = directory / "train", directory / "model"
        dump_svmlight_file(X, y, str(data), zero_based=False)
        subprocess.run(["svm-train", "-q", *options, data, model], check=True)
        is_sure = "-b" in options
        lines = predicted(directory, data, model, *(["-b", "1"] if is_sure else []))
        cases.append(
            {
                "name": name,
                "model": model.read_text(),
                "X": X,
                "predicted": [float(line) for line in predicted(directory, data, model)],
                "probabilities": [[float(word) for word in line.split()[1:]] for line in lines[1:]]
                if is_sure
                else None,
                "labels": lines[0].split()[1:] if is_sure else None,
            }
        )
    return cases


def main():
    version = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Version}", "libsvm-tools"], capture_output=True, text=True
    ).stdout
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        write("svm-predict", ours(directory), trained=theirs(directory), libsvm=version)


if __name__ == "__main__":
    main()
