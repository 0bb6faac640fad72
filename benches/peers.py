#!/usr/bin/env python3
"""Measures the processor time and the peak memory of a report and a diff on pairs of texts, beside what other programs need for the same pair.

usage: peers.py BINARY [SIZE...] [--kinds KIND,...] [--runs N] [--limit SECONDS]

SIZE is that of each text, as for texts.py, which makes them in a temporary folder; without one, 1M and 10M. All programs take their
turns on a pair before any of them comes again, so that a machine that grows busy is unkind to all. What runs longer than the limit
(60 seconds of the clock) is ended and not run again on that kind of text. Prints a Markdown table of medians: seconds of the
processor, by the program and whatever it starts, and megabytes at most, of which the 16 or so of this script are the least it can
tell; `x` is the ratio of the seconds to git's. Programs that are not installed are left out, which is said. Needs nothing but
Python 3.
"""
import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading

from texts import KINDS

# Seconds of the processor below which a ratio says nothing.
SHORTEST = 0.01
GIT = "git --word-diff"
TEXTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "texts.py")


def programs(binary):
    """The programs, by the name they have in the table; those that are not installed are said and left out."""
    report = [binary, "report", "--no-rules"]
    known = {
        "ibid text": report,
        "ibid json": report + ["--format", "json"],
        GIT: ["git", "diff", "--no-index", "--no-color", "--word-diff"],
        "wdiff": ["wdiff"],
        "dwdiff": ["dwdiff"],
        "ibid diff": [binary, "diff"],
        "delta": ["delta", "--paging", "never"],
    }
    for name, command in list(known.items()):
        if shutil.which(command[0]) is None:
            print(f"{name} is not installed and left out", file=sys.stderr)
            del known[name]
    return known


def surroundings(home):
    """An environment in which nobody's settings count."""
    return {"PATH": os.environ.get("PATH", ""), "HOME": home, "XDG_CONFIG_HOME": home, "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1"}


def run(command, environment, limit):
    """Seconds of the processor and bytes of memory at most that a command takes; None where it takes longer than the limit."""
    child = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
    )
    ended = threading.Event()

    def end():
        ended.set()
        os.killpg(child.pid, signal.SIGKILL)

    timer = threading.Timer(limit, end)
    timer.start()
    _, status, usage = os.wait4(child.pid, 0)
    timer.cancel()
    child.returncode = os.waitstatus_to_exitcode(status)
    if ended.is_set():
        return None
    # 1 is the answer of a diff that there are differences.
    if child.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {child.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit


def measured(commands, slow, environment, options):
    """The runs of each program on one pair, in turns; None for one that was too slow, now or on a smaller text."""
    runs = {name: None if name in slow else [] for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            if runs[name] is None:
                continue
            cost = run(command, environment, options.limit)
            if cost is None:
                slow.add(name)
                runs[name] = None
            else:
                runs[name].append(cost)
    return runs


def cells(runs, limit):
    medians = {name: tuple(map(statistics.median, zip(*costs))) if costs else None for name, costs in runs.items()}
    git = medians.get(GIT)
    for name, cost in medians.items():
        if cost is None:
            yield f"> {limit:g} s"
            continue
        ratio = f" {times(cost[0] / git[0])}" if git and git[0] >= SHORTEST and name != GIT else ""
        yield f"{cost[0]:.2f} s{ratio} {cost[1] / 1e6:.0f} MB"


def times(ratio):
    return f"{ratio:.1f}x" if ratio < 10 else f"{ratio:.0f}x"


def per_byte(runs, size):
    """Bytes of memory that a report or a diff takes at most for each byte of both texts."""
    peaks = [memory for name, costs in runs.items() if name.startswith("ibid") for _, memory in costs or []]
    return f"{max(peaks) / size:.0f}" if peaks else "?"


def wanted():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("binary")
    parser.add_argument("sizes", nargs="*", default=["1M", "10M"])
    parser.add_argument("--kinds", type=lambda kinds: kinds.split(","), default=KINDS)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--limit", type=float, default=60.0)
    options = parser.parse_args()
    options.binary = os.path.abspath(options.binary)
    return options


def main():
    options = wanted()
    known = programs(options.binary)
    print("| texts | " + " | ".join(known) + " | bytes a byte |")
    print("|---" * (len(known) + 2) + "|")
    with tempfile.TemporaryDirectory() as folder:
        for kind in options.kinds:
            slow = set()
            for size in options.sizes:
                made = subprocess.run([sys.executable, TEXTS, folder, size, kind], capture_output=True, check=True, text=True)
                pair = made.stdout.splitlines()
                commands = {name: command + pair for name, command in known.items()}
                runs = measured(commands, slow, surroundings(folder), options)
                bytes_in_all = sum(map(os.path.getsize, pair))
                row = [f"{kind} {size}", *cells(runs, options.limit), per_byte(runs, bytes_in_all)]
                print("| " + " | ".join(row) + " |", flush=True)
                for path in pair:
                    os.remove(path)


if __name__ == "__main__":
    main()
