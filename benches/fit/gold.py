#!/usr/bin/env python3
"""Puts articles labelled pair by pair into the form of LABELLING.md, so that the rule can be fitted to them too.

usage: gold.py GOLD ARTICLES FOLDER

GOLD holds `segments.json` (`{key: {"file": name, "segments": [{"id", "start", "end", "para", "text"}]}}`) and `pairs.json` (`{name:
{"left": key, "right": key, "correspondences": [{"left": [id], "right": [id], "type", "weak", "secondary"}], "related": [{"left",
"right"}]}}`), ARTICLES the files. FOLDER gets a folder 90, 91, … for each pair, and `labels`. Needs nothing but Python 3.
"""
import json
import os
import shutil
import sys


def many(value):
    return value if isinstance(value, list) else [value]


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    gold, articles, folder = sys.argv[1:]
    with open(f"{gold}/pairs.json", encoding="utf-8") as file:
        pairs = json.load(file)
    with open(f"{gold}/segments.json", encoding="utf-8") as file:
        segments = json.load(file)
    os.makedirs(f"{folder}/labels", exist_ok=True)
    for name, pair in enumerate(pairs.values(), 90):
        os.makedirs(f"{folder}/{name}", exist_ok=True)
        names, rows = {}, []
        for side in ("left", "right"):
            of = segments[pair[side]]
            shutil.copyfile(f"{articles}/{of['file']}", f"{folder}/{name}/{side}.txt")
            for count, one in enumerate(of["segments"], 1):
                names[side, one["id"]] = f"{side[0].upper()}{count}"
                rows.append((names[side, one["id"]], one["start"], one["end"], one["para"], " ".join(one["text"].split())))
        with open(f"{folder}/{name}/sentences.tsv", "w", encoding="utf-8") as file:
            file.writelines("\t".join(map(str, row)) + "\n" for row in rows)
        with open(f"{folder}/labels/{name}.tsv", "w", encoding="utf-8") as file:
            for one in pair["correspondences"] + [{**one, "type": "related"} for one in pair["related"]]:
                ids = [",".join(names[side, at] for at in many(one[side])) for side in ("left", "right")]
                flag = "weak" if one.get("weak") else "echo" if one.get("secondary") else "main"
                file.write("\t".join([*ids, one["type"], flag, ""]) + "\n")


if __name__ == "__main__":
    main()
