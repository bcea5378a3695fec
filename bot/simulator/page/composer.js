// Where a person writes: text, reply and edit, files, places, contacts, commands, reply keyboards, inline search.

import { api } from "./api.js";
import { menu, pickContact, pickPlace, previewFiles } from "./dialogs.js";
import { h, icon, iconButton, settled } from "./dom.js";
import { store } from "./store.js";
import { authorOf, summary } from "./text.js";
import { T } from "./strings.js";

export class Composer {
  /** `column` gives user, chat(), topic(), say(what), toast(text), thread(). */
  constructor(column) {
    this.column = column;
    this.commands = [];
    this.markup = null;
    this.context = null; // {kind: "reply" | "edit", message}
    this.drafts = new Map();
    this.build();
  }

  build() {
    const { user } = this.column;
    this.input = h("textarea", { rows: 1, dir: "auto", placeholder: T.placeholder, maxlength: 8192, "data-testid": "composer", "aria-autocomplete": "list",
      on: { input: () => this.typed(), keydown: (event) => this.key(event), paste: (event) => this.files(event, event.clipboardData) } });
    this.commandButton = iconButton("menu", T.commands, () => this.toggleCommands(), { "data-testid": "commands-button", "aria-expanded": "false" });
    this.keysButton = iconButton("keys", T.keyboard, () => this.toggleKeys(), { "data-testid": "keyboard-toggle", "aria-expanded": "false" });
    this.attachButton = iconButton("attach", T.attach, () => this.attach(), { "data-testid": "attach", "aria-haspopup": "menu" });
    this.sendButton = iconButton("send", T.sendTo(user.name), () => this.send(), { class: "send", "data-testid": "send" });
    this.bar = h("div", { class: "context-bar", hidden: true, "data-testid": "context-bar" });
    this.list = h("div", { class: "suggestions", role: "listbox", hidden: true, id: `suggest-${user.id}`, "data-testid": "command-menu" });
    this.keys = h("div", { class: "reply-keyboard", role: "group", "aria-label": T.keyboardOf, hidden: true, "data-testid": "reply-keyboard" });
    this.input.setAttribute("aria-controls", this.list.id);
    this.photoInput = this.fileInput("photo-input", "image/*", true);
    this.documentInput = this.fileInput("file-input", null, false);
    this.row = h("div", { class: "composer-row" }, this.commandButton, this.attachButton, this.input, this.keysButton, this.sendButton);
    this.el = h("div", { class: "composer", on: { dragover: (event) => event.preventDefault(), drop: (event) => this.files(event, event.dataTransfer) } },
      this.list, this.bar, this.row, this.keys, this.photoInput, this.documentInput);
    this.search = settled(() => this.inline(), 250);
  }

  fileInput(id, accept, asPhoto) {
    return h("input", { type: "file", multiple: true, hidden: true, accept, "data-testid": id, tabindex: -1, "aria-hidden": "true",
      on: { change: (event) => { this.upload([...event.target.files], asPhoto); event.target.value = ""; } } });
  }

  /** A chat was opened: its draft, commands and keyboard. */
  open(key, title) {
    if (this.key_ !== undefined) this.drafts.set(this.key_, this.input.value);
    this.key_ = key;
    this.input.value = this.drafts.get(key) ?? "";
    this.input.setAttribute("aria-label", T.composer(title));
    this.setContext(null);
    this.setMarkup(null);
    this.setCommands([]);
    this.fit();
  }

  setCommands(commands) {
    this.commands = commands;
    this.commandButton.hidden = !commands.length;
    this.suggest([]);
  }

  focus() {
    this.input.focus();
  }

  // ---- text

  typed() {
    this.fit();
    const text = this.input.value;
    const bot = store.bot?.username?.toLowerCase();
    if (bot && text.toLowerCase().startsWith(`@${bot} `)) return this.search();
    const word = /^\/([\p{L}\d_]*)$/u.exec(text);
    if (word) this.suggestCommands(word[1].toLowerCase());
    else this.suggest([]);
  }

  fit() {
    this.input.style.removeProperty("height");
    const lines = this.input.scrollHeight;
    if (lines > 44) this.input.style.height = `${Math.min(lines + 3, 160)}px`;
    this.sendButton.classList.toggle("ready", this.input.value.trim() !== "");
  }

