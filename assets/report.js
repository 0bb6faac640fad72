"use strict";
// Lights both sides of a match under the pointer or the focus, and brings its counterpart into sight.
const lit = [];
const light = (at) => {
  while (lit.length) lit.pop().classList.remove("now");
  const match = at && at.closest && at.closest("a[data-m]");
  if (!match) return;
  for (const side of document.querySelectorAll(`[data-m="${match.dataset.m}"]`)) {
    side.classList.add("now");
    lit.push(side);
  }
};
document.addEventListener("pointerover", (event) => light(event.target));
document.addEventListener("focusin", (event) => light(event.target));
document.addEventListener("click", (event) => {
  const match = event.target.closest("a[data-m]");
  const other = match && document.getElementById(match.hash.slice(1));
  if (!other || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  other.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  other.focus({ preventScroll: true });
});
