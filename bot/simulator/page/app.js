// The page: who is shown, side by side, and the panels around them.
//
// data-testid, for tests (ids are the simulator's):
//   people-bar  person-chip-USER  add-person  person-dialog  person-name  person-lang  person-role  tab-USER
//   theme  demo-note  away  drawer-toggle  drawer  drawer-close  drawer-polls  did  call-METHOD
//   director-toggle  director  action-ID  notice  bot-select
//   column-USER  person-menu  chatlist-USER  chat-CHAT  unread-CHAT  join-open  join-dialog  join-link  join-known-CHAT
//   back  pane-sub  chat-menu  menu-block  menu-leave  menu-join  pinned  topics  topic-ID  join-preview  join
//   foot-note  unblock  start  typing  toasts  toast  log  down  down-count
//   message-ID  text  photo  album  document  location  venue  contact  contact-call  reply-quote  edited
//   entity-link  entity-command  entity-mention  entity-hashtag  spoiler  expand-quote
//   inline-button  reaction-EMOJI  message-menu  menu  menu-reply  menu-edit  menu-copy  react-EMOJI
//   composer  send  attach  attach-photo  attach-file  attach-place  attach-contact  photo-input  file-input
//   commands-button  command-menu  command-NAME  inline-RESULT  keyboard-toggle  reply-keyboard  reply-button  context-bar
//   dialog-yes  link-dialog  link-address  alert-dialog  earlier-dialog  place-dialog  map  map-quarter  map-lat  map-lon
//   contact-dialog  contact-name  contact-phone  file-dialog  caption  lightbox
//
// The address after #: p=USER,…  c=CHAT[:TOPIC],… ("bot" is the private chat, "-" the list)  a=USER on a phone
//   drawer=1  theme=light|dark

import { api } from "./api.js";
import { Column } from "./column.js";
import { newPerson } from "./dialogs.js";
import { Drawer } from "./drawer.js";
import { avatar, h, icon, iconButton, reconcile } from "./dom.js";
import { emit, listen, loadList, loadWorld, on, refreshWorld, store } from "./store.js";
import { T } from "./strings.js";

const WORLD_EVERY = 15_000; // ms; a bot that stops listening makes no event

const columns = new Map();
let active = null; // whom a phone shows
let wanted = new Map(); // chats named in the address, until their column stands

const drawer = new Drawer(() => showDrawer(false));
const chips = h("div", { class: "chips", role: "group", "aria-label": T.people, "data-testid": "people-bar" });
const tabs = h("nav", { class: "tabs", "aria-label": T.people });
const stage = h("main", { class: "columns", id: "columns", tabindex: -1 });
const away = h("div", { class: "away", role: "alert", hidden: true, "data-testid": "away" });
const notices = h("div", { class: "notices", role: "status", "aria-live": "polite" });
const director = h("section", { class: "director", "aria-label": T.director, hidden: true, "data-testid": "director" });
const drawerButton = h("button", { type: "button", class: "top-button", "aria-pressed": "false", "data-testid": "drawer-toggle", title: T.drawer, "aria-label": T.drawer,
  on: { click: () => showDrawer(drawer.el.hidden) } }, icon("wings", 20), h("span", { text: T.drawerShort }));
const directorButton = h("button", { type: "button", class: "top-button", hidden: true, "aria-pressed": "true", "data-testid": "director-toggle", title: T.director, "aria-label": T.director,
  on: { click: () => showDirector(director.hidden) } }, icon("stage", 20), h("span", { text: T.director }));
const themeButton = iconButton("auto", T.themes.auto, () => nextTheme(), { class: "quiet", "data-testid": "theme" });
const botSelect = h("select", { class: "bot-select", hidden: true, "aria-label": T.botPick, "data-testid": "bot-select", on: { change: () => pickBot(Number(botSelect.value)) } });

function build() {
  const top = h("header", { class: "top" },
    h("a", { class: "skip", href: "#columns", text: T.skip, on: { click: (event) => { event.preventDefault(); stage.querySelector("textarea, .log")?.focus(); } } }),
    h("div", { class: "brand" }, h("img", { src: "page/logo.svg", alt: "", width: 36, height: 36 }), h("span", {}, h("h1", { text: T.brand }), h("span", { text: T.brandSub }))),
    chips, h("div", { class: "top-tools" }, botSelect, directorButton, drawerButton, themeButton));
  const note = h("p", { class: "demo-note", "data-testid": "demo-note" }, icon("door", 16), h("span", { text: T.demoNote }));
  document.getElementById("app").replaceChildren(top, note, away, director, tabs, h("div", { class: "world" }, stage, drawer.el), notices);
}

// ---- people

const first = (role) => [...store.users.values()].find((user) => user.role === role)?.id;
const byDefault = () => ["tenant", "journalist", "staff"].map(first).filter((id) => id !== undefined);

