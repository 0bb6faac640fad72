#!/usr/bin/env python3
"""Measures the tuned constants of the engine: what each judge says with one of them lower, as it is, and higher.

usage: constants.py build SCRATCH [--profile NAME]
       constants.py run SCRATCH [--judge NAME ROOMS COMMAND PATTERN]... [--stories FOLDER]... [--only PATTERN] [--limits]
       constants.py table SCRATCH

`build` copies the crate to SCRATCH, turns every number of the rooms below into one that is read when the program starts, and builds
the copy once; what does not compile so (lengths of arrays, patterns) is turned back. `run` tries each constant at four fifths and at
five fourths of its value, whole numbers up to seven at one less and one more, and keeps what the judges of its room say in
SCRATCH/measured.jsonl; called again, it goes on from there. `table` prints it all for benches/constants.md. Constants that are said to
be a limit, chosen or defined are left out, unless --limits asks for them too.

The judges: labelled stories (benches/stories and every --stories FOLDER of the same form), edited drafts, merged histories, statements
of many articles, origins. --judge adds one, for the rooms or files that the pattern ROOMS fits: COMMAND, in which {binary},
{paragraphs} and {python} stand for the programs, prints figures, and PATTERN finds each of them. Needs nothing but Python 3 and cargo.
"""
import argparse
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ROOMS = ("text", "article", "boilerplate", "collate", "page", "merge")
SPARED = re.compile(r"\((a limit|chosen|defined)\b")
NUMBER = r"(?:usize|isize|[ui](?:8|16|32|64|128)|f32|f64)"
CONSTANT = re.compile(r"^( *)((?:pub(?:\([^)]*\))? )?)const ([A-Z][A-Z0-9_]*): ([^=&]+) = (.+);$", re.M)
USE = re.compile(r"^ *(?:pub(?:\([^)]*\))? )?use [^;]*;", re.M)
VALUE = '''//! The values that the environment gives constants, for benches/constants.py.

/// Finds the value of a constant: the one that is given, or its own.
pub fn value<T: std::str::FromStr>(name: &str, own: T) -> T {
    let given = std::env::var("IBID_CONSTANT").ok();
    let given = given.as_deref().and_then(|given| given.strip_prefix(name)?.strip_prefix('=')?.parse().ok());
    given.unwrap_or(own)
}
'''


def sources():
    """The files of the crate that are no tests, with their texts."""
    files = {}
    for path in sorted((ROOT / "src").rglob("*.rs")):
        name = path.relative_to(ROOT / "src").as_posix()
        if not name.endswith("_tests.rs") and not name.startswith("tests/"):
            files[name] = path.read_text()
    return files


def said_above(text, at):
    """The comment above a constant, which those right below it share."""
    lines = text[:at].rstrip("\n").split("\n")
    while lines and CONSTANT.match(lines[-1]):
        lines.pop()
    said = []
    while lines and lines[-1].lstrip().startswith("//"):
        said.insert(0, lines.pop().strip().lstrip("/ "))
    return " ".join(said)


def constants(files):
    """The constants of the rooms: {file:NAME: {file, name, kind, parts, values, said}}."""
    aliases = {name: kind for text in files.values() for name, kind in re.findall(rf"type (\w+) = ({NUMBER});", text)}
    found = {}
    for file, text in files.items():
        if file.split("/")[0] not in ROOMS:
            continue
        known = {}
        for it in CONSTANT.finditer(text):
            kind, code = it[4], it[5]
            plain = kind.strip("([])").split(";")[0]
            kinds = [aliases.get(part.strip(), part.strip()) for part in plain.split(",")]
            if not all(re.fullmatch(NUMBER, part) for part in kinds):
                continue
            try:
                value = eval(re.sub(r"(\d)_(?=\d)|(?<=\d)_?(?:usize|f64|[ui]\d+)", r"\1", code), {}, known)
            except (SyntaxError, NameError, TypeError):
                continue
            if not isinstance(value, (int, float)) and kind[0] not in "([":
                continue
            known[it[3]] = value
            values = [value] if isinstance(value, (int, float)) else value
            whole = isinstance(value, (int, float))
            codes = [code] if whole else [part.strip() for part in code.strip("([])").split(",")]
            if len(codes) != len(values) or len(codes) > 4 or max(values) > 1e9:
                continue
            name = f"{file}:{it[3]}"
            found[name] = dict(file=file, name=it[3], kind=kind, codes=codes, values=values, whole=whole,
                               said=said_above(text, it.start()), twice=name in found)
    return {name: it for name, it in found.items() if not it["twice"] and not needed(files[it["file"]], it["name"], found)}


