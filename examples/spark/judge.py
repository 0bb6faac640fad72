#!/usr/bin/env python3
"""Judges clusters by the families that articles were made from: judge.py ARTICLES OUT, where job.py has written into OUT."""

import gzip
import json
import sys
from collections import Counter
from pathlib import Path


def rows(folder):
    for part in sorted(Path(folder).glob("part-*.gz")):
        with gzip.open(part, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def pairs(counts):
    return sum(count * (count - 1) // 2 for count in counts)


def judged(what, families, clusters):
    """Says how well clusters are the families; who stands in none is alone in both."""
    ids = families.keys() | clusters.keys()
    family = {id: families.get(id, id) for id in ids}
    cluster = {id: clusters.get(id, id) for id in ids}
    both = Counter((family[id], cluster[id]) for id in ids)
    in_family, in_cluster = Counter(family.values()), Counter(cluster.values())
    right = pairs(both.values())
    found, planted = pairs(in_cluster.values()), pairs(in_family.values())
    print(f"{what}: pairs: precision {right / max(found, 1):.3f}, recall {right / max(planted, 1):.3f}", end="; ")
    share = [sum(count * count / of[key[at]] for key, count in both.items()) for at, of in ((1, in_cluster), (0, in_family))]
    print("B-cubed precision {:.3f}, recall {:.3f}".format(*(it / max(len(ids), 1) for it in share)))


def main(articles, out):
    with open(articles, encoding="utf-8") as lines:
        read = map(json.loads, lines)
        families = {row["id"]: row["family"] for row in read if row["family"]}
    clusters = {row["id"]: row["cluster"] for row in rows(f"{out}/clusters")}
    judged("all families", families, clusters)
    # The first is a wire story in very many outlets: it has nearly all pairs.
    widest = Counter(families.values()).most_common(1)[0][0]
    rest = {id: family for id, family in families.items() if family != widest}
    judged("without the widest", rest, {id: it for id, it in clusters.items() if families.get(id) != widest})
    alike = lambda row: row["a"] in families and families.get(row["a"]) == families.get(row["b"])  # noqa: E731
    proposed = [alike(row) for row in rows(f"{out}/candidates")]
    print(f"candidates: {len(proposed):,}, of one family {sum(proposed):,}")


if __name__ == "__main__":
    main(*sys.argv[1:])
