// Text with Bot API entities as elements; also dates, sizes and the one-line summary of a message.

import { h } from "./dom.js";
import { virtualNow } from "./store.js";
import { T } from "./strings.js";

const ZONE = "Europe/Rome";
const hour = new Intl.DateTimeFormat("it-IT", { hour: "2-digit", minute: "2-digit", timeZone: ZONE });
const dayKey = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE });
const dayName = new Intl.DateTimeFormat("it-IT", { day: "numeric", month: "long", timeZone: ZONE });
const dayFull = new Intl.DateTimeFormat("it-IT", { day: "numeric", month: "long", year: "numeric", timeZone: ZONE });
const moment = new Intl.DateTimeFormat("it-IT", { dateStyle: "full", timeStyle: "short", timeZone: ZONE });
const shortDay = new Intl.DateTimeFormat("it-IT", { day: "2-digit", month: "2-digit", timeZone: ZONE });

export const timeOf = (unix) => hour.format(unix * 1000);
export const momentOf = (unix) => moment.format(unix * 1000);

// Formatting is slow and zones shift by whole quarters of an hour: one look-up a quarter.
const days = new Map();

/** The day in Milan as YYYY-MM-DD. */
export function dayOf(unix) {
  const quarter = Math.floor(unix / 900);
  if (!days.has(quarter)) days.set(quarter, dayKey.format(quarter * 900_000));
  return days.get(quarter);
}

/** "Oggi", "Ieri", "22 novembre", with the year where it is another. */
export function dayLabel(unix) {
  const day = dayOf(unix);
  const now = virtualNow();
  if (day === dayKey.format(now)) return T.today;
  if (day === dayKey.format(now - 86_400_000)) return T.yesterday;
  return (day.slice(0, 4) === dayKey.format(now).slice(0, 4) ? dayName : dayFull).format(unix * 1000);
}

/** The time for today's messages, else the day: for chat lists. */
export const shortWhen = (unix) => (dayOf(unix) === dayKey.format(virtualNow()) ? timeOf(unix) : shortDay.format(unix * 1000));

export function sizeOf(bytes) {
  if (!bytes) return "";
  const power = Math.min(3, Math.floor(Math.log(bytes) / Math.log(1024)));
  const shown = (bytes / 1024 ** power).toLocaleString("it-IT", { maximumFractionDigits: power ? 1 : 0 });
  return `${shown} ${T.sizes[power]}`;
}

/**
 * `text` as nodes, by its entities (offsets in UTF-16 units, as in JavaScript's strings).
 * `acts`: {link(url), command(text), mention(text), hashtag(text)}, called on a press.
 */
export function rich(text, entities, acts) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const root = document.createDocumentFragment();
  walk(root, { text, acts }, 0, text.length, sorted);
  return root;
}

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

function walk(parent, context, from, to, entities) {
  let at = from;
  for (let i = 0; i < entities.length;) {
    const entity = entities[i++];
    if (entity.offset < at) continue;
    const end = Math.min(entity.offset + entity.length, to);
    const inner = [];
    while (i < entities.length && entities[i].offset < end) inner.push(entities[i++]);
    const block = BLOCKS.has(entity.type);
    parent.append(before(context.text.slice(at, entity.offset), block));
    const piece = context.text.slice(entity.offset, end);
    const { outer, inside } = element(entity, piece, context.acts);
    walk(inside, context, entity.offset, end, inner);
    parent.append(outer);
    at = end;
    // A block breaks the line by itself: the line feed after it is not shown twice.
    if (block && context.text[at] === "\n") at += 1;
  }
  parent.append(context.text.slice(at, to));
}

const before = (text, block) => (block && text.endsWith("\n") ? text.slice(0, -1) : text);

const plain = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

