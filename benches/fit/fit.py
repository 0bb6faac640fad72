#!/usr/bin/env python3
"""Fits the rule of reworded statements (src/collate/fitted.rs) to labelled pairs of articles, and says how good it is.

usage: fit.py FEATURES BINARY [--threshold P] [--quick] FOLDER...

FEATURES is the bench `features` (`cargo bench --bench features --no-run` says where it is), BINARY the program. Each FOLDER holds
`labels/NN.tsv` and the pairs NN they are of, as LABELLING.md tells; a folder named with `=GROUP` behind it is left out whole when
one of its pairs is judged, which is right where its pairs share articles. With `*N` behind it, each of its sentences counts N times.

Prints precision, recall and F1 of each folder, each pair judged by a rule fitted on all others, for several thresholds; then the
table as it stands in the program. Needs nothing but Python 3; takes a minute or two without `--quick`, which leaves the judging out.
"""
import json
import math
import os
import subprocess
import sys

NAMES = ["likeness", "likeness by names", "share of the best counterpart", "likeness of the neighbours", "names the other lacks",
         "quoted shares differ", "negated on one side", "places apart", "matched already", "both at the head",
         "names alone", "rare names in common", "rare words in common"]
ONE = 1024
RIDGE, ROUNDS = 3.0, 7
THRESHOLDS = (0.3, 0.32, 0.33, 0.34, 0.36, 0.38, 0.4, 0.42, 0.44, 0.5)


