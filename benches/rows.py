#!/usr/bin/env python3
"""Measures how an engine's clusters are read: rows.py BINARY [ROWS...] [--folder FOLDER]

Writes lines of JSON with so many rows (by default 1,000,000 and 10,000,000, of 0.3 kB each; two of three stand in a cluster of 2 to 12,
the rows of a cluster far from each other), then takes `ibid clusters ROWS`: until its first cluster stands there, the first time and with
the index kept, and until a cluster in the middle is on the screen. Time by the clock and of the processor, and the most memory held.
"""

import argparse
import bisect
import fcntl
import os
import pty
import random
import select
import signal
import struct
import subprocess
import tempfile
import termios
import time
from pathlib import Path

WORDS = [a + b + c for a in "bdfgklmnprst" for b in ("a", "e", "i", "o", "ou") for c in ("n", "r", "st", "l", "")]
LENGTH = 40
DOWN, DELETE, TAB = b"\x1b[B", b"\x7f", b"\t"
STRIDE = 7919


def write(path, rows):
    """Writes the rows. Two thirds are members, and the members of a cluster stand far apart."""
    prng = random.Random(1)
    members, firsts, at = rows * 2 // 3, [], 0
    while at < members:
        firsts.append(at)
        at += prng.randint(2, 12)
    with open(path, "w", encoding="utf-8") as out:
        for row in range(rows):
            if row < members:
                # Any stride that has no divisor in common with the number of members meets each once.
                member = row * STRIDE % members
                cluster = bisect.bisect_right(firsts, member) - 1
                drawn = random.Random(cluster)
                text, of = drawn.choices(WORDS, k=LENGTH), f'"c{cluster}"'
                text[member % LENGTH] = WORDS[row % len(WORDS)]
            else:
                text, of = prng.choices(WORDS, k=LENGTH), "null"
            said = " ".join(text).capitalize()
            date = f"2031-04-{row % 28 + 1:02}"
            out.write(f'{{"id":{row},"cluster_id":{of},"outlet":"o{row % 50}","date":"{date}","text":"{said}."}}\n')


def ended(process):
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return f"{used.ru_utime + used.ru_stime:.2f} s of the processor, {used.ru_maxrss / 1024:.0f} MB"


def first_cluster(command, environment):
    """Gives the time until the first cluster is printed, and stops there."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
    lines = [process.stdout.readline() for _ in range(4)]
    taken = time.monotonic() - start
    process.terminate()
    return f"{taken:.2f} s, {ended(process)}", lines[-1].decode().strip()


def on_screen(command, environment, sign):
    """Gives the time until a sign stands on the screen of a pseudo-terminal."""
    start = time.monotonic()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 35, 120, 0, 0))
    seen = b""
    while sign not in seen and time.monotonic() - start < 60:
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                seen += os.read(terminal, 1 << 16)
            except OSError:
                break
    taken = time.monotonic() - start
    os.kill(child, signal.SIGTERM)
    _, _, used = os.wait4(child, 0)
    return f"{taken:.2f} s, {used.ru_utime + used.ru_stime:.2f} s of the processor, {used.ru_maxrss / 1024:.0f} MB"


def keys_in_list(command, environment, keys, times=20):
    """Gives the time from a key in the list to the first bytes of what it changes: the middle and the longest of some."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 35, 120, 0, 0))

    def quiet(seconds):
        while select.select([terminal], [], [], seconds)[0]:
            os.read(terminal, 1 << 16)

    # All that is listed is read by now.
    quiet(8)
    taken = []
    for time_of in range(times):
        start = time.monotonic()
        os.write(terminal, keys[time_of % len(keys)])
        select.select([terminal], [], [], 10)
        taken.append((time.monotonic() - start) * 1000)
        quiet(0.1)
    os.kill(child, signal.SIGTERM)
    _, _, used = os.wait4(child, 0)
    taken.sort()
    return f"{taken[len(taken) // 2]:.1f} ms, at most {taken[-1]:.1f} ms, {used.ru_maxrss / 1024:.0f} MB"


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("binary")
    words.add_argument("rows", nargs="*", type=int, default=[1_000_000, 10_000_000])
    words.add_argument("--folder", default=None)
    wanted = words.parse_args()
    with tempfile.TemporaryDirectory(dir=wanted.folder) as folder:
        environment = {**os.environ, "XDG_STATE_HOME": f"{folder}/state", "HOME": folder, "TERM": "xterm-256color"}
        for rows in wanted.rows:
            path = Path(folder, "rows.jsonl")
            write(path, rows)
            print(f"{rows:,} rows, {path.stat().st_size / 1e6:.0f} MB", flush=True)
            command = [wanted.binary, "clusters", str(path)]
            for what in ("first time", "with the index kept"):
                taken, line = first_cluster(command, environment)
                print(f"  {what}: first cluster printed after {taken} ({line})", flush=True)
            kept = sum(file.stat().st_size for file in Path(folder, "state").rglob("*.index"))
            print(f"  index: {kept / 1e6:.0f} MB")
            print(f"  the list on the screen: {on_screen(command, environment, b'Clusters by')}", flush=True)
            print(f"  a step in the list: {keys_in_list(command, environment, [DOWN])}", flush=True)
            print(f"  a letter and its removal: {keys_in_list(command, environment, [b'9', DELETE])}", flush=True)
            print(f"  another order: {keys_in_list(command, environment, [TAB])}", flush=True)
            for number in (1, rows // 20):
                taken = on_screen([*command, "--show", str(number)], environment, b"help")
                print(f"  cluster {number:,} on the screen: {taken}", flush=True)
            path.unlink()


if __name__ == "__main__":
    main()