function element(entity, piece, acts) {
  if (plain[entity.type]) return same(h(plain[entity.type]));
  switch (entity.type) {
    case "pre": return pre(entity);
    case "spoiler": return same(spoiler());
    case "blockquote": return same(h("blockquote"));
    case "expandable_blockquote": return expandable();
    case "url": return same(press("link", () => acts.link(piece), null, "ltr"));
    case "text_link": return same(press("link", () => acts.link(entity.url), entity.url));
    case "email": return same(h("a", { class: "link", dir: "ltr", href: `mailto:${piece}` }));
    case "phone_number": return same(h("a", { class: "link", dir: "ltr", href: telephone(piece) }));
    case "bot_command": return same(press("command", () => acts.command(piece), null, "ltr"));
    case "mention": return same(press("mention", () => acts.mention(piece)));
    case "hashtag": case "cashtag": return same(press("hashtag", () => acts.hashtag(piece)));
    case "date_time": return same(h("time"));
    case "text_mention": return same(h("span", { class: "mention" }));
    default: return same(h("span"));
  }
}

const same = (node) => ({ outer: node, inside: node });
export const telephone = (text) => `tel:${text.replace(/[^\d+*#]/g, "")}`;

// A span, not a <button>: a long link must wrap like text.
function press(kind, act, title, dir) {
  const fire = (event) => { event.stopPropagation(); act(); };
  return h("span", { class: `link ${kind}`, role: kind === "link" ? "link" : "button", tabindex: 0, title, dir,
    "data-testid": `entity-${kind}`,
    on: { click: fire, keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); fire(event); } } } });
}

function pre(entity) {
  const inside = h("code", { class: entity.language ? `lang-${entity.language}` : null });
  return { outer: h("pre", { tabindex: 0, dir: "ltr" }, entity.language && h("span", { class: "pre-lang", text: entity.language }), inside), inside };
}

function spoiler() {
  const inside = h("span", { class: "spoiler", role: "button", tabindex: 0, "aria-label": T.spoiler, "data-testid": "spoiler" });
  const show = (event) => {
    if (inside.classList.contains("shown")) return;
    event.stopPropagation();
    event.preventDefault();
    inside.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) inside.removeAttribute(name);
  };
  inside.addEventListener("click", show, true);
  inside.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") show(event); }, true);
  return inside;
}

function expandable() {
  const inside = h("div", { class: "quote-text" });
  const toggle = h("button", { type: "button", class: "quote-more", "aria-expanded": "false", text: T.expand, "data-testid": "expand-quote" });
  const outer = h("blockquote", { class: "expandable" }, inside, toggle);
  toggle.addEventListener("click", () => {
    const open = outer.classList.toggle("open");
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = open ? T.collapse : T.expand;
  });
  return { outer, inside };
}

/** Who wrote it, as a name. */
export function authorOf(message) {
  const who = message.sender_chat ?? message.from;
  return who ? who.title ?? [who.first_name, who.last_name].filter(Boolean).join(" ") : "";
}

/** One line on a message, for chat lists, quotes and the pinned bar. */
export function summary(message) {
  if (!message) return "";
  const said = message.text ?? message.caption;
  const kind = Object.keys(T.lastKind).find((name) => message[name]);
  const service = systemText(message);
  if (service) return service;
  const name = message.venue?.title ?? message.document?.file_name ?? (message.contact && message.contact.first_name);
  const label = kind && (kind === "location" && message.venue ? T.lastKind.venue : T.lastKind[kind]);
  return [label, said ?? name].filter(Boolean).join(": ").replace(/\s+/gu, " ").slice(0, 160);
}

/** What a service message says; empty for the others. */
export function systemText(message) {
  const name = authorOf(message);
  const S = T.system;
  const people = (list) => list.map((who) => who.first_name).join(", ");
  if (message.new_chat_members) return S.joined(people(message.new_chat_members));
  if (message.left_chat_member) return S.left(message.left_chat_member.first_name);
  if (message.pinned_message) return S.pinned(name);
  if (message.forum_topic_created) return S.topic(message.forum_topic_created.name);
  if (message.forum_topic_edited) return S.topicEdited(message.forum_topic_edited.name ?? "");
  if (message.forum_topic_closed) return S.topicClosed;
  if (message.forum_topic_reopened) return S.topicReopened;
  if (message.new_chat_title) return S.title(message.new_chat_title);
  if (message.new_chat_photo) return S.photo;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return S.migrated;
  if (message.group_chat_created || message.supergroup_chat_created || message.channel_chat_created) return S.created;
  return "";
}
