#!/usr/bin/env python3
"""Writes pairs of texts of a given size for benchmarks, the same ones at every call.

usage: texts.py FOLDER SIZE [KIND...]       SIZE in bytes, with k or M
       texts.py FOLDER SIZE many COUNT      so many articles of that size, of which a third stands in families

Kinds: edited      one text and the same with one word in twelve changed, some sentences left out, some paragraphs moved
       unrelated   two texts of one vocabulary that share nothing on purpose
       identical   the same text twice
       shuffled    the same paragraphs in another order
       line        `edited`, each text in a single line
       repeated    one paragraph again and again among others that differ
       poor        a vocabulary of 73 words
       a           the same word again and again
Prints the two paths of each kind. Needs nothing but Python 3.
"""
import os
import random
import sys

KINDS = ("edited", "unrelated", "identical", "shuffled", "line", "repeated", "poor", "a")


def vocabulary(rng, size):
    onsets = "b br c ch cl d dr f fl g gr h j k l m n p pl qu r s sh st t th tr v w z".split()
    vowels = "a ai e ea i o oa oo u".split()
    codas = ["", "", "l", "m", "n", "nd", "r", "rk", "s", "st", "t", "x"]
    words = set()
    while len(words) < size:
        syllables = rng.choice((1, 2, 2, 2, 3))
        words.add("".join(rng.choice(onsets) + rng.choice(vowels) + rng.choice(codas) for _ in range(syllables)))
    return sorted(words, key=lambda word: (len(word), rng.random()))


class Writer:
    def __init__(self, rng, words):
        self.rng, self.words = rng, words

    def word(self):
        """A word, the n-th about n times rarer than the first (Zipf)."""
        return self.words[int(len(self.words) ** self.rng.random()) - 1]

    def sentence(self):
        words = [self.word() for _ in range(self.rng.randint(8, 30))]
        words[0] = words[0].capitalize()
        return " ".join(words) + "."

    def paragraph(self):
        return [self.sentence() for _ in range(self.rng.randint(2, 5))]

    def text(self, size):
        paragraphs, length = [], 0
        while length < size:
            paragraphs.append(self.paragraph())
            length += sum(map(len, paragraphs[-1])) + len(paragraphs[-1]) + 1
        return paragraphs

    def edited(self, paragraphs):
        told = []
        for paragraph in paragraphs:
            kept = [self.changed(sentence) for sentence in paragraph if self.rng.random() > 0.05]
            if kept:
                told.append(kept)
        for _ in range(len(told) // 50):
            told.insert(self.rng.randrange(len(told)), told.pop(self.rng.randrange(len(told))))
        return told

    def changed(self, sentence):
        words = sentence.rstrip(".").split()
        return " ".join(self.word() if self.rng.random() < 1 / 12 else word for word in words) + "."


def pair(kind, size):
    rng = random.Random(f"{kind} {size}")
    writer = Writer(rng, vocabulary(rng, 73 if kind == "poor" else 20_000))
    if kind == "a":
        return [["a " * (size // 2)]], [["a " * (size // 2 - 7)]]
    left = writer.text(size)
    if kind == "unrelated" or kind == "poor":
        return left, writer.text(size)
    if kind == "identical":
        return left, left
    if kind == "shuffled":
        return left, rng.sample(left, len(left))
    if kind == "repeated":
        again = writer.paragraph()
        share = size * 2 // 5
        left, right = writer.text(share), writer.text(share)
        return [p for paragraph in left for p in (paragraph, again)], [p for paragraph in right for p in (again, paragraph)]
    return left, writer.edited(left)


def articles(folder, count, size):
    """Writes so many articles. Two thirds share nothing on purpose; of the rest 2 to 12 at a time are one text, edited by each."""
    rng = random.Random(f"many {count} {size}")
    writer = Writer(rng, vocabulary(rng, 20_000))
    os.makedirs(folder, exist_ok=True)
    texts, source, left = [], None, 0
    while len(texts) < count:
        if left == 0 and len(texts) * 3 < count:
            source, left = writer.text(size), rng.randint(2, 12)
        texts.append(writer.edited(source) if left else writer.text(size))
        left -= left > 0
    rng.shuffle(texts)
    for at, text in enumerate(texts):
        with open(os.path.join(folder, f"article-{at + 1:05}.txt"), "w", encoding="utf-8") as file:
            file.write("\n\n".join(" ".join(paragraph) for paragraph in text) + "\n")


def main():
    folder, size = sys.argv[1], sys.argv[2]
    size = int(size.rstrip("kM")) * {"k": 1_000, "M": 1_000_000}.get(size[-1], 1)
    if sys.argv[3:4] == ["many"]:
        articles(folder, int(sys.argv[4]), size)
        return
    os.makedirs(folder, exist_ok=True)
    for kind in sys.argv[3:] or KINDS:
        between = " " if kind == "line" else "\n"
        for side, text in zip("ab", pair(kind, size)):
            path = os.path.join(folder, f"{kind}-{sys.argv[2]}-{side}.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write(between.join(" ".join(paragraph) for paragraph in text) + "\n")
            print(path)


if __name__ == "__main__":
    main() if len(sys.argv) > 2 else sys.exit(__doc__)
