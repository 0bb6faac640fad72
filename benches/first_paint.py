#!/usr/bin/env python3
"""Measures on a real pseudo-terminal how soon text is on the screen, and how soon a key shows its effect.

usage: first_paint.py BINARY FILE... [--runs N] [--keys N]

Opens the files with BINARY, the first one with `less` and the first two with `vim -d`, in turns, on a terminal of 120x35 cells.
 first text  from the start of the program to the first output that holds a long word of the first row of the first file
 settled     to the last output before half a second in which there is none: what is found out in the background is there too
 key         from sending it to the end of what is written because of it, which is when 20 milliseconds pass without output
The words of a program that draws cell by cell are looked for without the sequences between them. Prints Markdown tables: medians,
and for keys also the 95th of a hundred and the bytes written for one. Needs nothing but Python 3.
"""
import argparse
import errno
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time

COLUMNS, ROWS = 120, 35
SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-Za-z]|P[^\x1b]*\x1b\\|[=>78M])")
QUIET, PAUSE = 0.5, 0.02
LONGEST_WAIT = 10.0
# Cells of a row that every program shows.
NARROWEST = 40


class Terminal:
    """A program on a terminal of its own, and what it wrote so far."""

    def __init__(self, command, environment):
        reading, writing = os.pipe()
        self.pid, self.side = pty.fork()
        if self.pid == 0:
            become(command, environment, writing)
        os.close(writing)
        self.written = b""
        self.started = float(os.read(reading, 64))
        os.close(reading)

    def read(self, wait):
        """What comes within so many seconds; nothing where nothing comes or the program has ended."""
        if not select.select([self.side], [], [], wait)[0]:
            return b""
        try:
            chunk = os.read(self.side, 1 << 16)
        except OSError as error:
            if error.errno == errno.EIO:
                return b""
            raise
        self.written += chunk
        return chunk

    def shows(self, word):
        """Seconds until a word is written; None where it never is."""
        while time.monotonic() - self.started < LONGEST_WAIT:
            if not self.read(LONGEST_WAIT):
                return None
            now = time.monotonic()
            if word in SEQUENCE.sub(b"", self.written):
                return now - self.started
        return None

    def settles(self):
        """Seconds until the last thing that is written before a quiet time."""
        last = time.monotonic()
        while self.read(QUIET) and last - self.started < LONGEST_WAIT:
            last = time.monotonic()
        return last - self.started

    def press(self, key):
        """Seconds until all is written that a key makes a program write, and the bytes; None where it writes nothing."""
        sent = time.monotonic()
        os.write(self.side, key)
        chunk, last, size = self.read(QUIET), None, 0
        while chunk:
            last, size = time.monotonic(), size + len(chunk)
            chunk = self.read(PAUSE)
        return None if last is None else (last - sent, size)

    def quit(self, keys):
        """Ends the program, by its own keys where it listens."""
        os.write(self.side, keys)
        until = time.monotonic() + 2
        while os.waitpid(self.pid, os.WNOHANG)[0] == 0:
            self.read(0.02)
            if time.monotonic() > until:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                break
        os.close(self.side)


def become(command, environment, writing):
    """Turns the forked process into the program, having said when."""
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.write(writing, repr(time.monotonic()).encode())
        os.closerange(3, 64)
        os.execvpe(command[0], command, environment)
    finally:
        os._exit(127)


def programs(binary, files):
    """Command, keys to quit, and keys to measure, by name."""
    known = {
        "ibid": ([binary, "--no-rules", *files], b"q", {"j": b"j", "Ctrl-d": b"\x04", "n": b"n"}),
        "less": (["less", files[0]], b"q", {"j": b"j", "Ctrl-d": b"\x04"}),
    }
    if len(files) > 1:
        diff = [binary, "diff", "--no-rules", *files[:2]]
        known["ibid diff"] = (diff, b"q", {"j": b"j", "Ctrl-d": b"\x04", "n": b"n"})
        vim = ["vim", "-n", "-i", "NONE", "-d", *files[:2]]
        known["vim -d"] = (vim, b"\x1b:qa!\r", {"j": b"j", "Ctrl-d": b"\x04", "]c": b"]c"})
    for name, (command, *_) in list(known.items()):
        if shutil.which(command[0]) is None:
            print(f"{name} is not installed and left out", file=sys.stderr)
            del known[name]
    return known


def surroundings(home):
    """An environment in which nobody's settings count."""
    return {"PATH": os.environ.get("PATH", ""), "HOME": home, "XDG_CONFIG_HOME": home, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}


def awaited(file):
    """The longest word that ends in the first cells, however narrow a pane is; it must stand in no path, since programs show those too."""
    with open(file, encoding="utf-8", errors="replace") as text:
        start = text.read(2 * NARROWEST).lstrip()[:NARROWEST]
    words = [word for word in re.findall(r"[^\W\d_]{4,}(?=\W)", start) if word not in os.path.abspath(file)]
    if not words:
        sys.exit(f"{file} does not begin with words to wait for")
    return max(words, key=len).encode()


def opened(known, word, environment, runs):
    """Seconds to the first text and to the settled screen of each program, run by run."""
    found = {name: [] for name in known}
    for _ in range(runs):
        for name, (command, end, _) in known.items():
            terminal = Terminal(command, environment)
            first, settled = terminal.shows(word), terminal.settles()
            terminal.quit(end)
            if first is not None:
                found[name].append((first, settled))
    return found


def pressed(program, word, environment, times):
    """What each key of a program costs: seconds and bytes, press by press."""
    command, end, keys = program
    found = {}
    for name, key in keys.items():
        terminal = Terminal(command, environment)
        terminal.shows(word)
        terminal.settles()
        answers = [terminal.press(key) for _ in range(times)]
        terminal.quit(end)
        found[name] = [answer for answer in answers if answer]
    return found


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms"


def print_opened(found):
    print("| program | first text | to less | settled |\n|---|---|---|---|")
    medians = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in found.items() if runs}
    for name in found:
        if name not in medians:
            print(f"| {name} | never | | |")
            continue
        first, settled = medians[name]
        ratio = f"{first / medians['less'][0]:.1f}x" if "less" in medians else ""
        print(f"| {name} | {milliseconds(first)} | {ratio} | {milliseconds(settled)} |")
    print()


def print_pressed(name, found, times):
    for key, answers in found.items():
        if not answers:
            print(f"| {name} | `{key}` | | | | 0 of {times} |")
            continue
        seconds, sizes = map(sorted, zip(*answers))
        late = seconds[min(len(seconds) - 1, len(seconds) * 95 // 100)]
        middle = statistics.median(seconds)
        size = statistics.median(sizes)
        print(f"| {name} | `{key}` | {milliseconds(middle)} | {milliseconds(late)} | {size:.0f} | {len(answers)} of {times} |")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("binary")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--keys", type=int, default=60)
    options = parser.parse_args()
    known = programs(os.path.abspath(options.binary), options.files)
    word = awaited(options.files[0])
    with tempfile.TemporaryDirectory() as home:
        environment = surroundings(home)
        print_opened(opened(known, word, environment, options.runs))
        print("| program | key | median | 95th | bytes | answered |\n|---|---|---|---|---|---|")
        for name, program in known.items():
            print_pressed(name, pressed(program, word, environment, options.keys), options.keys)


if __name__ == "__main__":
    main()
