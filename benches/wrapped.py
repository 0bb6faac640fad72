#!/usr/bin/env python3
"""Measures how well paragraphs are found in texts that are wrapped to a width.

usage: wrapped.py PARAGRAPHS [--keep FOLDER] [--show N] [--aside|--rest] [FOLDER...]
       wrapped.py PARAGRAPHS --license FILE

PARAGRAPHS is the program that prints the paragraphs of files: target/release/examples/paragraphs after
`cargo build --release --example paragraphs`. Every README and every other Markdown file under the folders (/usr/share and the registry
of cargo, unless others are named) is unwrapped by pandoc and wrapped again at several widths. A paragraph of the unwrapped form that
stands on several lines of the wrapped one is wrapped; it is wrong where it does not come out of the wrapped form as it came out of the
unwrapped one. So is a paragraph of a single line that is joined to another.

Joining all lines would be as wrong, so the lines of lists without their marks and of code without its fences are tried as well, each list
and each piece of code alone and behind prose that is wrapped to 72 columns; none of their lines may be joined.

--keep FOLDER   keeps what pandoc makes there, for the next call
--show N        prints N wrong paragraphs with what came out in their place
--aside         only the quarter of the files that is kept aside, by a hash of the path; --rest only the others
--license FILE  wraps each paragraph of one file, as the GPL, to every width from 40 to 200 with its indents kept, and counts the widths at
                which the paragraphs are others than unwrapped

Needs Python 3, and pandoc but for a license.
"""
import argparse
import collections
import concurrent.futures
import difflib
import hashlib
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import textwrap

WIDTHS = (60, 72, 80, 100, 120, 140)
FOLDERS = ("/usr/share", os.path.expanduser("~/.cargo/registry/src"))
LONGEST = 300_000


def readmes(folders):
    """Gives the READMEs under folders, each text once, with the path that says whether it is kept aside."""
    seen, found = set(), []
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            name = path.name.lower()
            if not (name.endswith((".md", ".markdown")) or re.fullmatch(r"readme(\.(rst|txt|debian|source))?", name)):
                continue
            if path.is_symlink() or not path.is_file() or path.stat().st_size > LONGEST:
                continue
            text = path.read_bytes()
            try:
                text.decode()
            except UnicodeDecodeError:
                continue
            digest = hashlib.md5(text).hexdigest()
            if digest not in seen and text.strip():
                seen.add(digest)
                found.append((path, path.relative_to(folder), digest))
    return found


def is_aside(path):
    return hashlib.md5(str(path).encode()).digest()[0] % 4 == 0


def pandoc(source, target, *more):
    subprocess.run(["pandoc", *more, "-o", target, source], check=True, stderr=subprocess.DEVNULL, timeout=120)


def forms(readme, keep):
    """Writes the unwrapped form and the wrapped ones, unless they are there."""
    path, _, digest = readme
    made = {width: f"{keep}/{digest}.{width}.md" for width in (0, *WIDTHS)}
    if all(os.path.exists(it) for it in made.values()):
        return made
    tree = f"{keep}/{digest}.json"
    try:
        pandoc(path, tree, "-f", "rst" if path.suffix == ".rst" else "gfm", "-t", "json")
        for width, target in made.items():
            wrap = ("--wrap=none",) if width == 0 else ("--wrap=auto", f"--columns={width}")
            pandoc(tree, target, "-f", "json", "-t", "gfm", *wrap)
        os.remove(tree)
    except (subprocess.SubprocessError, OSError):
        return None
    return made


def plain(paragraph):
    """Gives a paragraph without what pandoc escapes only where a line begins, and the rule of a table without its length."""
    return "|-|" if re.fullmatch(r"[-|=:+ ]{3,}", paragraph) else paragraph.replace("\\", "")


def paragraphs(program, files):
    """Gives the paragraphs of each file, as a list."""
    out = subprocess.run([program, *files], check=True, capture_output=True).stdout.decode()
    return [[plain(line) for line in part.split("\n") if line] for part in ("\n" + out)[:-1].split("\n\n")[:len(files)]]


PROSE = """The keeper of the old lock closed its gates on Tuesday morning, after a boat had scraped the sill and water had begun to run \
through a crack that was first seen in spring. He said that nobody had come to look at it since, and that the parts would take a month.
Boats bound for the upper basin have to wait below the weir until then, and the harbour office has asked the Crane Company of Dunning \
to send its largest engine, which arrives on Friday if the road over the moor is open.
Nobody in the village remembers the gates standing open for so long, and the baker has begun to sell bread from a boat on the lower \
pool, where the crews wait.""".split("\n")
MOST = 4000


def listed(text):
    """Gives the lists of a text without their marks and its code without its fences, each as its lines."""
    lists, code, fence, last = [[]], [[]], None, False
    for line in text.split("\n"):
        item = re.match(r"(?:-|\d+\.) +(.*)", line)
        if fence:
            if line.startswith(fence):
                fence = None
                code.append([])
            elif line.strip():
                code[-1].append(line)
            else:
                code.append([])
        elif line.startswith(("```", "~~~")):
            fence = line[:3]
        elif item:
            lists[-1].append(item[1])
        elif line.strip() or last:
            lists.append([])
        last = not line.strip()
    return lists, code


