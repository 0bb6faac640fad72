#!/usr/bin/env python3
"""Compares the pictures with the screen's cells, in every renderer that is here (Chromium, Firefox, rsvg-convert).

    mkdir -p target/cells && cargo run --example shot target/cells
    python3 benches/pictures.py target/cells

Each picture is drawn, and each cell must have ink where the screen has a character and none where it has a space. Needs Pillow. Says
what it skips, and ends with 1 where a picture differs.
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

CELL, AROUND = (8.4, 18.0), 12
# A channel must differ by this much from the cell's ground to be ink: dimmed text on its ground differs by more than 60.
INK = 40
# Of a picture's cells so many in a thousand may differ: a glyph may reach into its neighbour by a pixel.
TOLERATED = 2


def rsvg(svg, png, _size):
    return subprocess.run(["rsvg-convert", "-o", png, svg], capture_output=True).returncode


def chromium(svg, png, size):
    with tempfile.TemporaryDirectory() as profile:
        return subprocess.run([
            shutil.which("chromium") or "chromium-browser", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
            f"--user-data-dir={profile}", f"--window-size={size[0]},{size[1]}", f"--screenshot={png}", f"file://{svg}",
        ], capture_output=True, timeout=120).returncode


def firefox(svg, png, size):
    with tempfile.TemporaryDirectory() as profile:
        program = shutil.which("firefox") or "firefox-esr"
        return subprocess.run([program, "--headless", "--no-remote", "--profile", profile, f"--window-size={size[0]},{size[1]}",
                               "--screenshot", png, f"file://{svg}"], capture_output=True, timeout=180).returncode


def differing(png, cells):
    image = Image.open(png).convert("RGB")
    pixels, wrong, all_cells = image.load(), [], 0
    for y, row in enumerate(cells):
        for x, symbol in enumerate(row):
            left, top = int(AROUND + x * CELL[0] + 1.5), int(AROUND + y * CELL[1] + 1)
            box = [(i, j) for i in range(left, int(AROUND + (x + 1) * CELL[0] - 0.5)) for j in range(top, int(top + CELL[1] - 4))]
            values = [pixels[at] for at in box if at[0] < image.width and at[1] < image.height]
            ground = max(set(values), key=values.count)
            inked = any(max(abs(a - b) for a, b in zip(value, ground)) > INK for value in values)
            all_cells += 1
            # A full block is all ink, so its ground is its ink.
            if inked != bool(symbol.strip()) and symbol not in "█▓▒░":
                wrong.append((x, y, symbol))
    return wrong, all_cells


def main():
    folder, failed = Path(sys.argv[1]), False
    root = Path(__file__).resolve().parent.parent / "screenshots"
    renderers = {"rsvg": (rsvg, ["rsvg-convert"]), "chromium": (chromium, ["chromium", "chromium-browser"]),
                 "firefox": (firefox, ["firefox", "firefox-esr"])}
    for name, (render, programs) in renderers.items():
        if not any(shutil.which(program) for program in programs):
            print(f"{name}: skipped, it is not here")
            continue
        for path in sorted(folder.glob("*.cells")):
            cells = path.read_text().splitlines()
            size = (round(len(cells[0]) * CELL[0] + 2 * AROUND), round(len(cells) * CELL[1] + 2 * AROUND))
            png = os.path.join(tempfile.mkdtemp(), path.stem + ".png")
            try:
                render(str(root / f"{path.stem}.svg"), png, size)
            except subprocess.TimeoutExpired:
                pass
            if not os.path.exists(png):
                print(f"{name} {path.stem}: not drawn")
                failed = True
                continue
            wrong, all_cells = differing(png, cells)
            bad = len(wrong) * 1000 > TOLERATED * all_cells
            failed |= bad
            print(f"{name} {path.stem}: {len(wrong)} of {all_cells} cells differ{' !' if bad else ''} {wrong[:4] if bad else ''}")
    sys.exit(failed)


if __name__ == "__main__":
    main()