async function showPerson(id, chat) {
  if (columns.has(id) || !store.users.has(id)) return;
  const column = new Column(store.users.get(id), { changed: writeHash, hide: hidePerson });
  columns.set(id, column);
  stage.querySelector(".nobody")?.remove();
  stage.append(column.el);
  drawPeople();
  await loadList(id).catch((error) => column.toast(T.error(error.message), true));
  if (columns.get(id) === column) openAs(column, chat ?? "bot");
}

/** Open what the address says: CHAT, CHAT:TOPIC, "bot", or "-" for the list alone. */
function openAs(column, text) {
  const [, chat, topic] = /^(-?\d+|bot|-)(?::(\w+))?$/u.exec(text) ?? [null, "bot"];
  column.open(chat === "-" ? "bot" : chat, topic === undefined || topic === "all" ? topic : Number(topic));
  if (chat === "-") column.close();
}

function hidePerson(id) {
  columns.get(id)?.destroy();
  columns.delete(id);
  if (active === id) active = [...columns.keys()][0] ?? null;
  if (!columns.size) stage.replaceChildren(h("div", { class: "empty nobody" }, avatar("", 0, "bot", "huge"), h("h3", { text: T.noPeople }), h("p", { text: T.noPeopleHint })));
  drawPeople();
  writeHash();
}

function drawPeople() {
  active ??= [...columns.keys()][0] ?? null;
  const add = iconButton("plus", T.addPerson, addPerson, { class: "add-person", "data-testid": "add-person" });
  keepFocus(chips, [...[...store.users.values()].map(chip), add]);
  const again = iconButton("plus", T.addPerson, addPerson, { class: "add-person" });
  keepFocus(tabs, [...[...columns.values()].map(tab), again]);
  for (const [id, column] of columns) column.el.classList.toggle("active", id === active);
}

function keepFocus(parent, nodes) {
  const focused = parent.contains(document.activeElement) && document.activeElement.dataset.testid;
  reconcile(parent, nodes);
  if (focused) parent.querySelector(`[data-testid="${focused}"]`)?.focus();
}

function chip(user) {
  const shown = columns.has(user.id);
  return h("button", { type: "button", class: `chip role-${user.role}`, "aria-pressed": String(shown), title: T.showPerson(user.name), "data-testid": `person-chip-${user.id}`,
    on: { click: () => (shown ? hidePerson(user.id) : showPerson(user.id)) } }, avatar(user.name, user.id, "person", "tiny"), h("span", { dir: "auto", text: user.name }));
}

function tab(column) {
  const { user } = column;
  return h("button", { type: "button", class: "tab", "aria-current": user.id === active ? "true" : null, "data-testid": `tab-${user.id}`,
    on: { click: () => { active = user.id; drawPeople(); writeHash(); column.showList(); } } },
    avatar(user.name, user.id, "person", "tiny"), h("span", { dir: "auto", text: user.name.split(" ")[0] }));
}

async function addPerson() {
  const wish = await newPerson();
  if (!wish) return;
  try {
    const user = await api.addUser(wish);
    await loadWorld();
    await showPerson(user.id);
    active = user.id;
    drawPeople();
    columns.get(user.id)?.el.scrollIntoView({ inline: "end", block: "nearest" });
  } catch (error) {
    notice(T.error(error.message));
  }
}

async function pickBot(id) {
  store.bot = store.bots.find((bot) => bot.id === id) ?? store.bot;
  await Promise.allSettled([...columns.keys()].map(loadList));
  for (const column of columns.values()) column.restart();
}

let botsSeen = "";
function showBots() {
  const key = store.bots.map((bot) => bot.id).join();
  if (key === botsSeen) return;
  const before = botsSeen;
  botsSeen = key;
  botSelect.hidden = store.bots.length < 2;
  botSelect.replaceChildren(...store.bots.map((bot) => h("option", { value: bot.id, text: bot.name ?? bot.username })));
  botSelect.value = store.bot?.id ?? "";
  if (before === "" && columns.size) pickBot(store.bot?.id);
}

// ---- panels

function showDrawer(shown) {
  drawer.show(shown);
  drawerButton.setAttribute("aria-pressed", String(shown));
  if (!shown && drawer.el.contains(document.activeElement)) drawerButton.focus();
  writeHash();
}

function showDirector(shown) {
  director.hidden = !shown;
  directorButton.setAttribute("aria-pressed", String(shown));
}

async function loadDirector() {
  if (await drawDirector()) showDirector(!matchMedia("(max-width: 720px)").matches);
}

/** What the demo offers just now; false where it offers nothing (any more). */
async function drawDirector() {
  const actions = await api.actions().catch(() => []);
  directorButton.hidden = !actions?.length;
  if (!actions?.length) return showDirector(false), false;
  director.replaceChildren(h("div", { class: "director-head" }, h("h2", { text: T.director }), h("p", { text: T.directorHint })),
    h("div", { class: "director-actions" }, actions.map((action) => h("button", { type: "button", class: "action", title: action.hint, "data-testid": `action-${action.id}`, on: { click: (event) => direct(action, event.currentTarget) } },
      h("strong", { text: action.title }), action.hint && h("span", { text: action.hint })))));
  return true;
}

