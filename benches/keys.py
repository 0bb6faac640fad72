#!/usr/bin/env python3
"""Measures on a real pseudo-terminal how long a key or a new size takes to its frame, by the length of the articles.

usage: keys.py BINARY [--presses N] [SIZE...]       SIZE as for texts.py; 5k 500k 5M where none is given

For each size two texts (`edited`, see texts.py) are opened with BINARY, as a diff with BINARY, with `vim -d`, and the first with `less`, each on a terminal of
120x35 cells of its own; once all of them have been quiet for seconds, the programs are pressed in turns. A figure is the time from
sending to the end of what is written because of it, median and 95th; beside it the bytes written, and the time of the processor that all
threads of the program took for it (Linux only), medians. Where the machine is in use the last figure still tells. `n` steps to the next match in ibid, to the next
hit of a word searched before in less; vim steps to the next change with `]c`. After every few presses a key is pressed as often the other
way, so that no program comes to the end of its text and has nothing more to do. Needs nothing but Python 3.
"""
import argparse
import fcntl
import os
import statistics
import struct
import tempfile
import termios
import time

import texts
from first_paint import COLUMNS, ROWS, Terminal, awaited, milliseconds, programs, surroundings

SIZES = ("5k", "500k", "5M")
QUIET, LONGEST = 3.0, 60.0
NEXT = {"ibid": (b"n", b"N"), "ibid diff": (b"n", b"N"), "less": (b"n", b"N"), "vim -d": (b"]c", b"[c")}
# Presses one way before as many the other way.
LEG = 5


def written(folder, size):
    """Writes the two texts and gives their paths."""
    number = int(size.rstrip("kM")) * {"k": 1_000, "M": 1_000_000}.get(size[-1], 1)
    paths = []
    for side, text in zip("ab", texts.pair("edited", number)):
        paths.append(os.path.join(folder, f"{size}-{side}.txt"))
        with open(paths[-1], "w", encoding="utf-8") as file:
            file.write("\n".join(" ".join(paragraph) for paragraph in text) + "\n")
    return paths


def settled(terminal):
    """Waits until nothing has been written for seconds."""
    until = time.monotonic() + LONGEST
    while terminal.read(QUIET) and time.monotonic() < until:
        pass


def resized(terminal, turn):
    """Like `press`, but the terminal becomes narrower or wider by turns."""
    cells = struct.pack("HHHH", ROWS, COLUMNS - 10 * (1 - turn % 2), 0, 0)
    fcntl.ioctl(terminal.side, termios.TIOCSWINSZ, cells)
    return terminal.press(b"")


def stepped(terminal, keys, turn):
    """Presses the key of a leg there, or that of a leg back."""
    return terminal.press(keys[turn // LEG % 2])


def processor(pid):
    """Seconds that all threads of a process have been on a processor; none where the system does not tell."""
    try:
        threads = os.listdir(f"/proc/{pid}/task")
        return sum(int(open(f"/proc/{pid}/task/{thread}/schedstat").read().split()[0]) for thread in threads) / 1e9
    except OSError:
        return None


def measured(known, word, environment, presses):
    """Seconds and bytes by program and key, presses of all programs in turns."""
    terminals = {name: Terminal(command, environment) for name, (command, *_) in known.items()}
    for terminal in terminals.values():
        terminal.shows(word)
    for terminal in terminals.values():
        settled(terminal)
    if "less" in terminals:
        terminals["less"].press(b"/a\r")
        terminals["less"].press(b"g")
    asked = {
        "j": lambda name, turn: stepped(terminals[name], (b"j", b"k"), turn),
        "Ctrl-d": lambda name, turn: stepped(terminals[name], (b"\x04", b"\x15"), turn),
        "next": lambda name, turn: stepped(terminals[name], NEXT[name], turn),
        "resize": lambda name, turn: resized(terminals[name], turn),
    }
    found = {}
    for key, ask in asked.items():
        for turn in range(presses):
            for name in terminals:
                before = processor(terminals[name].pid)
                answer = ask(name, turn)
                after = processor(terminals[name].pid)
                if answer:
                    spent = None if before is None or after is None else after - before
                    found.setdefault((key, name), []).append((*answer, spent))
    for name, (_, end, _) in known.items():
        terminals[name].quit(end)
    return found


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("binary")
    parser.add_argument("sizes", nargs="*", default=SIZES)
    parser.add_argument("--presses", type=int, default=60)
    options = parser.parse_args()
    print("| articles | key | program | median | 95th | processor | bytes | answered |\n|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as home:
        for size in options.sizes:
            files = written(home, size)
            known = programs(os.path.abspath(options.binary), files)
            for (key, name), answers in measured(known, awaited(files[0]), surroundings(home), options.presses).items():
                seconds = sorted(answer[0] for answer in answers)
                size_of = statistics.median(answer[1] for answer in answers)
                late = seconds[min(len(seconds) - 1, len(seconds) * 95 // 100)]
                middle = milliseconds(statistics.median(seconds))
                spent = [answer[2] for answer in answers if answer[2] is not None]
                spent = milliseconds(statistics.median(spent)) if spent else "-"
                print(f"| {size} | {key} | {name} | {middle} | {milliseconds(late)} | {spent} | {size_of:.0f} | {len(seconds)} of {options.presses} |", flush=True)


if __name__ == "__main__":
    main()
