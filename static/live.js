// A workshop's page keeps itself current. An event (or, where none gets through, a slow poll) only
// hints at a new version; the page then fetches itself and swaps its content. Without this script
// a refresh does the same.

const live = document.getElementById("live");
const connection = document.getElementById("connection");
const said = document.getElementById("said");
const host = document.body.classList.contains("stage");
const shelf = `not sent ${location.pathname}`;
const { drafts, unsent: late } = shelved(); // what was chosen and not sent, by question and round
const between = (low, high) => low + Math.random() * (high - low);
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
let reading = null;
let again = false;
let sending = false;
let unsent = late; // the question and round of an answer that could not be sent

// What was chosen outlasts a reload, in this tab alone.
function shelved() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(shelf)) ?? {};
    return { drafts: new Map(kept.drafts), unsent: kept.unsent ?? null };
  } catch {
    return { drafts: new Map(), unsent: null };
  }
}

function shelve() {
  try {
    sessionStorage.setItem(shelf, JSON.stringify({ drafts: [...drafts], unsent }));
  } catch { /* no room, or not allowed: then a reload begins anew */ }
}

// Connected or not, seen and heard.
function connected(yes) {
  const words = yes ? ""
    : unsent ? "Not connected. Your answer is not sent yet: it goes as soon as the line is back."
    : "Not connected. Trying again. What you chose is still here.";
  if (connection.textContent !== words) {
    if (yes) said.textContent = "Connected again.";
    connection.textContent = words;
  }
  if (yes && unsent) sendNow();
}

// Send what could not be sent, if it can still be answered; say so if it cannot.
async function sendNow() {
  const name = unsent;
  unsent = null;
  await refresh();
  const form = live.querySelector(`form[data-send="${name}"]`);
  if (form) return form.requestSubmit();
  shelve();
  tell("The room has moved on, so your last answer was not sent.");
}

function tell(words) {
  const notice = document.createElement("p");
  notice.className = "error-summary";
  notice.textContent = said.textContent = words;
  live.prepend(notice);
}

// Keep what a person is choosing, and their place, when the content is swapped.
function keepDrafts() {
  for (const form of live.querySelectorAll("form[data-send]")) {
    const chosen = [...form.querySelectorAll("input:checked")].filter((i) => !i.defaultChecked);
    if (chosen.length) drafts.set(form.dataset.send, chosen.map((i) => [i.name, i.value]));
  }
  shelve();
}

function restoreDrafts() {
  for (const form of live.querySelectorAll("form[data-send]")) {
    for (const [name, value] of drafts.get(form.dataset.send) ?? []) {
      const input = form.querySelector(`input[name="${name}"][value="${value}"]`);
      if (input) input.checked = true;
    }
  }
}

const place = (element) =>
  element.id ? `#${CSS.escape(element.id)}`
  : element.name ? `[name="${CSS.escape(element.name)}"]${element.value ? `[value="${CSS.escape(element.value)}"]` : ""}`
  : null;

function swap(page, { moved }) {
  const fresh = page.getElementById("live");
  if (!fresh) return location.reload();
  for (const link of page.querySelectorAll("link[rel=stylesheet]"))
    if (!document.querySelector(`link[href="${link.getAttribute("href")}"]`)) document.head.append(link);
  const same = fresh.dataset.key === live.dataset.key && !moved;
  const before = document.activeElement;
  const focused = live.contains(before) ? place(before) : null;
  const open = [...live.querySelectorAll("details")].map((d) => d.open);
  keepDrafts();
  const asked = live.querySelector("form[data-send]")?.dataset.send;
  live.replaceChildren(...fresh.childNodes);
  Object.assign(live.dataset, fresh.dataset);
  document.title = page.title;
  restoreDrafts();
  if (same) {
    live.querySelectorAll("details").forEach((d, n) => { d.open = open[n] ?? d.open; });
    if (focused) live.querySelector(focused)?.focus({ preventScroll: true });
    return;
  }
  const target = live.querySelector("[autofocus]") ?? (focused ? live.querySelector("h1") : null);
  if (target?.tagName === "H1") target.tabIndex = -1;
  scrollTo(0, 0);
  target?.focus({ preventScroll: true });
  said.textContent = live.dataset.said;
  const still = live.querySelector(`form[data-send="${asked}"]`);
  if (!moved && !still && drafts.has(asked) && live.dataset.key.endsWith(".0"))
    tell("What you chose was not sent. If this vote opens again, you find it here.");
}

