#!/bin/sh
# Renders the HTML report of the bundled articles in a real browser, of a pair and of all, light, dark and narrow, and checks that its links
# and controls work:
#   sh benches/look.sh [FOLDER]    pictures go to FOLDER, else to a new one; IBID names the program, BROWSER the browser
# Says so and ends well where there is no browser.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
browser=${BROWSER:-}
for name in chromium chromium-browser google-chrome; do
  [ -n "$browser" ] || browser=$(command -v "$name" || true)
done
if [ -z "$browser" ]; then
  echo "skipped: no browser is here"
  exit 0
fi
out=${1:-$(mktemp -d)}
ibid=${IBID:-$here/target/debug/ibid}
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
mkdir -p "$out"
"$ibid" report --no-rules --format html "$here/assets/articles/estuary-gazette.txt" "$here/assets/articles/halvern-herald.txt" >"$out/report.html"

run() {
  timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --virtual-time-budget=2000 --user-data-dir="$profile" "$@" 2>/dev/null
}
run --window-size=1280,900 --screenshot="$out/light.png" "file://$out/report.html"
run --window-size=1280,900 --blink-settings=preferredColorScheme=0 --screenshot="$out/dark.png" "file://$out/report.html"
run --window-size=420,900 --screenshot="$out/narrow.png" "file://$out/report.html"

# The page of many articles: pictures, and a copy that tries its controls: is every link led somewhere, do both columns scroll, does a
# choice narrow the synopsis, does a key go to the next match?
"$ibid" report --no-rules --format html "$here"/assets/articles/*.txt >"$out/story.html"
run --window-size=1280,2400 --screenshot="$out/story.png" "file://$out/story.html"
run --window-size=1280,2400 --blink-settings=preferredColorScheme=0 --screenshot="$out/story-dark.png" "file://$out/story.html"
run --window-size=420,2400 --screenshot="$out/story-narrow.png" "file://$out/story.html"
probe='<script>addEventListener("load",()=>{const all=[...document.querySelectorAll("a[href^=\"#\"]")];
const lost=all.filter(a=>!document.getElementById(decodeURIComponent(a.hash.slice(1)))).length;
const [left,right]=document.querySelector(".columns").children;left.style.maxHeight=right.style.maxHeight="12rem";
left.scrollTop=left.scrollHeight;const rows=()=>document.querySelectorAll("table.synopsis tbody tr:not([hidden])").length;
const before=rows();document.querySelector("input[value=one]").click();const less=rows()<before;
const first=right.querySelector("a.m[id]");first.focus();
first.dispatchEvent(new KeyboardEvent("keydown",{key:"n",bubbles:true}));const went=document.activeElement!==first;
const ids=[...document.querySelectorAll("[id]")].map(e=>e.id);
setTimeout(()=>{document.title=`story ${all.length} lost ${lost} twice ${ids.length-new Set(ids).size} together ${right.scrollTop>0} less ${less} key ${went}`;},300);});</script>'
{ cat "$out/story.html"; printf '%s\n' "$probe"; } >"$out/story-probe.html"
told=$(run --dump-dom "file://$out/story-probe.html" | grep -o '<title>[^<]*')
echo "$told"
case $told in
  *"lost 0 twice 0 together true less true key true"*) ;;
  *) exit 1 ;;
esac

# A copy asks itself: is the counterpart of every link there, does it light both sides, does a click bring it into sight?
probe='<script>addEventListener("load",()=>{const links=[...document.querySelectorAll("a[data-m]")];
const lost=links.filter(a=>!document.getElementById(a.hash.slice(1))).length;
const a=links[links.length>>1];a.focus();const lit=document.querySelectorAll(".now").length;a.click();
const ids=[...document.querySelectorAll("[id]")].map(e=>e.id);
document.title=`links ${links.length} lost ${lost} lit ${lit} twice ${ids.length-new Set(ids).size} focus ${document.activeElement.id===a.hash.slice(1)}`;});</script>'
{ cat "$out/report.html"; printf '%s\n' "$probe"; } >"$out/probe.html"
said=$(run --dump-dom "file://$out/probe.html" | grep -o '<title>[^<]*')
echo "$said"
case $said in
  *"links 0 "*) exit 1 ;;
  *"lost 0 lit "[2-9]*" twice 0 focus true"*) echo "pictures in $out" ;;
  *) exit 1 ;;
esac
