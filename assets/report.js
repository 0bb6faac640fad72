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

// The legend keeps the marks that are on the page.
for (const line of document.querySelectorAll("[data-for]")) {
  line.hidden = !document.querySelector(`.columns ${line.dataset.for}`);
}

// A tick less takes a class's marks away.
for (const box of document.querySelectorAll("input[data-class]")) {
  const set = () => document.body.classList.toggle(`no-${box.dataset.class}`, !box.checked);
  box.addEventListener("change", set);
  set();
}

// Narrows the synopsis to some of its statements.
const fits = {
  all: () => true,
  every: (row) => row.dataset.missing === "0",
  but1: (row) => row.dataset.missing === "1",
  one: (row) => row.dataset.told === "1" && !("weak" in row.dataset),
  odd: (row) => "odd" in row.dataset,
};
for (const choice of document.querySelectorAll("input[name=narrow]")) {
  choice.addEventListener("change", () => {
    for (const row of document.querySelectorAll("table.synopsis tbody tr")) row.hidden = !fits[choice.value](row);
  });
}

// The columns of a pair scroll together: what stands in both, in the same order, holds them face to face.
const places = (columns) => {
  const [left, right] = columns.children;
  const top = (of, at) => at.getBoundingClientRect().top - of.getBoundingClientRect().top + of.scrollTop;
  const ends = (of) => of.scrollHeight - of.clientHeight;
  const pairs = [];
  for (const one of left.querySelectorAll("a.m[id]:not(.moved):not(.echo)")) {
    const other = document.getElementById(one.hash.slice(1));
    if (other && other.matches("a.m")) pairs.push([top(left, one), top(right, other)]);
  }
  const steps = [[0, 0]];
  for (const pair of pairs) {
    const last = steps[steps.length - 1];
    if (pair[0] > last[0] && pair[1] > last[1] && pair[0] < ends(left) && pair[1] < ends(right)) steps.push(pair);
  }
  steps.push([ends(left), ends(right)]);
  return steps;
};
const counterpart = (steps, from, at) => {
  const to = 1 - from;
  let next = steps.findIndex((step) => step[from] >= at);
  if (next < 1) next = next < 0 ? steps.length - 1 : 1;
  const [a, b] = [steps[next - 1], steps[next]];
  const part = b[from] > a[from] ? Math.min(1, (at - a[from]) / (b[from] - a[from])) : 0;
  return a[to] + part * (b[to] - a[to]);
};
let led = null;
const follow = (columns, from) => {
  const together = document.getElementById("together");
  const sides = columns.children;
  if (led === sides[from]) {
    led = null;
    return;
  }
  if ((together && !together.checked) || sides.length !== 2) return;
  const to = Math.round(counterpart(places(columns), from, sides[from].scrollTop));
  if (Math.abs(to - sides[1 - from].scrollTop) < 1) return;
  led = sides[1 - from];
  sides[1 - from].scrollTop = to;
};
for (const columns of document.querySelectorAll(".columns")) {
  [...columns.children].forEach((side, from) => side.addEventListener("scroll", () => follow(columns, from), { passive: true }));
}

// n and N in a column (and p): to the next match and the one before.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !["n", "N", "p"].includes(event.key)) return;
  const column = event.target.closest && event.target.closest(".columns > article");
  if (!column) return;
  const all = [...column.querySelectorAll("a.m[id]")];
  const here = all.indexOf(document.activeElement);
  const next = event.key === "n" ? here + 1 : (here < 0 ? all.length : here) - 1;
  if (all[next]) all[next].focus();
});
