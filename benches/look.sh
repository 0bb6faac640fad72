#!/bin/sh
# Renders the HTML report of the bundled articles in a real browser, light, dark and narrow, and checks that its links work:
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