  key(event) {
    if (this.moveInList(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.context) {
      event.stopPropagation();
      this.setContext(null, true);
    } else if (event.key === "ArrowUp" && !this.input.value) this.editLast(event);
  }

  editLast(event) {
    const own = this.column.thread()?.messages.findLast((message) => message.from?.id === this.column.user.id && message.text && !message.deleted);
    if (!own) return;
    event.preventDefault();
    this.edit(own);
  }

  async send() {
    const text = this.input.value.trim();
    if (!text) return this.focus();
    const context = this.context;
    this.put("");
    this.setContext(null);
    const sent = await this.column.say({ text, ...contextFields(context) });
    if (sent) return this.used();
    this.put(text);
    if (context) this.setContext(context);
  }

  /** Put `text` into the field, as a suggestion or an inline button does. */
  put(text) {
    this.input.value = text;
    this.fit();
    this.suggest([]);
  }

  // ---- reply and edit

  reply(message) {
    this.setContext({ kind: "reply", message });
    this.focus();
  }

  edit(message) {
    this.setContext({ kind: "edit", message });
    this.put(message.text ?? message.caption ?? "");
    this.focus();
  }

  setContext(context, clear = false) {
    if (clear && this.context?.kind === "edit") this.put("");
    this.context = context;
    this.bar.hidden = !context;
    if (!context) return this.bar.replaceChildren();
    const { kind, message } = context;
    this.bar.replaceChildren(icon(kind === "edit" ? "edit" : "reply", 20),
      h("span", { class: "context-text" }, h("strong", { dir: "auto", text: kind === "edit" ? T.editing : T.replyTo(authorOf(message)) }), h("span", { dir: "auto", text: summary(message) })),
      iconButton("close", T.stopReply, () => { this.setContext(null, true); this.focus(); }));
  }

  // ---- attachments

  attach() {
    menu(this.attachButton, [
      { label: T.attachPhoto, icon: "photo", act: () => this.photoInput.click(), id: "attach-photo" },
      { label: T.attachFile, icon: "file", act: () => this.documentInput.click(), id: "attach-file" },
      { label: T.attachPlace, icon: "place", act: () => this.place(), id: "attach-place" },
      { label: T.attachContact, icon: "person", act: () => this.contact(), id: "attach-contact" },
    ], { label: T.attach });
  }

  async place() {
    const location = await pickPlace();
    if (location) await this.column.say({ location, ...contextFields(this.taken()) });
    return Boolean(location);
  }

  async contact(own = false) {
    const contact = await pickContact(own ? this.column.user.name : "");
    if (contact) await this.column.say({ contact: own ? { ...contact, user_id: this.column.user.id } : contact, ...contextFields(this.taken()) });
    return Boolean(contact);
  }

  taken() {
    const context = this.context?.kind === "reply" ? this.context : null;
    this.setContext(null, true);
    return context;
  }

  files(event, data) {
    const files = [...(data?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.upload(files, files.every((file) => file.type.startsWith("image/")));
  }

  async upload(files, asPhoto) {
    if (!files.length) return;
    const chosen = await previewFiles(files, asPhoto);
    if (!chosen) return;
    const context = this.taken();
    for (const [i, file] of chosen.files.entries()) {
      const caption = i === 0 && chosen.caption ? { caption: chosen.caption } : {};
      await this.column.say({ [asPhoto ? "photo" : "document"]: file, ...caption, ...(i === 0 ? contextFields(context) : {}) });
    }
  }

  // ---- suggestions: commands and inline results

  toggleCommands() {
    if (this.list.hidden) {
      this.suggestCommands("");
      this.focus();
    } else this.suggest([]);
  }

  suggestCommands(start) {
    this.suggest(this.commands.filter((one) => one.command.startsWith(start)).map((one) => ({
      name: `/${one.command}`, hint: one.description, id: `command-${one.command}`, act: () => { this.put(`/${one.command}`); this.send(); } })), T.commandsOf);
  }

  suggest(items, label = T.commandsOf) {
    this.items = items;
    this.chosen = 0;
    this.list.hidden = !items.length;
    this.list.setAttribute("aria-label", label);
    this.commandButton.setAttribute("aria-expanded", String(!this.list.hidden));
    this.list.replaceChildren(...items.map((item, i) => h("div", { class: "suggestion", role: "option", id: `${this.list.id}-${i}`, "data-testid": item.id,
      on: { mousedown: (event) => event.preventDefault(), click: () => item.act() } }, h("strong", { dir: "auto", text: item.name }), item.hint && h("span", { dir: "auto", text: item.hint }))));
    this.markChosen();
  }

  markChosen() {
    [...this.list.children].forEach((node, i) => node.setAttribute("aria-selected", String(i === this.chosen)));
    const current = this.list.children[this.chosen];
    current?.scrollIntoView({ block: "nearest" });
    if (current) this.input.setAttribute("aria-activedescendant", current.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  moveInList(event) {
    if (this.list.hidden) return false;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) this.chosen = (this.chosen + move + this.items.length) % this.items.length;
    else if (event.key === "Tab" && !event.shiftKey) this.complete();
    else if (event.key === "Enter") this.items[this.chosen].act();
    else if (event.key === "Escape") this.suggest([]);
    else return false;
    event.preventDefault();
    this.markChosen();
    return true;
  }

  complete() {
    const { name } = this.items[this.chosen];
    if (name.startsWith("/")) this.put(`${name} `);
  }

  async inline() {
    const asked = this.input.value;
    const query = asked.slice((store.bot?.username?.length ?? 0) + 2);
    const answer = await this.column.ask("inline", query, () => api.inline(this.column.user.id, { query, chat: this.column.chat() }));
    if (!answer || this.input.value !== asked) return;
    const results = Array.isArray(answer) ? answer : answer.results ?? [];
    const items = results.map((one) => ({ name: one.title ?? one.id, hint: one.description, id: `inline-${one.id}`, act: () => this.choose(answer.query_id, one) }));
    this.suggest(items.length ? items : [{ name: T.inlineNone, act: () => this.suggest([]) }], T.inlineResults);
  }

  async choose(queryId, result) {
    this.put("");
    await this.column.choose({ query_id: queryId, result_id: result.id, chat: this.column.chat() });
  }

  // ---- reply keyboards

  /** Show the keyboard the bot asked for; `message` is what a ForceReply answers to. */
  setMarkup(markup, message) {
    this.markup = markup?.keyboard?.length ? markup : null;
    this.keysButton.hidden = !this.markup;
    this.input.placeholder = markup?.input_field_placeholder || T.placeholder;
    this.keys.replaceChildren(...(this.markup?.keyboard ?? []).map((row) => h("div", { class: "reply-row" }, row.map((button) => this.replyButton(button)))));
    this.keys.classList.toggle("compact", Boolean(markup?.resize_keyboard));
    this.showKeys(Boolean(this.markup));
    if (markup?.force_reply && message) this.reply(message);
  }

  replyButton(button) {
    const { text, ...asks } = typeof button === "string" ? { text: button } : button;
    const mark = asks.request_location ? "place" : asks.request_contact ? "person" : null;
    return h("button", { type: "button", class: ["reply-button", asks.style].filter(Boolean).join(" "), "data-testid": "reply-button", on: { click: () => this.tapped(text, asks) } },
      mark && icon(mark, 17), h("span", { dir: "auto", text }));
  }

  async tapped(text, asks) {
    if (asks.request_location) return (await this.place()) && this.used();
    if (asks.request_contact) return (await this.contact(true)) && this.used();
    if (await this.column.say({ text, ...contextFields(this.taken()) })) this.used();
  }

  /** After an answer a one-time keyboard folds away; its button brings it back, as in Telegram. */
  used() {
    if (this.markup?.one_time_keyboard) this.showKeys(false);
  }

  toggleKeys() {
    this.showKeys(this.keys.hidden);
  }

  showKeys(shown) {
    this.keys.hidden = !shown;
    this.keysButton.setAttribute("aria-expanded", String(shown));
  }
}

function contextFields(context) {
  if (!context) return {};
  const id = context.message.message_id;
  return context.kind === "edit" ? { edit: id } : { reply_to: id };
}
