#!/usr/bin/env python3
"""Collates every pair of the given articles and prints what was found in the form a labelled data set is scored in.

usage: gold.py BINARY FILE...

Runs `BINARY report LEFT RIGHT --format json` for each pair of the files, in the order given, and `BINARY rules suggest --json`
for all of them, and prints one JSON value:
 {"pairs": [{"left": path, "right": path,
             "passages": [{"left": {"start": b, "end": b}, "right": {"start": b, "end": b}, "kind": "verbatim|edited|reworded"}],
             "paragraphs": [{"left": index, "right": index}]}],
  "boilerplate": [{"path": path, "start": b, "end": b}]}
Offsets are bytes of the files, ends exclusive; paragraphs count from 0. Needs nothing but Python 3.
"""
import itertools
import json
import os
import subprocess
import sys
import tempfile

FORMAT, VERSION = "ibid-report", 3


def report(binary, left, right, config):
    """The one pair of `binary report`; the reader's own rules are kept out, so that the figures are the program's alone."""
    command = [binary, "report", left, right, "--format", "json"]
    environment = {**os.environ, "XDG_CONFIG_HOME": config, "HOME": config}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    whole = json.loads(done.stdout)
    if (whole["format"], whole["version"]) != (FORMAT, VERSION):
        sys.exit(f"gold.py reads {FORMAT} version {VERSION}, not {whole['format']} version {whole['version']}")
    return whole["pairs"][0]


def proposals(binary, files, config):
    """What `binary rules suggest` takes for boilerplate in all the files together."""
    command = [binary, "rules", "suggest", "--json", *files]
    environment = {**os.environ, "XDG_CONFIG_HOME": config, "HOME": config}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    found = json.loads(done.stdout)["proposals"]
    return [{"path": one["path"], **place(one)} for one in found]


def place(passage):
    return {"start": passage["start"], "end": passage["end"]}


def whole(found, kind):
    return {"left": place(found["left"]), "right": place(found["right"]), "kind": kind}


def stretches(found):
    """The words that both sides of a match have, as passages between its changed variants."""
    at = {side: found[side]["start"] for side in ("left", "right")}
    changed = [variant for variant in found["variants"] if variant["weight"] == "changed"]
    for stop in changed + [None]:
        end = {side: stop[side]["start"] if stop else found[side]["end"] for side in at}
        if all(at[side] < end[side] for side in at):
            yield {**{side: {"start": at[side], "end": end[side]} for side in at}, "kind": found["class"]}
        if stop:
            at = {side: stop[side]["end"] for side in at}


def in_scored_form(left, right, pair):
    # As the scorer plays back its own labels: shared words as passages of their class, and the whole correspondence once more,
    # which as "reworded" counts for the extents alone.
    passages = []
    for found in pair["matches"]:
        if found["class"] != "reworded":
            passages.extend(stretches(found))
        passages.append(whole(found, "reworded" if found["class"] == "edited" else found["class"]))
    paragraphs = [{"left": link["left"], "right": link["right"]} for link in pair["links"]]
    return {"left": left, "right": right, "passages": passages, "paragraphs": paragraphs}


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    binary, files = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as config:
        pairs = [
            in_scored_form(left, right, report(binary, left, right, config))
            for left, right in itertools.combinations(files, 2)
        ]
        boilerplate = proposals(binary, files, config)
    json.dump({"pairs": pairs, "boilerplate": boilerplate}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