// Fetch this page again; several hints at once are one.
async function refresh() {
  if (sending) return;
  if (reading) { again = true; return reading; }
  reading = (async () => {
    do {
      again = false;
      const answer = await fetch(location.href, { cache: "no-store" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!sending && answer.status < 500) swap(page, {});
      connected(answer.status < 500);
    } while (again);
  })().catch(() => connected(false)).finally(() => { reading = null; });
  return reading;
}

// Send a form without leaving the page, once; when the line is down nothing is lost.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.send) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  unsent = null;
  try {
    const body = new URLSearchParams(new FormData(form, event.submitter));
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.status >= 500) throw new Error(answer.status);
    drafts.delete(form.dataset.send);
    shelve();
    form.reset();
    if (answer.redirected) history.replaceState(null, "", answer.url);
    swap(page, { moved: true });
    connected(true);
  } catch {
    if (host) said.textContent = "Not sent. Please try again.";
    else unsent = form.dataset.send;
    shelve();
    connected(false);
  } finally {
    sending = false;
  }
});

// Hear of a new version, or of people joining and answering.
const isNew = (version) => Number(version) !== Number(live.dataset.version);
let heard = Date.now();
let source = null;

function listen() {
  source = new EventSource(live.dataset.events);
  source.onmessage = (event) => {
    heard = Date.now();
    connected(true);
    if (isNew(event.data.split(" ")[1])) refresh();
  };
  source.addEventListener("stir", async () => {
    heard = Date.now();
    if (!document.querySelector("#count")) return;
    if (!host) await wait(between(0, 4000)); // a room of phones does not ask all at once
    refresh();
  });
  source.onerror = () => {
    if (source?.readyState === EventSource.CLOSED) source = null;
    if (Date.now() - heard > 4000) connected(false);
  };
}

// Where events do not get through, ask for the version now and then: seldom when nobody looks.
let tag = null;
let pause = 2000;

async function poll() {
  try {
    const headers = tag ? { "If-None-Match": tag } : {};
    const answer = await fetch(live.dataset.poll, { headers, cache: "no-store" });
    if (answer.status >= 500) throw new Error(answer.status);
    connected(true);
    pause = 2000;
    tag = answer.headers.get("ETag");
    if (answer.ok ? isNew(await answer.text()) : isNew(tag.replace(/\D/g, ""))) await refresh();
    else if (host || Math.random() < 0.1) await refresh(); // how many have answered
  } catch {
    connected(false);
    pause = Math.min(pause * 2, 30000);
  }
}

async function watch() {
  for (;;) {
    await wait((document.hidden ? 10000 : pause) * between(0.7, 1.2));
    if (Date.now() - heard < 25000 && source) continue;
    if (source && Date.now() - heard > 25000) { source.close(); source = null; }
    await poll();
    if (!source && Math.random() < 0.05) listen(); // events may get through by now
  }
}

addEventListener("online", () => { pause = 2000; wait(between(0, 1500)).then(poll); });
addEventListener("offline", () => connected(false));
document.addEventListener("visibilitychange", () => { if (!document.hidden) poll(); });
addEventListener("pageshow", (event) => { if (event.persisted) refresh(); });
if (window.EventSource) listen();
setTimeout(() => { if (Date.now() - heard > 4500 && source?.readyState !== 1) { source?.close(); source = null; } }, 6000);
watch();
live.addEventListener("change", keepDrafts);
restoreDrafts();
if (unsent) sendNow();
