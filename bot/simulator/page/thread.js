// The messages of one chat, in the order of their ids, as far as they were read.

import { api } from "./api.js";

const PAGE = 120;

export class Thread {
  constructor(chat, bot) {
    this.chat = chat;
    this.bot = bot;
    this.messages = [];
    this.complete = false; // nothing older is on the server
    this.ready = null;
    this.busy = null;
    this.watchers = new Set();
  }

  watch(fn) {
    this.watchers.add(fn);
    return () => this.watchers.delete(fn);
  }

  changed(what) {
    for (const fn of [...this.watchers]) fn(what);
  }

  /** The newest page, read once. */
  load() {
    this.ready ??= this.fetch({ limit: PAGE }).then((page) => {
      this.complete = page.length < PAGE;
      this.changed({ kind: "load" });
    }).catch((error) => {
      this.ready = null;
      throw error;
    });
    return this.ready;
  }

  /** One more page above; at once where there is none. */
  older() {
    if (this.complete || !this.messages.length) return Promise.resolve();
    this.busy ??= this.fetch({ before: this.messages[0].message_id, limit: PAGE })
      .then((page) => {
        this.complete = page.length === 0;
        this.changed({ kind: "older" });
      })
      .finally(() => { this.busy = null; });
    return this.busy;
  }

  async fetch(values) {
    const page = await api.messages(this.chat, { ...values, bot: this.bot });
    const known = new Set(this.messages.map((message) => message.message_id));
    const fresh = page.filter((message) => !known.has(message.message_id));
    this.messages = [...this.messages, ...fresh].sort((a, b) => a.message_id - b.message_id);
    return fresh;
  }

  index(id) {
    let low = 0;
    let high = this.messages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.messages[middle].message_id < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  find(id) {
    const found = this.messages[this.index(id)];
    return found?.message_id === id ? found : undefined;
  }

  upsert(message) {
    if (!message) return;
    const at = this.index(message.message_id);
    const known = this.messages[at]?.message_id === message.message_id;
    if (known) this.messages[at] = message;
    else this.messages.splice(at, 0, message);
    this.changed({ kind: known ? "edit" : "new", message });
  }

  patch(id, values) {
    const message = this.find(id);
    if (message) this.upsert({ ...message, ...values });
  }

  remove(ids) {
    for (const id of ids) {
      const message = this.find(id);
      if (message) this.messages[this.index(id)] = { ...message, deleted: true };
    }
    this.changed({ kind: "delete" });
  }
}
