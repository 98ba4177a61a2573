"""pandas' workloads."""
import pandas as pd
from common import Task, mean_absolute, read_all


def version():
    return f"pandas {pd.__version__}"


def setting():
    return "default"


def keyed(keys, is_text, name, values):
    numbers = keys.astype("i8")
    key = [f"key {number}" for number in numbers] if is_text else numbers
    return pd.DataFrame({"key": key, name: values.astype("f8")})


def repeated(compute, score):
    result = {}

    def repetition():
        result["value"] = compute()

    return Task(repetition, lambda: score(result["value"]))


def group_mean(workload):
    arrays = read_all(workload)
    table = keyed(arrays["key"], workload["settings"]["text"], "value", arrays["value"])
    # Groups in the order of their appearance, as ours and Arquero's are.
    return repeated(lambda: table.groupby("key", sort=False)["value"].mean(), mean_absolute)


def inner_join(workload):
    arrays = read_all(workload)
    is_text = workload["settings"]["text"]
    left = keyed(arrays["leftKey"], is_text, "left", arrays["leftValue"])
    right = keyed(arrays["rightKey"], is_text, "right", arrays["rightValue"])
    return repeated(lambda: left.merge(right, on="key"), lambda both: mean_absolute(both["left"] * both["right"]))


def read_csv(workload):
    path = workload["arrays"]["table"]["path"]
    options = {"parse_dates": ["day"]} if workload["settings"]["dates"] else {}

    def score(table):
        numbers = table["x"].abs().mean() + table["gap"].abs().mean()
        return float(numbers + table["answer"].str.len().mean() + table["active"].mean())

    return repeated(lambda: pd.read_csv(path, **options), score)


TASKS = {"groupMean": group_mean, "innerJoin": inner_join, "readCSV": read_csv}
