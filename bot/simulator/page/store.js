// What the page knows: people, chats, bots, chat lists and threads; told to whoever listens.

import { api, follow } from "./api.js";
import { soon } from "./dom.js";
import { Thread } from "./thread.js";

const listeners = new Map();

/** Hear of `topic`; answers the function that stops it. Topics: world, list:USER, call, toast, typing, keyboard,
 *  request, link, reset, commands. */
export function on(topic, fn) {
  if (!listeners.has(topic)) listeners.set(topic, new Set());
  listeners.get(topic).add(fn);
  return () => listeners.get(topic).delete(fn);
}

export function emit(topic, value) {
  for (const fn of [...(listeners.get(topic) ?? [])]) fn(value);
}

export const store = {
  users: new Map(),
  chats: new Map(),
  bots: [],
  bot: null, // the bot whose private chats are shown
  lists: new Map(), // user id -> rows of the chat list
  threads: new Map(),
  requested: new Set(), // "user:chat" of join requests still open
  pins: new Map(), // chat -> ids, as heard; private chats have them nowhere else
  skew: 0, // virtual clock minus ours, in ms
};

export const isPrivate = (chat) => store.users.has(Number(chat));
export const botName = () => store.bot?.name ?? store.bot?.first_name ?? "Bot";

/** Unix seconds or ISO text to milliseconds. */
const toMs = (now) => (typeof now === "number" ? now * 1000 : Date.parse(now));
export const virtualNow = () => Date.now() + store.skew;

/** The members of a chat as user ids; a server that only counts gives none. */
export const members = (chat) => (Array.isArray(chat?.members) ? chat.members.map((m) => m.id ?? m) : []);
const ids = (list) => (Array.isArray(list) ? list.map((one) => one.user?.id ?? one.user ?? one.id ?? one) : []);
export const isAdmin = (chat, user) => ids(chat?.admins).includes(user);
export const isMember = (chat, user) => members(chat).includes(user) || isAdmin(chat, user);

/** Read people, chats and bots again. */
export async function loadWorld() {
  const world = await api.state();
  store.users = new Map(world.users.map((user) => [user.id, user]));
  store.chats = new Map(world.chats.map((chat) => [chat.id, chat]));
  store.bots = world.bots ?? [];
  store.bot = store.bots.find((bot) => bot.id === store.bot?.id) ?? store.bots[0] ?? null;
  const now = toMs(world.now);
  if (Number.isFinite(now)) store.skew = now - Date.now();
  emit("world", world);
  return world;
}

export async function loadList(user) {
  const rows = await api.chats(user, store.bot?.id);
  store.lists.set(user, rows);
  emit(`list:${user}`, rows);
  return rows;
}

const threadKey = (chat, bot) => (Number(chat) > 0 ? `${chat}@${bot ?? ""}` : String(chat));

/** The messages of a chat, shared by everyone who looks at it. */
export function threadOf(chat, bot = store.bot?.id) {
  const key = threadKey(chat, bot);
  if (!store.threads.has(key)) store.threads.set(key, new Thread(Number(chat), Number(chat) > 0 ? bot : undefined));
  return store.threads.get(key);
}

// Lists are read again soon after something happened, and at most a few times a second under load.
const stale = new Set();
let reading = false;
const readStale = soon(async () => {
  if (reading) return readStale();
  reading = true;
  const due = [...stale];
  stale.clear();
  await Promise.allSettled(due.map(loadList));
  reading = false;
  if (stale.size) readStale();
}, 90);

function touch(chat) {
  const concerned = Number(chat) > 0 ? [Number(chat)] : [...store.lists.keys()];
  for (const user of concerned) if (store.lists.has(user)) stale.add(user);
  readStale();
}

export const refreshWorld = soon(() => loadWorld().catch(() => {}), 80);

/** The bot of a private chat's room, `pBOT:USER`. */
export function roomBot(event) {
  const found = /^p(\d+):/u.exec(event.room ?? "");
  return found ? Number(found[1]) : event.bot;
}

function thread(event) {
  const bot = roomBot(event) ?? store.bot?.id;
  return store.threads.get(threadKey(event.chat, bot));
}

// The event tells one person's reaction; the message holds everyone's.
function reactionsNow(before, { by, reaction }) {
  const given = new Set((reaction ?? []).map((one) => one.emoji));
  const left = (before ?? []).map(({ emoji, users }) => ({ emoji, users: (users ?? []).filter((user) => user !== by) }));
  for (const emoji of given) {
    const known = left.find((one) => one.emoji === emoji);
    if (known) known.users.push(by);
    else left.push({ emoji, users: [by] });
  }
  return left.filter((one) => one.users.length);
}

const takers = {
  message(event) {
    thread(event)?.upsert(event.message);
    touch(event.chat);
    emit("message", event);
  },
  edit(event) {
    const edited = thread(event);
    const { reactions } = edited?.find(event.message?.message_id) ?? {};
    edited?.upsert({ reactions, ...event.message });
    touch(event.chat);
  },
  delete(event) {
    thread(event)?.remove(event.message_ids ?? [event.message_id]);
    touch(event.chat);
  },
  reaction(event) {
    const reacted = thread(event);
    const message = reacted?.find(event.message_id);
    if (message) reacted.patch(event.message_id, { reactions: event.reactions ?? reactionsNow(message.reactions, event) });
  },
  pin(event) {
    store.pins.set(event.chat, event.pinned ?? []);
    refreshWorld();
    emit("pin", event);
  },
  state() {
    refreshWorld();
  },
  chat(event) {
    refreshWorld();
    touch(event.chat ?? 0);
  },
  user() {
    refreshWorld();
  },
  request(event) {
    const key = `${event.user}:${event.chat}`;
    if (["requested", "pending"].includes(event.status)) store.requested.add(key);
    else store.requested.delete(key);
    refreshWorld();
    touch(event.user);
    touch(event.chat);
    emit("request", event);
  },
  reset() {
    rereadAll();
  },
};

function take(event) {
  takers[event.type]?.(event);
  if (["call", "toast", "typing", "keyboard", "commands"].includes(event.type)) emit(event.type, event);
}

/** Forget the threads and read everything again: the server was reset or started anew. */
async function rereadAll() {
  store.threads.clear();
  store.requested.clear();
  store.pins.clear();
  store.lists.clear();
  const world = await loadWorld();
  stream?.rewind(world.seq ?? 0);
  emit("reset", world);
}

let stream = null;
let up = true;

async function onLink(now) {
  if (now === up) return;
  up = now;
  emit("link", up);
  if (!up) return;
  const world = await loadWorld().catch(() => null);
  if (world && world.seq < stream.last()) await rereadAll();
}

/** Start hearing of everything after `seq`. */
export function listen(seq) {
  stream = follow(seq ?? 0, { onEvent: take, onLink });
}