def needed(text, name, found):
    """Whether a constant has to be one: as a pattern, a length, or in another constant that cannot be turned."""
    bound = r"\s*(=>|\|(?!\|))"
    if re.search(rf"(?<![<>=] )\b{name}\b(\s*\.\.=?\s*\w*)?{bound}|; {name}\]|\.\.=?{name}{bound}", text):
        return True
    others = [it for it in re.finditer(r"^ *(?:pub(?:\([^)]*\))? )?(?:const|static) (\w+): [^;]*?(?:;\s*\d+\])?[^;]*;", text, re.M)]
    turned_names = {it["name"] for it in found.values()}
    return any(it[1] != name and it[1] not in turned_names and re.search(rf"\b{name}\b", it[0]) for it in others)


def prefix(use, at):
    """The module a name is taken from in a use: what stands before it or before the braces around it."""
    depth = 0
    for back in range(at - 1, -1, -1):
        depth += {"}": 1, "{": -1}.get(use[back], 0)
        if depth < 0 or (depth == 0 and use[back - 1:back + 1] == "::" and use[back + 1:at].strip() == ""):
            end = re.search(r"(\w+)::\s*\{?$", use[:back + 1])
            return end[1] if end else ""
    return ""


def turned(files, all_of, left):
    """The texts of the copy: constants as functions, but for those that are left as they are."""
    turn = {name: it for name, it in all_of.items() if name not in left}
    made, known = {}, {}
    for file, text in files.items():
        uses = [it.span() for it in USE.finditer(text)]
        here = {it["name"]: it for it in turn.values() if it["file"] == file}
        own = {it[3] for it in CONSTANT.finditer(text)}
        for start, end in uses:
            for name in re.finditer(r"\b[A-Z][A-Z0-9_]+\b", text[start:end]):
                of = prefix(text[start:end], name.start())
                for it in turn.values():
                    stem = pathlib.PurePath(it["file"])
                    if it["name"] == name[0] and name[0] not in own and of in (stem.stem, stem.parent.name):
                        here[name[0]] = it
        known[file] = {it["name"]: f"{it['file']}:{it['name']}" for it in here.values()}
        stems = {it["name"]: {pathlib.PurePath(it["file"]).stem, "self"} for it in turn.values()}

        def called(it):
            name, before = it["name"], text[:it.start()]
            qualified = re.search(r"(\w+)::$", before)
            if not name or any(start <= it.start() < end for start, end in uses) or before.endswith("const "):
                return it[0]
            if qualified:
                return f"{name}()" if qualified[1] in stems.get(name, ()) else name
            return f"{name}()" if name in here and not text[it.end():].startswith(("(", "::", "!")) else name

        code = r'"(?:\\.|[^"\\])*"' + r"|//[^\n]*|'(?:\\.|[^'\\])'|(?P<name>\b[A-Z][A-Z0-9_]+\b)"
        text = re.sub(code, called, text)

        def function(it):
            constant = turn.get(f"{file}:{it[3]}")
            if not constant:
                return it[0]
            at = lambda part: "" if constant["whole"] else f".{part}"
            codes = it[5].strip("([])").split(",") if not constant["whole"] else [it[5]]
            parts = [f'crate::tuned::value("{file}:{it[3]}{at(n)}", {code.strip()})' for n, code in enumerate(codes)]
            both = {"(": "({})", "[": "[{}]"}.get(it[4][0], "{}").format(", ".join(parts))
            return (f"{it[1]}{it[2]}fn {it[3]}() -> {it[4]} {{ static V: std::sync::LazyLock<{it[4]}> = "
                    f"std::sync::LazyLock::new(|| {both}); *V }}")

        made[file] = CONSTANT.sub(function, text)
    made["lib.rs"] += "\n#[allow(missing_docs)]\npub mod tuned;\n"
    made["tuned.rs"] = VALUE
    return made, known


