// Reviewing a statement: words clicked in the article go into the key, and single keys move on.
// Everything here can be done with the form alone.

const form = document.querySelector("[data-key]");
const article = document.querySelector("[data-article]");
const LEVELS = ["None", "Weak", "Partial", "Strong"];
const NAMES = { reason: "the first gate", findable: "the second gate", fits: "the third gate" };
const WORD = /[\p{L}\p{N}\p{M}'’_-]/u;

// Where picked words go: the gate, cue or split field used last.
let aim = null;
function aimAt(box) {
  if (!box) return;
  aim?.classList.remove("aimed");
  aim = box;
  aim.classList.add("aimed");
  const name = NAMES[box.dataset.gate] ?? (box.matches("[data-cue]") ? "a cue" : "the split");
  article.querySelector("[data-target]").textContent = name;
}
const boxOf = (target) => target.closest("[data-gate], [data-cue], details.more:has([data-split])");
form.addEventListener("focusin", (event) => aimAt(boxOf(event.target)));
const gates = [...form.querySelectorAll("[data-gate]")];
aimAt(gates.find((gate) => gate.querySelector("[value=yes]:checked") && !gate.querySelector("[data-words]").value) ?? gates[0]);
article.querySelector("[data-hint]").hidden = false;

// Picking: offsets count code points, as the documents do.
const places = [...document.querySelectorAll("[data-pick]")];
const pieces = [...article.querySelectorAll("[data-start]")];
function placeOf(node, offset) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!piece) return null;
  const range = document.createRange();
  range.setStart(piece, 0);
  range.setEnd(node, offset);
  return Number(piece.dataset.start) + [...range.toString()].length;
}
function grown(start, end) {
  const chars = new Map();
  for (const piece of pieces) {
    let at = Number(piece.dataset.start);
    for (const char of piece.textContent) chars.set(at++, char);
  }
  const inWord = (at) => chars.has(at) && WORD.test(chars.get(at));
  while (start < end && /\s/.test(chars.get(start))) start++;
  while (end > start && /\s/.test(chars.get(end - 1))) end--;
  while (inWord(start) && inWord(start - 1)) start--;
  while (inWord(end) && (end === start || inWord(end - 1))) end++;
  let words = "";
  for (let at = start; at < end; at++) words += chars.get(at) ?? "";
  return { words, start };
}
function pick() {
  const selection = document.getSelection();
  if (!aim || !selection.rangeCount || !places.some((place) => place.contains(selection.anchorNode))) return;
  const range = selection.getRangeAt(0);
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  if (start === null || end === null) return;
  const { words, start: from } = grown(start, end);
  if (!words.trim()) return;
  aim.querySelector("[data-words]").value = words.replace(/[\r\n]+/g, " ");
  aim.querySelector("[data-at]").value = from - Number(form.dataset.start);
}
for (const place of places) {
  place.addEventListener("pointerup", (event) => event.target.closest("button") || setTimeout(pick));
  place.addEventListener("keyup", (event) => event.shiftKey && pick());
}

// Typed words have no offset until they are found; a new answer brings its plain reason.
form.addEventListener("input", ({ target }) => {
  if (target.matches("[data-words]")) boxOf(target).querySelector("[data-at]").value = "";
  if (target.matches("[data-standard]")) {
    const because = boxOf(target).querySelector("[data-because]");
    if (!because.value || because.value === because.defaultValue || because.dataset.plain === because.value) {
      because.value = because.dataset.plain = target.dataset.standard;
    }
    showLevel();
  }
});
function showLevel() {
  const passed = gates.findIndex((gate) => !gate.querySelector("[value=yes]:checked"));
  form.querySelector("[data-level]").textContent = LEVELS[passed < 0 ? gates.length : passed];
}

// Single keys, which can be switched off (WCAG 2.1.4).
const keys = form.querySelector("[data-keys]");
const on = keys.querySelector("input");
on.checked = localStorage.getItem("keys") !== "off";
on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));
keys.hidden = false;
function answer(gate) {
  const radios = [...gate.querySelectorAll("[type=radio]")];
  const next = radios.find((radio) => !radio.checked) ?? radios[0];
  next.click();
  next.focus();
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
  if (!on.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = document.querySelector(`[data-press="${CSS.escape(event.key)}"]`);
  if (target) target.click();
  else if (gates[event.key - 1]) answer(gates[event.key - 1]);
});

// A status that stands in the page as it loads is read out only once it changes.
const said = document.querySelector("[data-said]");
if (said) setTimeout(() => said.replaceChildren(...said.childNodes), 200);

document.querySelector("#here")?.scrollIntoView({ block: "center" });
window.scrollTo(0, 0);
