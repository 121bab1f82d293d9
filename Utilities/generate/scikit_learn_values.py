#!/usr/bin/env python3
"""Records the values of scikit-learn's metrics of made-up predictions, for MetricsTests.

    python3 -m venv venv; venv/bin/pip install scikit-learn==1.9.1
    venv/bin/python Utilities/generate/scikit_learn_values.py
"""

import json
import pathlib
import warnings

import numpy as np
from sklearn import metrics

warnings.simplefilter("ignore")
FILE = pathlib.Path(__file__).resolve().parent.parent.parent / "Tests/MetricsTests/ScikitLearnValues.json"
COUNT, CLASSES = 103, 5


def main():
    i = np.arange(COUNT)
    labels = (i * 7 + i // 5) % 4  # class 4 is never right
    logits = np.array([[np.sin(0.7 * n + 1.3 * c) + (1.5 if labels[n] == c and n % 3 else 0) for c in range(CLASSES)]
                       for n in range(COUNT)], np.float32)
    predictions = logits.argmax(1)
    scores = np.round((np.sin(0.9 * i) + 1) * 32) / 64  # many are equal
    answers = (np.sin(0.9 * i) + np.cos(2.1 * i) > 0.2).astype(int)
    truth, guess = np.cos(0.3 * i) * 2 + 1000, np.cos(0.3 * i) * 1.9 + 1000 + 0.3 * np.sin(1.7 * i)
    truth, guess = truth.astype(np.float32), guess.astype(np.float32)
    values = {
        "accuracy": metrics.accuracy_score(labels, predictions),
        "top2": metrics.top_k_accuracy_score(labels, logits, k=2, labels=range(CLASSES)),
        "top3": metrics.top_k_accuracy_score(labels, logits, k=3, labels=range(CLASSES)),
        "confusion": metrics.confusion_matrix(labels, predictions, labels=range(CLASSES)).tolist(),
        "precision": metrics.precision_score(labels, predictions, average=None, labels=range(CLASSES)).tolist(),
        "recall": metrics.recall_score(labels, predictions, average=None, labels=range(CLASSES)).tolist(),
        "f1": metrics.f1_score(labels, predictions, average=None, labels=range(CLASSES)).tolist(),
        "f2": metrics.fbeta_score(labels, predictions, beta=2, average=None, labels=range(CLASSES)).tolist(),
        "rocAuc": metrics.roc_auc_score(answers, scores),
        "averagePrecision": metrics.average_precision_score(answers, scores),
        "meanSquaredError": metrics.mean_squared_error(truth, guess),
        "meanAbsoluteError": metrics.mean_absolute_error(truth, guess),
        "r2": metrics.r2_score(truth, guess),
        "variance": float(np.var(truth.astype(np.float64))),
    }
    for average in ["micro", "macro", "weighted"]:
        values[f"precision_{average}"] = metrics.precision_score(labels, predictions, average=average)
        values[f"recall_{average}"] = metrics.recall_score(labels, predictions, average=average)
        values[f"f1_{average}"] = metrics.f1_score(labels, predictions, average=average)
    flat = {k: [float(x) for x in np.ravel(v)] for k, v in values.items()}
    FILE.write_text("{\n" + ",\n".join(f'  "{k}": {json.dumps(v)}' for k, v in flat.items()) + "\n}\n")


if __name__ == "__main__":
    main()