TARGETS = ("--lib", "--bins", "--bench", "drafts", "--bench", "merge", "--bench", "set", "--example", "paragraphs")


def build(args):
    copy = args.scratch / "crate"
    shutil.copytree(ROOT, copy, dirs_exist_ok=True,
                    ignore=shutil.ignore_patterns("target", ".git", "screenshots", "tests", "*_tests.rs", "snapshots"))
    (copy / "src/tests").mkdir(exist_ok=True)
    files = sources()
    all_of, left = constants(files), set()
    while True:
        made, known = turned(files, all_of, left)
        for file, text in made.items():
            path = copy / "src" / file
            if not path.exists() or path.read_text() != text:
                path.write_text(text)
        done = cargo(copy, args.profile, "check")
        wrong = {name for message in done for name in blamed(message, made, known)} - left
        if not done or not wrong:
            break
        left |= wrong
        print(f"{len(wrong)} cannot be turned: {' '.join(sorted(wrong))}", flush=True)
        print(*(message["message"] for message in done[:20]), sep="\n", flush=True)
    for message in done:
        print(message["rendered"])
    if done:
        sys.exit("the copy does not compile")
    programs = cargo(copy, args.profile, "build")
    kept = {name: it for name, it in all_of.items() if name not in left}
    (args.scratch / "built.json").write_text(json.dumps({"programs": {name: str(it) for name, it in programs.items()}, "constants": kept, "left": sorted(left)}, indent=1))
    print(f"{len(kept)} of {len(all_of)} constants can be turned")


def cargo(copy, profile, verb):
    """The errors of a check, or the programs of a build by their names."""
    command = ["cargo", verb, "--locked", "--profile", profile, "--message-format=json", *TARGETS]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True)
    messages = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    if verb == "check":
        errors = [it["message"] for it in messages if it["reason"] == "compiler-message" and it["message"]["level"] == "error"]
        if done.returncode and not errors:
            sys.exit(done.stderr)
        return errors
    if done.returncode:
        sys.exit(done.stderr)
    programs = {it["target"]["name"]: it["executable"] for it in messages if it.get("executable")}
    return {name: shutil.copy2(program, copy.parent / name) for name, program in programs.items()}


def blamed(message, made, known):
    """The constants that stand where an error is."""
    found = set()
    for span in message["spans"] + [span for child in message["children"] for span in child["spans"]]:
        file = span["file_name"].removeprefix("src/")
        lines = made.get(file, "").split("\n")[span["line_start"] - 1:span["line_end"]]
        names = re.findall(r"\b[A-Z][A-Z0-9_]+\b", "\n".join(lines))
        found |= {known[file][name] for name in names if name in known.get(file, {})}
    return found


def environment(given):
    """Without rules of the reader, and without other programs to compare with."""
    nowhere = "/nonexistent"
    kept = {"XDG_CONFIG_HOME": nowhere, "XDG_STATE_HOME": nowhere, "HOME": nowhere, "TMPDIR": os.environ.get("TMPDIR", "/tmp")}
    return {**os.environ, **kept, **({"IBID_CONSTANT": given} if given else {})}


def output(command, given, **more):
    done = subprocess.run(command, capture_output=True, text=True, env={**environment(given), **more}, timeout=240, cwd=ROOT)
    if done.returncode:
        raise subprocess.SubprocessError(done.stderr[-300:])
    return done.stdout


def sentences(folder):
    found = {"L": [], "R": []}
    for line in (folder / "sentences.tsv").read_text(encoding="utf-8").splitlines():
        name, start, end, *_ = line.split("\t")
        found[name[0]].append((name, int(start), int(end)))
    return found


def covered(rows, place):
    """The sentences of which a passage has three tenths, or which have half of it."""
    shared = lambda first, last: min(last, place["end"]) - max(first, place["start"])
    least = lambda first, last: min(0.3 * (last - first), 0.5 * (place["end"] - place["start"]))
    return [name for name, first, last in rows if shared(first, last) > 0 and shared(first, last) >= least(first, last)]


