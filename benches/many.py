#!/usr/bin/env python3
"""Measures on a real pseudo-terminal how many articles can be read with: the first text, the matrix, the picker, the memory.

usage: many.py BINARY COUNT... [--keys N] [--bytes N]

For each COUNT it writes so many articles of about 5 kB into a folder of its own, a third of them in families (see `texts.py`), opens
them with BINARY on a terminal of 120x35 cells, and takes by the clock
 first text   from the start of the program to the first output that holds a word of the first article
 all read     to a footer that says no more that it is reading
 matrix       from `m` to the end of its first frame, and to the frame in which no pair is left to be compared
 keys         from a key in the matrix, and from a letter typed in the picker, to the end of what is written because of it
 memory       the most the program had in memory, when the articles were read and at the end, where the system tells
Prints a Markdown table. Needs nothing but Python 3.
"""
import argparse
import os
import statistics
import tempfile
import time

from first_paint import SEQUENCE, Terminal, awaited, surroundings
from texts import articles

# Long enough for any of it.
PATIENCE = 120.0


def peak(pid):
    """Megabytes at most, where the system tells."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return float("nan")


class Reading(Terminal):
    """A program that is read with."""

    def until(self, holds, begun, begin=0):
        """Seconds from `begun` until what is written behind `begin` holds something; None where it never does."""
        last = time.monotonic()
        while last - begun < PATIENCE:
            if holds(SEQUENCE.sub(b"", self.written[begin:])):
                return last - begun
            self.read(0.5)
            last = time.monotonic()
        return None

    def send(self, key):
        """Sends a key; gives when, and how much was written before."""
        before = len(self.written)
        os.write(self.side, key)
        return time.monotonic(), before

    def quiet(self):
        while self.read(0.3):
            pass


def milliseconds(seconds):
    return "never" if seconds is None else f"{seconds * 1000:.0f} ms"


def median(seconds):
    return milliseconds(statistics.median(seconds)) if seconds else "never"


def pressed(terminal, keys):
    return [answer[0] for answer in (terminal.press(key) for key in keys) if answer]


def measured(binary, folder, environment, count, presses):
    first = sorted(os.path.join(folder, name) for name in os.listdir(folder))[0]
    terminal = Reading([binary, "--no-rules", folder], environment)
    text = terminal.shows(awaited(first))
    read = terminal.until(lambda seen: str(count).encode() in seen, terminal.started)
    terminal.quiet()
    opened = peak(terminal.pid)
    began, before = terminal.send(b"m")
    frame = terminal.until(lambda seen: b"Matrix" in seen, began, before)
    full = terminal.until(lambda seen: b"likeness" in seen, began, before)
    terminal.quiet()
    walked = pressed(terminal, [b"j", b"l", b"\x04", b"n"] * (presses // 4))
    terminal.send(b"q")
    terminal.quiet()
    terminal.send(b"b")
    terminal.quiet()
    typed = pressed(terminal, [b"7", b"\x7f", b"f", b"\x7f"] * (presses // 4))
    terminal.send(b"\x1b")
    terminal.quiet()
    last = peak(terminal.pid)
    terminal.quit(b"q")
    return (milliseconds(text), milliseconds(read), milliseconds(frame), milliseconds(full), median(walked), median(typed),
            f"{opened:.0f} MB", f"{last:.0f} MB")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("binary")
    parser.add_argument("counts", nargs="+", type=int)
    parser.add_argument("--keys", type=int, default=40)
    parser.add_argument("--bytes", type=int, default=5_000)
    options = parser.parse_args()
    heads = ("articles", "first text", "all read", "matrix", "full", "a key there", "a letter in the picker", "when read", "at most")
    print("| " + " | ".join(heads) + " |\n|" + "---|" * len(heads))
    for count in options.counts:
        with tempfile.TemporaryDirectory() as home:
            folder = os.path.join(home, "many")
            articles(folder, count, options.bytes)
            figures = measured(os.path.abspath(options.binary), folder, surroundings(home), count, options.keys)
            print(f"| {count} | " + " | ".join(figures) + " |", flush=True)


if __name__ == "__main__":
    main()
