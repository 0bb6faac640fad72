#!/usr/bin/env python3
"""Makes assets/regional.txt, the words that are spelled in more ways than one from region to region.

usage: regional.py codegen.rs > assets/regional.txt

The source is VarCon, the table of SCOWL (Kevin Atkinson, Benjamin Titze and others), as the crate varcon 1.0.5 holds it in
src/codegen.rs (MIT OR Apache-2.0). A cluster of VarCon says of each spelling how it stands in each region: the first choice, an equal,
a variant, seldom. Two spellings are a pair here where the regions differ in which of the two they choose.

What people have not verified in VarCon was made by rule, some of it wrongly (`thereness` for `threeness`). Of that the lowest levels
are taken (words that everybody knows, looked through here), and of words up to level 80, SCOWL's largest of real words, what differs
in one of the well-known ways and is long enough to be no other word.
"""
import re
import sys

RANK = {"None": 0, "Eq": 0, "Variant": 1, "Seldom": 2}
REGIONS = ["American", "BritishIse", "BritishIze"]
EVERYDAY, LARGEST, LONG = 50, 80, 7

# In VarCon without a region, though all lists of British and American spelling have them.
ADDED = """toward towards|afterward afterwards|burned burnt|smelled smelt|leaned leant|disk disc|disks discs|cipher cypher
ciphers cyphers|persnickety pernickety|leaped leapt|while whilst|kneeled knelt|upward upwards
downward downwards|inward inwards|outward outwards|oriented orientated|benefited benefitted|benefiting benefitting|annex annexe|gypsy gipsy|gypsies gipsies"""

# Other words, other forms of a word, or slips.
LEFT_OUT = set("""bacterias pediatrist pediatrists caulking caulkings calking calkings celoms coelomata esophagi oesophagi amebae
dis diss forego foregoes foregone foregoing forewent net nets premise premises presidia smidge employe employes chile chiles
mantes mantoes patinae patined patinaed wackes wackoes snowshed snowshoed baeria baeyer greenuk synthetize synthetized synthetizing
synthetizes ascendant ascendants ascendent ascendents forgo matte mattes saki sakis yoghourt yoghourts dekaliters dekameters decalitres decametres""".split())

PARTS = re.compile(
    r'verified: (\w+)|level: (\d+)|(Entry) \{|word: "([^"]*)"|category: Category::(\w+), tag: (?:Some\(Tag::)?(\w+)'
)


def clusters(source):
    """Gives for each entry whether it is verified, its level, and the ranks of its words."""
    verified, level, words, word = False, 0, {}, None
    for part in PARTS.finditer(source):
        if part[1] or part[2] or part[3]:
            if words:
                yield verified, level, words
            words = {}
        if part[1]:
            verified = part[1] == "true"
        elif part[2]:
            level = int(part[2])
        elif part[4]:
            word = words.setdefault(part[4].lower(), [3, 3, 3])
        elif part[5] in REGIONS:
            region = REGIONS.index(part[5])
            word[region] = min(word[region], RANK.get(part[6], 3))
    if words:
        yield verified, level, words


def by_rule(word):
    """Gives what a word has in common with its other spellings, where they differ in a well-known way."""
    word = re.sub(r"([iy])[sz]", r"\1z", word.replace("our", "or").replace("ll", "l"))
    word = re.sub(r"[ao]e(?!$|s$|d$)", "e", word)
    return re.sub(r"(?<=[tbc])re(?=$|s$|d$)", "er", word).replace("tring", "tering")


def pairs(source):
    """Gives the pairs of VarCon, the surest first."""
    found = {}
    for verified, level, words in clusters(source):
        spelled = [w for w in words if re.fullmatch("[a-z]+", w) and w not in LEFT_OUT]
        for at, one in enumerate(spelled):
            for two in spelled[at + 1 :]:
                a, b = words[one], words[two]
                further = [x - y for x, y in zip(a, b)]
                differ = min(min(a), min(b)) == 0 and (further[0] != further[1] or further[0] != further[2])
                seldom = max(min(a), min(b))
                sure = any(a[r] == 0 and b[s] == 0 for r in range(3) for s in range(3) if r != s)
                shortened = {one, two} == {"donut", "doughnut"} or "ogue" in one + two
                known = seldom < 2 or shortened and seldom == 2
                ruled = min(len(one), len(two)) >= LONG and level <= LARGEST and by_rule(one) == by_rule(two)
                if differ and known and (verified or sure and (level <= EVERYDAY or ruled)):
                    american = sorted((one, two), key=lambda w: (words[w][0], w))
                    rank = (not verified, not sure, level)
                    found[tuple(american)] = min(rank, found.get(tuple(american), rank))
    return sorted(found, key=lambda pair: (found[pair], pair))


def families(pairs):
    """Joins pairs to families in which each two words are a pair."""
    listed = {frozenset(pair) for pair in pairs}
    of = {}
    for one, two in pairs:
        joined = list(dict.fromkeys(of.get(one, [one]) + of.get(two, [two])))
        if all(frozenset((a, b)) in listed for a in joined for b in joined if a != b):
            for word in joined:
                of[word] = joined
        else:
            print(f"left out: {one} {two}, for {' '.join(joined)}", file=sys.stderr)
    return sorted({tuple(family) for family in of.values()})


def main():
    source = open(sys.argv[1], encoding="utf-8").read()
    added = [tuple(pair.split()) for pair in ADDED.replace("\n", "|").split("|")]
    print(HEAD, end="")
    for family in families(added + pairs(source)):
        print(*family)


HEAD = """\
# Words that are spelled in more ways than one from region to region, a family a line, the American spelling first.
# Made by benches/regional.py from VarCon, the table of variants of SCOWL (http://wordlist.aspell.net), in the form of the crate varcon
# 1.0.5 (https://github.com/crate-ci/typos, MIT OR Apache-2.0). This is a modified version: benches/regional.py says what was taken and
# what was left out. VarCon's own notices:
#
# Copyright 2000-2019 by Kevin Atkinson
# Copyright 2016 by Benjamin Titze
#
# Permission to use, copy, modify, distribute and sell this array, the associated software, and its documentation for any purpose is
# hereby granted without fee, provided that the above copyright notice appears in all copies and that both that copyright notice and
# this permission notice appear in supporting documentation. Kevin Atkinson and Benjamin Titze make no representations about the
# suitability of this array for any purpose. It is provided "as is" without express or implied warranty.
#
# Since the original word lists used in VarCon came from the Ispell distribution:
#
# Copyright 1993, Geoff Kuenning, Granada Hills, CA. All rights reserved.
#
# Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions
# are met:
# 1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
# 2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in
#    the documentation and/or other materials provided with the distribution.
# 3. All modifications to the source code must be clearly marked as such. Binary redistributions based on modified source code must be
#    clearly marked as modified versions in the documentation and/or other materials provided with the distribution.
# (clause 4 removed with permission from Geoff Kuenning)
# 5. The name of Geoff Kuenning may not be used to endorse or promote products derived from this software without specific prior
#    written permission.
#
# THIS SOFTWARE IS PROVIDED BY GEOFF KUENNING AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED
# TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL GEOFF KUENNING OR
# CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED
# TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY
# THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE
# USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""

if __name__ == "__main__":
    main()