def stories(folder, labels, binary, given):
    """F1 of statements of the labelled pairs, as tests/it/stories.rs judges them, and all that was found."""
    right = told = found = sought = 0
    said = []
    for path in sorted((folder / labels).iterdir()):
        story = folder / path.stem
        rows = sentences(story)
        command = [binary, "report", story / "left.txt", story / "right.txt", "--format", "json", "--no-rules"]
        said.append(json.loads(output(command, given))["pairs"][0]["matches"])
        joined = set()
        for match in said[-1]:
            left, other = covered(rows["L"], match["left"]), covered(rows["R"], match["right"])
            most = max(len(left), len(other))
            if len(left) > 1 and len(other) > 1:
                joined |= {(left[at * len(left) // most], other[at * len(other) // most]) for at in range(most)}
            else:
                joined |= {(a, b) for a in left for b in other}
        true, neutral = [], set()
        for line in path.read_text(encoding="utf-8").splitlines():
            left, other, kind, flag, *_ = line.split("\t")
            pairs = {(a, b) for a in left.split(",") for b in other.split(",")}
            if kind != "related" and flag == "main":
                true.append(pairs)
            elif kind != "related":
                neutral |= pairs
        all_true = set().union(*true)
        right += len(joined & all_true)
        told += len(joined & all_true) + len(joined - all_true - neutral)
        found += sum(bool(pairs & joined) for pairs in true)
        sought += len(true)
    precision, recall = right / max(told, 1), found / max(sought, 1)
    return [2 * precision * recall / max(precision + recall, 1e-9)], json.dumps(said)


def judges(args, programs):
    """The judges: name, the files they judge, and what gives figures and the whole answer."""
    engine = r"text/|collate/[^/]*\.rs"
    figures = lambda pattern, text: [float(it) for found in re.finditer(pattern, text) for it in found.groups() if it]

    def bench(name, *more, pattern):
        def judge(given):
            text = output([programs[name], *more], given, PATH="/nonexistent")
            return figures(pattern, text), re.sub(r"took .*|.* s (of|by) .*", "", text)
        return judge

    def command(line, pattern):
        places = {"binary": programs["ibid"], "paragraphs": programs["paragraphs"], "python": sys.executable}
        for name, program in places.items():
            line = line.replace("{" + name + "}", program)

        def judge(given):
            text = output(["sh", "-c", line], given)
            return figures(pattern, text), "\n".join(it for it in text.splitlines() if " ms " not in it)
        return judge

    folders = [(ROOT / "benches/stories", "labels", "invented stories"), (ROOT / "benches/stories", "labels-aside", "stories aside")]
    folders += [(pathlib.Path(folder), "labels", f"stories {at}".removesuffix(" 1")) for at, folder in enumerate(args.stories, 1)]
    told = [(name, engine, lambda given, it=(folder, labels): stories(*it, programs["ibid"], given)) for folder, labels, name in folders]
    share = r"(0\.\d+|1\.0+)"
    told.append(("drafts", r"text/|collate/in_order|page/|collate/(variants|anchors|runs)",
                 bench("drafts", "--drafts", "60", pattern=r"\| ibid \| (\d+) \| ([\d.]+) % \| ([\d.]+) \| ([\d.]+)")))
    told.append(("histories", r"merge/", bench("merge", "--histories", "150", pattern=r"\| ibid \| (\d+) \| (\d+) \| \d+ \| (\d+)")))
    told.append(("statements", r"collate/(set|[^/]*\.rs)|text/", bench("set", "stories", pattern="statement: .*F1 " + share)))
    told.append(("rows", r"collate/(synopsis|set|[^/]*\.rs)", bench("set", "stories", pattern="story: .*precision " + share + ", recall " + share)))
    told.append(("origins", r"collate/(origins|set)", bench("set", "origins", pattern=r"F1 ([\d.]+)|\(" + share + r"\)$")))
    told += [(name, rooms, command(line, pattern)) for name, rooms, line, pattern in args.judge]
    return told


def steps(value):
    """The values below and above one."""
    if isinstance(value, float):
        return value * 0.8, value * 1.25
    if abs(value) < 8:
        return max(value - 1, min(value, 0)), value + 1
    return tuple(sorted((round(value * 0.8), round(value * 1.25))))


def run(args):
    built = json.loads((args.scratch / "built.json").read_text())
    measured = args.scratch / "measured.jsonl"
    known = [json.loads(line) for line in measured.read_text().splitlines()] if measured.exists() else []
    known = {(it["constant"], it["value"], it["judge"]): it for it in known}

    def ask(constant, value, name, judge):
        if (constant, value, name) not in known:
            try:
                found, answer = judge(f"{constant}={value}" if constant else None)
                said = {"figures": found, "answer": hashlib.sha256(answer.encode()).hexdigest()[:16]}
            except (subprocess.SubprocessError, ValueError, KeyError, OSError) as error:
                said = {"figures": [], "answer": f"fails: {str(error)[:120]}"}
            known[constant, value, name] = {"constant": constant, "value": value, "judge": name, **said}
            with measured.open("a") as file:
                file.write(json.dumps(known[constant, value, name]) + "\n")
        return known[constant, value, name]

    said = judges(args, built["programs"])
    for name, _, judge in said:
        print(name, ask("", None, name, judge)["figures"], flush=True)
    for constant, it in built["constants"].items():
        if not re.search(args.only, constant) or (SPARED.search(it["said"]) and not args.limits):
            continue
        for part, value in enumerate(it["values"]):
            key = constant if it["whole"] else f"{constant}.{part}"
            for name, rooms, judge in said:
                if re.search(rooms, it["file"]):
                    both = [ask(key, step, name, judge) for step in steps(value)]
                    if any(one["answer"] != known["", None, name]["answer"] for one in both):
                        print(key, name, *(one["figures"] or one["answer"] for one in both), flush=True)


def table(args):
    built = json.loads((args.scratch / "built.json").read_text())
    known = [json.loads(line) for line in (args.scratch / "measured.jsonl").read_text().splitlines()]
    own = {it["judge"]: it for it in known if not it["constant"]}
    write = lambda it: " ".join(f"{number:g}" if number == int(number) or number >= 1.5 else f"{number:.3f}".lstrip("0")
                                for number in it["figures"]) or "fails"
    print("| constant | lower, value, higher | what tells them apart: lower, value, higher |\n|---|---|---|")
    for constant, it in built["constants"].items():
        for part, value in enumerate(it["values"]):
            key = constant if it["whole"] else f"{constant}.{part}"
            here = [one for one in known if one["constant"] == key]
            told, other, same = [], [], []
            for name in dict.fromkeys(one["judge"] for one in here):
                low, high = (next((one for one in here if (one["value"], one["judge"]) == (step, name)), None) for step in steps(value))
                if not low or not high:
                    continue
                if low["figures"] != own[name]["figures"] or high["figures"] != own[name]["figures"]:
                    told.append(f"{name}: {write(low)}, {write(own[name])}, {write(high)}")
                elif low["answer"] != own[name]["answer"] or high["answer"] != own[name]["answer"]:
                    other.append(name)
                else:
                    same.append(name)
            if told or other or same:
                rest = [f"flat: {', '.join(other)}"] if other else [] if told else [f"no answer changes: {', '.join(same)}"]
                values = ", ".join(f"{number:g}" for number in (steps(value)[0], value, steps(value)[1]))
                print(f"| `{it['file']}` `{key.split(':')[1]}` | {values} | {'; '.join(told + rest)} |")


def main():
    args = argparse.ArgumentParser()
    args.add_argument("verb", choices=["build", "run", "table"])
    args.add_argument("scratch", type=pathlib.Path)
    args.add_argument("--profile", default="fast")
    args.add_argument("--judge", nargs=4, action="append", default=[])
    args.add_argument("--stories", action="append", default=[])
    args.add_argument("--only", default="")
    args.add_argument("--limits", action="store_true")
    args = args.parse_args()
    args.scratch.mkdir(parents=True, exist_ok=True)
    {"build": build, "run": run, "table": table}[args.verb](args)


if __name__ == "__main__":
    main()