def sentences(folder):
    with open(f"{folder}/sentences.tsv", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return {side: [(row[0], int(row[1]), int(row[2])) for row in rows if row[0][0] == side] for side in "LR"}


def covered(rows, start, end):
    """The sentences of which a passage has three tenths, or which have half of it."""
    found = []
    for name, first, last in rows:
        overlap = min(last, end) - max(first, start)
        if overlap > 0 and (overlap >= 0.3 * (last - first) or overlap >= 0.5 * (end - start)):
            found.append(name)
    return found


def same_wording(binary, folder, rows):
    """The sentences that verbatim and edited matches join."""
    command = [binary, "report", f"{folder}/left.txt", f"{folder}/right.txt", "--format", "json", "--no-rules"]
    done = subprocess.run(command, capture_output=True, check=True)
    joined = set()
    for found in json.loads(done.stdout)["pairs"][0]["matches"]:
        if found["class"] == "reworded":
            continue
        left, right = (covered(rows[side[0].upper()], found[side]["start"], found[side]["end"]) for side in ("left", "right"))
        if len(left) > 1 and len(right) > 1:
            count = max(len(left), len(right))
            joined |= {(left[i * len(left) // count], right[i * len(right) // count]) for i in range(count)}
        else:
            joined |= {(a, b) for a in left for b in right}
    return joined


def labels(path):
    main, neutral = [], {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            columns = line.rstrip("\n").split("\t")
            if len(columns) < 4 or columns[2] == "related":
                continue
            pairs = {(a, b) for a in columns[0].split(",") for b in columns[1].split(",")}
            if columns[3] == "main":
                main.append((columns[2], pairs))
            else:
                for pair in pairs:
                    neutral[pair] = max(neutral.get(pair, 0), 0.5 if columns[3] == "echo" else 0.3)
    return main, neutral


def load(features, binary, folders):
    pairs = []
    for folder in folders:
        folder, _, times = folder.partition("*")
        root, _, group = folder.partition("=")
        for name in sorted(os.listdir(f"{root}/labels")):
            place = f"{root}/{name[:2]}"
            main, neutral = labels(f"{root}/labels/{name}")
            pairs.append({"place": place, "root": root, "group": group or place, "main": main, "neutral": neutral, "rows": [],
                          "times": float(times or 1)})
    told = subprocess.run([features] + [pair["place"] for pair in pairs], capture_output=True, check=True, text=True)
    lines = {}
    for line in told.stdout.splitlines():
        place, *rest = line.split("\t")
        lines.setdefault(place, []).append([int(value) for value in rest])
    for pair in pairs:
        rows = sentences(pair["place"])
        pair["joined"] = same_wording(binary, pair["place"], rows)
        true = {one: 1 / len(ones) for _, ones in pair["main"] for one in ones}
        for a, b, c, d, *values in lines.get(pair["place"], []):
            ones = {(x, y) for x in covered(rows["L"], a, b) for y in covered(rows["R"], c, d)}
            free = ones - pair["joined"]
            if not free:
                continue
            weight = max(true.get(one, 0) for one in free)
            left_out = max(pair["neutral"].get(one, 0) for one in free)
            says = (1, max(0.5, weight)) if weight else (1, left_out) if left_out else (0, 1.0)
            pair["rows"].append(([value / ONE for value in values], says[0], says[1] * pair["times"], ones))
    return pairs


def solve(matrix, right):
    size = len(right)
    rows = [row[:] + [right[at]] for at, row in enumerate(matrix)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(size):
            if row != column:
                factor = rows[row][column] / rows[column][column]
                for at in range(column, size + 1):
                    rows[row][at] -= factor * rows[column][at]
    return [rows[at][size] / rows[at][at] for at in range(size)]


def fit(rows):
    """Logistic regression with a ridge, by Newton's method on standardised features: coefficients and intercept."""
    count = len(rows[0][0])
    mean = [sum(row[0][k] for row in rows) / len(rows) for k in range(count)]
    spread = [math.sqrt(sum((row[0][k] - mean[k]) ** 2 for row in rows) / len(rows)) + 1e-9 for k in range(count)]
    points = [[(row[0][k] - mean[k]) / spread[k] for k in range(count)] + [1.0] for row in rows]
    found = [0.0] * (count + 1)
    for _ in range(ROUNDS):
        slope = [RIDGE * value for value in found[:-1]] + [0.0]
        curve = [[RIDGE if i == j and i < count else 0.0 for j in range(count + 1)] for i in range(count + 1)]
        for point, row in zip(points, rows):
            chance = sigmoid(sum(a * b for a, b in zip(point, found)))
            error, steep = row[2] * (chance - row[1]), row[2] * chance * (1 - chance)
            for i in range(count + 1):
                slope[i] += error * point[i]
                part = steep * point[i]
                for j in range(count + 1):
                    curve[i][j] += part * point[j]
        found = [value - step for value, step in zip(found, solve(curve, slope))]
    raw = [found[k] / spread[k] for k in range(count)]
    return raw, found[-1] - sum(raw[k] * mean[k] for k in range(count))


def sigmoid(value):
    return 1 / (1 + math.exp(-max(-30, min(30, value))))


def chance(model, values):
    return sigmoid(sum(a * b for a, b in zip(model[0], values)) + model[1])


def judged(pair, model, threshold):
    """Right and wrong links, statements found, statements in all."""
    taken = set().union(*[ones for values, _, _, ones in pair["rows"] if chance(model, values) >= threshold]) - pair["joined"]
    true = {one for _, ones in pair["main"] for one in ones}
    sought = [ones for kind, ones in pair["main"] if kind == "reworded"]
    found = sum(bool(ones & (taken | pair["joined"])) for ones in sought)
    return [len(taken & true), len(taken - true - set(pair["neutral"])), found, len(sought)]


def main():
    words = sys.argv[1:]
    threshold = float(words.pop(words.index("--threshold") + 1)) if "--threshold" in words else 0.33
    quick = "--quick" in words
    words = [word for word in words if word not in ("--threshold", "--quick")]
    if len(words) < 3:
        sys.exit(__doc__)
    pairs = load(words[0], words[1], words[2:])
    if not quick:
        models = {}
        for group in sorted({pair["group"] for pair in pairs}):
            models[group] = fit([row for pair in pairs if pair["group"] != group for row in pair["rows"]])
        for root in sorted({pair["root"] for pair in pairs}):
            for at in THRESHOLDS:
                rows = [judged(pair, models[pair["group"]], at) for pair in pairs if pair["root"] == root]
                right, wrong, found, sought = (sum(row[k] for row in rows) for k in range(4))
                precision, recall = right / max(1, right + wrong), found / max(1, sought)
                f1 = 2 * precision * recall / max(1e-9, precision + recall)
                print(f"{root} from {at}: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} ({right} right, {wrong} wrong, {found} of {sought})")
    raw, intercept = fit([row for pair in pairs for row in pair["rows"]])
    for name, value in zip(NAMES, raw):
        print(f'    ("{name}", {round(value * ONE):_}),')
    print(f"THRESHOLD {round((math.log(threshold / (1 - threshold)) - intercept) * ONE * ONE):_}")


if __name__ == "__main__":
    main()