async function direct(action, button) {
  button.setAttribute("aria-busy", "true");
  emit("did", { text: T.did.direct(action.title) });
  try {
    const answer = await api.act(action.id);
    notice(answer?.text ?? T.directorDone);
  } catch (error) {
    notice(T.error(error.message));
  }
  button.removeAttribute("aria-busy");
  const focused = document.activeElement === button;
  await drawDirector(); // what comes next may be another thing
  if (focused) director.querySelector(`[data-testid="action-${action.id}"]`)?.focus();
}

function notice(text) {
  const node = h("div", { class: "toast", dir: "auto", "data-testid": "notice", text });
  notices.append(node);
  setTimeout(() => node.remove(), Math.max(4000, text.length * 70));
}

function showLink(up) {
  away.hidden = up;
  away.textContent = up ? "" : T.away;
  if (up) notice(T.returned);
}

// ---- theme

const THEMES = { auto: "auto", light: "sun", dark: "moon" };
const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };

function setTheme(theme) {
  const name = theme in THEMES ? theme : "auto";
  document.documentElement.dataset.theme = name;
  themeButton.replaceChildren(icon(THEMES[name]));
  themeButton.setAttribute("aria-label", T.themes[name]);
  themeButton.title = T.themes[name];
}

function nextTheme() {
  const names = Object.keys(THEMES);
  const next = names[(names.indexOf(document.documentElement.dataset.theme) + 1) % names.length];
  try { localStorage.setItem("theme", next); } catch { /* a browser that keeps nothing still switches */ }
  setTheme(next);
}

// ---- the address

function readHash() {
  const values = new URLSearchParams(location.hash.slice(1));
  const people = (values.get("p") ?? "").split(",").map(Number).filter((id) => store.users.has(id));
  const chats = (values.get("c") ?? "").split(",");
  const chosen = people.length ? people : byDefault();
  wanted = new Map(chosen.map((id, i) => [id, chats[i] || "bot"]));
  if (values.has("theme")) setTheme(values.get("theme"));
  active = Number(values.get("a")) || chosen[0] || null;
  return { chosen, open: values.get("drawer") === "1" };
}

const place = (column) => {
  if (column.el.dataset.view === "list") return "-";
  const chat = column.isOwn() ? "bot" : column.chat() ?? "bot";
  return column.topic() === undefined ? chat : `${chat}:${column.topic()}`;
};

function writeHash() {
  const shown = [...columns.values()].filter((column) => column.chat() !== null);
  if (shown.length < columns.size) return; // still opening
  const parts = [`p=${shown.map((column) => column.user.id).join()}`, `c=${shown.map(place).join()}`];
  if (active !== null && active !== shown[0]?.user.id) parts.push(`a=${active}`);
  if (!drawer.el.hidden) parts.push("drawer=1");
  const theme = new URLSearchParams(location.hash.slice(1)).get("theme");
  if (theme) parts.push(`theme=${theme}`);
  history.replaceState(null, "", `#${parts.join("&")}`);
}

async function follow() {
  const { chosen, open } = readHash();
  for (const id of [...columns.keys()]) if (!chosen.includes(id)) hidePerson(id);
  const old = chosen.filter((id) => columns.has(id));
  for (const id of old) openAs(columns.get(id), wanted.get(id));
  await Promise.all(chosen.map((id) => showPerson(id, wanted.get(id))));
  drawPeople();
  if (open) showDrawer(true);
}

// ---- start

async function start() {
  setTheme(stored() ?? "auto");
  build();
  const world = await waitForWorld();
  listen(world.seq);
  showBots();
  await follow();
  loadDirector();
  document.documentElement.dataset.ready = "true";
}

async function waitForWorld() {
  for (;;) {
    try {
      const world = await loadWorld();
      away.hidden = true;
      return world;
    } catch {
      away.hidden = false;
      away.textContent = T.away;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

on("world", () => { drawPeople(); showBots(); });
on("link", showLink);
on("call", () => { if (!store.bots.length) refreshWorld(); });
on("refresh", (user) => { loadWorld().catch(() => {}); loadList(user).catch(() => {}); });
on("reset", () => {
  for (const id of [...columns.keys()]) if (!store.users.has(id)) hidePerson(id);
  drawPeople();
});
addEventListener("hashchange", follow);
document.addEventListener("visibilitychange", () => { if (!document.hidden) for (const column of columns.values()) column.log.seen(); });
setInterval(() => { if (!document.hidden && away.hidden) loadWorld().catch(() => {}); }, WORLD_EVERY);
start();
