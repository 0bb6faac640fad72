#!/usr/bin/env python3
"""Measures how well paragraphs are found in texts that are wrapped to a width.

usage: wrapped.py PARAGRAPHS [--keep FOLDER] [--show N] [--aside|--rest] [FOLDER...]

PARAGRAPHS is the program that prints the paragraphs of files: target/release/examples/paragraphs after
`cargo build --release --example paragraphs`. Every README and every other Markdown file under the folders (/usr/share and the registry
of cargo, unless others are named) is unwrapped by pandoc and wrapped again at several widths. A paragraph of the unwrapped form that
stands on several lines of the wrapped one is wrapped; it is wrong where it does not come out of the wrapped form as it came out of the
unwrapped one. So is a paragraph of a single line that is joined to another.

--keep FOLDER  keeps what pandoc makes there, for the next call
--show N       prints N wrong paragraphs with what came out in their place
--aside        only the quarter of the files that is kept aside, by a hash of the path; --rest only the others

Needs Python 3 and pandoc.
"""
import argparse
import collections
import concurrent.futures
import difflib
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

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


def main():
    args = argparse.ArgumentParser()
    args.add_argument("program")
    args.add_argument("--keep")
    args.add_argument("--show", type=int, default=0)
    args.add_argument("--aside", action="store_true")
    args.add_argument("--rest", action="store_true")
    args.add_argument("folders", nargs="*", default=FOLDERS)
    args = args.parse_intermixed_args()
    keep = args.keep or tempfile.mkdtemp()
    os.makedirs(keep, exist_ok=True)
    found = readmes(args.folders)
    if args.aside or args.rest:
        found = [it for it in found if is_aside(it[1]) == args.aside]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        made = [(path, it) for (path, *_), it in zip(found, pool.map(lambda it: forms(it, keep), found)) if it]
    total, shown = collections.Counter(), 0
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
            lines = [line for line in file if line.strip()]
        total["lines"] += len(lines)
        total["joined"] += len(lines) - len(truth)
    print(f"{len(made)} files; {total['joined']} of {total['lines']} lines of the unwrapped forms are joined to others")
    print("| width | paragraphs wrapped | wrong | % | files with any |\n|---|---|---|---|---|")
    for width in (*WIDTHS, "all"):
        sums = [sum(total[it, what] for it in WIDTHS if width in (it, "all")) for what in ("wrapped", "wrong", "files")]
        print(f"| {width} | {sums[0]} | {sums[1]} | {100 * sums[1] / max(sums[0], 1):.2f} | {sums[2]} |")


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