def alone(program, texts, keep):
    """Counts the lines of lists and code that are joined to others."""
    each = {"lists": {}, "code": {}}
    for text in texts:
        for what, found in zip(each, listed(text)):
            each[what].update({tuple(it): None for it in found if 1 < len(it) < 60 and max(map(len, it)) < 300})
    around = "\n\n".join(textwrap.fill(it, 72) for it in PROSE) + "\n\n"
    path = os.path.join(keep, "lines.txt")
    print("\n| lines | blocks | joints | joined | % |\n|---|---|---|---|---|")
    for what, found in each.items():
        found = random.Random(1).sample(sorted(found), min(MOST, len(found)))
        for where, before, more in (("alone", "", 0), ("behind prose", around, len(PROSE))):
            joints = joined = 0
            for at in range(0, len(found), 200):
                files = []
                for n, lines in enumerate(found[at:at + 200]):
                    files.append(f"{path}.{n}")
                    with open(files[-1], "w") as file:
                        file.write(before + "\n".join(lines) + "\n")
                for lines, out in zip(found[at:at + 200], paragraphs(program, files)):
                    joints += len(lines) - 1
                    joined += len(lines) - (len(out) - more)
            print(f"| {what}, {where} | {len(found)} | {joints} | {joined} | {100 * joined / max(joints, 1):.2f} |")


def license_(program, path):
    """Wraps each paragraph of a file to every width from 40 to 200; counts the widths that change the paragraphs."""
    with open(path) as file:
        blocks = [block.split("\n") for block in re.split(r"\n[ \t\f]*\n", file.read().strip("\n")) if block.strip()]
    indent = lambda line: line[:len(line) - len(line.lstrip())]

    def wrap(block, width):
        first, rest = indent(block[0]), {indent(line) for line in block[1:]} or {""}
        # Titles are set in the middle, and a notice to be copied has lines of its own.
        if len(first) > 8 or len(rest) > 1 or block[0].lstrip().startswith(("<one line", "<program>")):
            return "\n".join(block)
        text = " ".join(line.strip() for line in block)
        return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest.pop(), break_long_words=False,
                             break_on_hyphens=False)

    with tempfile.TemporaryDirectory() as folder:
        files = [os.path.join(folder, str(width)) for width in (10_000, *range(40, 201))]
        for name in files:
            with open(name, "w") as file:
                file.write("\n\n".join(wrap(block, int(os.path.basename(name))) for block in blocks) + "\n")
        whole, *wrapped = paragraphs(program, files)
    others = [width for width, found in zip(range(40, 201), wrapped) if found != whole]
    print(f"{path}: {len(whole)} paragraphs, others at {len(others)} of {len(wrapped)} widths {others or ''}")


def main():
    args = argparse.ArgumentParser()
    args.add_argument("program")
    args.add_argument("--keep")
    args.add_argument("--show", type=int, default=0)
    args.add_argument("--aside", action="store_true")
    args.add_argument("--rest", action="store_true")
    args.add_argument("--license")
    args.add_argument("folders", nargs="*", default=FOLDERS)
    args = args.parse_intermixed_args()
    if args.license:
        return license_(args.program, args.license)
    keep = args.keep or tempfile.mkdtemp()
    os.makedirs(keep, exist_ok=True)
    found = readmes(args.folders)
    if args.aside or args.rest:
        found = [it for it in found if is_aside(it[1]) == args.aside]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        made = [(path, it) for (path, *_), it in zip(found, pool.map(lambda it: forms(it, keep), found)) if it]
    total, shown, texts = collections.Counter(), 0, []
    for path, files in made:
        truth, *wrapped = paragraphs(args.program, list(files.values()))
        for width, found in zip(WIDTHS, wrapped):
            with open(files[width]) as file:
                lines = {plain(" ".join(line.split())) for line in file}
            missing = collections.Counter(truth) - collections.Counter(found)
            total[width, "wrapped"] += sum(it not in lines for it in truth)
            total[width, "wrong"] += sum(missing.values())
            total[width, "files"] += bool(missing)
            if missing and shown < args.show:
                shown += show(f"{path} at {width}", truth, found)
        with open(files[0]) as file:
            texts.append(file.read())
        lines = [line for line in texts[-1].split("\n") if line.strip()]
        total["lines"] += len(lines)
        total["joined"] += len(lines) - len(truth)
    print(f"{len(made)} files; {total['joined']} of {total['lines']} lines of the unwrapped forms are joined to others")
    print("| width | paragraphs wrapped | wrong | % | files with any |\n|---|---|---|---|---|")
    for width in (*WIDTHS, "all"):
        sums = [sum(total[it, what] for it in WIDTHS if width in (it, "all")) for what in ("wrapped", "wrong", "files")]
        print(f"| {width} | {sums[0]} | {sums[1]} | {100 * sums[1] / max(sums[0], 1):.2f} | {sums[2]} |")
    alone(args.program, texts, keep)


def show(title, truth, found):
    """Prints how two lists of paragraphs differ; gives how many were wrong."""
    print(f"== {title}")
    wrong = 0
    for what, a, b, c, d in difflib.SequenceMatcher(None, truth, found, autojunk=False).get_opcodes():
        if what != "equal":
            wrong += b - a
            print("".join(f"  - {it}\n" for it in truth[a:b]) + "".join(f"  + {it}\n" for it in found[c:d]))
    return wrong


if __name__ == "__main__":
    sys.exit(main())
