// What a person can do: say, press, follow a link, join, block. A column is a person one can see.

import { api } from "./api.js";
import { alertBox, joinByLink, openLink } from "./dialogs.js";
import { emit, isMember, store, threadOf } from "./store.js";
import { T } from "./strings.js";
import { titleOf } from "./chatlist.js";

const PATIENCE = 15_000; // ms a pressed button waits for the bot

// The contract's calls name no bot; with several the page says which.
export const many = () => (store.bots.length > 1 ? store.bot?.id : undefined);
const extraBot = (chat) => (Number(chat) > 0 && many() ? { bot: many() } : {});

/** Needs of its subclass: chat(), topic(), thread(), open(), toast(), showPane() and a `composer`. */
export class Person {
  constructor(user) {
    this.user = user;
    this.waiting = new Map(); // query id -> who waits, or "early" where the answer came first
  }

  /** Run `act` as this person's doing: the drawer groups what follows under it, a failure is told. */
  async ask(kind, what, act) {
    emit("did", { text: T.did[kind](this.user.name, what) });
    try {
      return await act();
    } catch (error) {
      this.toast(kind === "say" ? T.errorSend(error.message) : T.error(error.message), true);
      return null;
    }
  }

  async say(what) {
    const { chat } = this.open_;
    const topic = typeof this.topic() === "number" && this.topic() > 0 ? { thread: this.topic() } : {};
    const body = { chat, ...what, ...(what.edit ? {} : topic), ...extraBot(chat) };
    const label = what.text ?? what.caption ?? T.lastKind[Object.keys(T.lastKind).find((kind) => what[kind])] ?? "";
    const message = await this.ask("say", label.slice(0, 80), () => api.say(this.user.id, body));
    if (message?.message_id) threadOf(chat).upsert(message);
    return message;
  }

  async choose(what) {
    const message = await this.ask("inline", what.result_id, () => api.choose(this.user.id, what));
    if (message?.message_id) this.thread().upsert(message);
  }

  // ---- buttons

  press(button, message, node) {
    if (button.callback_data !== undefined) return this.callback(button, message, node);
    if (button.url ?? button.login_url?.url ?? button.web_app?.url) return this.link(button.url ?? button.login_url?.url ?? button.web_app.url);
    if (button.copy_text) return this.copy(button.copy_text.text);
    const query = button.switch_inline_query_current_chat ?? button.switch_inline_query ?? button.switch_inline_query_chosen_chat?.query;
    if (query === undefined) return undefined;
    this.composer.put(`@${store.bot?.username ?? "bot"} ${query}`);
    this.composer.focus();
    return this.composer.typed();
  }

  async callback(button, message, node) {
    if (node.getAttribute("aria-busy") === "true") return;
    node.setAttribute("aria-busy", "true");
    const chat = this.chat();
    const asked = await this.ask("press", button.text, () => api.press(this.user.id, { chat, message_id: message.message_id, data: button.callback_data, ...extraBot(chat) }));
    if (asked?.query_id !== undefined && !(await this.wait(asked.query_id))) this.toast(T.noAnswer, true);
    node.removeAttribute("aria-busy");
  }

  /** True once query `id` was answered; the answer itself is shown by `answered`. */
  wait(id) {
    const key = String(id);
    if (this.waiting.get(key) === "early") return this.waiting.delete(key);
    return new Promise((resolve) => {
      this.waiting.set(key, resolve);
      setTimeout(() => { if (this.waiting.delete(key)) resolve(false); }, PATIENCE);
    });
  }

  answered(event) {
    const key = String(event.query_id);
    const waiter = this.waiting.get(key);
    if (event.user !== undefined ? event.user !== this.user.id : !waiter) return;
    if (typeof waiter === "function") { this.waiting.delete(key); waiter(true); } else this.waiting.set(key, "early");
    if (event.url) this.link(event.url);
    else if (event.text && event.show_alert) alertBox(event.text, this.user.name);
    else if (event.text) this.toast(event.text);
  }

  async copy(text) {
    const done = await navigator.clipboard?.writeText(text).then(() => true).catch(() => false);
    this.toast(done ? T.copied : T.notCopied, !done);
  }

  react(message, emoji) {
    return this.ask("react", emoji, () => api.react(this.user.id, { chat: this.chat(), message_id: message.message_id, emoji }));
  }

  block(blocked) {
    return this.ask("block", "", () => api.block(this.user.id, blocked, many()));
  }

  // ---- links and joining

  /** Links into this world are followed here; any other is shown first. */
  link(url) {
    const known = [...store.chats.values()].find((chat) => chat.join_link === url || (chat.username && new RegExp(`t\\.me/${chat.username}/?$`, "iu").test(url)));
    if (known) return this.open(known.id, undefined, true);
    if (/t\.me\/(\+|joinchat\/)/iu.test(url)) return this.join(url);
    const start = /(?:t\.me\/|resolve\?domain=)([A-Za-z0-9_]+)(?:[?&]start=([A-Za-z0-9_-]*))?$/u.exec(url);
    if (start && start[1].toLowerCase() === store.bot?.username?.toLowerCase()) {
      this.open("bot", undefined, true);
      return start[2] === undefined ? undefined : this.say({ text: `/start ${start[2]}`.trim() });
    }
    return openLink(url);
  }

  mention(text) {
    const name = text.slice(1).toLowerCase();
    if (name === store.bot?.username?.toLowerCase()) return this.open("bot", undefined, true);
    const chat = [...store.chats.values()].find((one) => one.username?.toLowerCase() === name);
    return chat ? this.open(chat.id, undefined, true) : undefined;
  }

  async joinDialog() {
    const known = [...store.chats.values()].filter((chat) => chat.join_link && chat.type === "channel" && !isMember(chat, this.user.id));
    const url = await joinByLink(known);
    if (url) this.link(url);
  }

  async join(link) {
    const answer = await this.ask("join", "", () => api.join(this.user.id, link));
    if (!answer) return;
    if (answer.status === "requested") {
      const chat = answer.chat?.id ?? answer.chat ?? [...store.chats.values()].find((one) => one.join_link === link)?.id;
      if (chat) store.requested.add(`${this.user.id}:${chat}`);
      this.toast(T.requested);
    }
    emit("refresh", this.user.id);
    this.showPane();
  }

  decided({ user, chat, status }) {
    if (user !== this.user.id) return;
    const title = titleOf(chat);
    if (status === "approved") this.toast(T.approved(title));
    if (status === "declined") this.toast(T.declined(title));
    this.showPane();
  }
}
