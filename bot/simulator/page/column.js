// One person's side of the world: their conversations, the open one, what they do in it.

import { api } from "./api.js";
import { ChatList, chatId, kindOf, titleOf, topicFilter, topicList, topicName } from "./chatlist.js";
import { ChatLog } from "./chatlog.js";
import { Composer } from "./composer.js";
import { menu } from "./dialogs.js";
import { avatar, framed, h, icon, iconButton, settled } from "./dom.js";
import { Person, many } from "./person.js";
import { emit, isAdmin, isMember, loadList, members, on, store, threadOf } from "./store.js";
import { summary } from "./text.js";
import { T } from "./strings.js";

const EMOJI = ["👍", "❤️", "🙏", "😁", "😢", "👎"];

export class Column extends Person {
  /** `host`: changed() after what is open changed, hide(user). */
  constructor(user, host) {
    super(user);
    this.host = host;
    this.open_ = null; // {chat, topic}
    this.stops = [];
    this.build();
    this.listen();
  }

  build() {
    const { user } = this;
    this.list = new ChatList(user, { pick: (chat) => this.open(chat, undefined, true), join: () => this.joinDialog() });
    this.log = new ChatLog(this.acts(), settled((id) => this.read(id), 150));
    this.composer = new Composer(this);
    this.paneHead = h("header", { class: "pane-head" });
    this.pin = h("div", { class: "pin-slot" });
    this.typing = h("div", { class: "typing", hidden: true, "data-testid": "typing" }, h("i"), h("i"), h("i"), h("span"));
    this.topics = h("div", { class: "topics-frame", hidden: true });
    this.foot = h("div", { class: "pane-foot" });
    this.toasts = h("div", { class: "toasts", "aria-live": "assertive", "data-testid": "toasts" });
    this.pane = h("div", { class: "pane" }, this.paneHead, this.pin, this.topics, this.log.el, this.typing, this.foot, this.toasts);
    this.el = h("section", { class: "column", "aria-label": T.column(user.name, T.rolesShort[user.role] ?? ""), "data-testid": `column-${user.id}`, "data-view": "chat" },
      this.header(), h("div", { class: "column-body" }, this.list.el, this.pane));
    this.drawList = framed(() => this.showList());
    this.drawTopics = framed(() => this.showTopics());
  }

  header() {
    const { user } = this;
    const more = iconButton("more", T.column(user.name, T.rolesShort[user.role] ?? ""), () => this.personMenu(more), { class: "quiet", "data-testid": "person-menu", "aria-haspopup": "menu" });
    return h("header", { class: `column-head role-${user.role}` }, avatar(user.name, user.id),
      h("span", { class: "column-name" }, h("strong", { dir: "auto", text: user.name }),
        h("span", { text: [T.rolesShort[user.role] ?? user.role, T.langs[user.lang] ?? user.lang].join(" · ") })), more);
  }

  listen() {
    const { id } = this.user;
    this.stops.push(
      on(`list:${id}`, this.drawList),
      on("world", () => { this.user = store.users.get(id) ?? this.user; this.showPane(); this.drawList(); }),
      on("reset", () => this.restart()),
      on("pin", ({ chat }) => { if (chat === this.chat()) this.showPin(); }),
      on("toast", (event) => this.answered(event)),
      on("typing", (event) => this.showTyping(event)),
      on("message", (event) => this.heard(event)),
      on("request", (event) => this.decided(event)),
      on("commands", () => this.loadCommands()),
    );
  }

  destroy() {
    this.stops.forEach((stop) => stop());
    this.log.leave();
    this.el.remove();
  }

  // ---- what is open

  chat() { return this.open_?.chat ?? null; }
  topic() { return this.open_?.topic; }
  record() { return store.chats.get(this.chat()); }
  thread() { return this.chat() === null ? null : threadOf(this.chat()); }
  isOwn() { return this.chat() === this.user.id; }
  isForum() { return Boolean(this.record()?.is_forum); }
  row() { return (store.lists.get(this.user.id) ?? []).find((row) => chatId(row) === this.chat()); }
  title() { return titleOf(this.chat(), this.row()); }

  belongs() {
    return this.isOwn() || isMember(this.record(), this.user.id) || (!Array.isArray(this.record()?.members) && Boolean(this.row()));
  }

  /** Open `chat` ("bot" is the private one); in a forum `topic` undefined shows its topics. */
  open(chat, topic, byHand = false) {
    const id = chat === "bot" ? this.user.id : Number(chat);
    this.open_ = { chat: id, topic };
    this.el.dataset.view = "chat";
    this.typing.hidden = true;
    this.shape = "";
    this.composer.open(`${id}:${topic ?? ""}`, this.title());
    this.showPane();
    this.drawList();
    this.loadCommands();
    this.loadKeyboard();
    if (byHand) this.focusPane();
    this.host.changed();
  }

  focusPane() {
    if (matchMedia("(pointer: coarse)").matches) return;
    if (this.composer.el.isConnected) this.composer.focus();
    else this.log.scroller.focus({ preventScroll: true });
  }

  close() {
    if (this.isForum() && this.topic() !== undefined) return this.open(this.chat());
    this.el.dataset.view = "list";
    this.list.rows.querySelector("[aria-current]")?.focus();
    this.host.changed();
  }

  restart() {
    this.user = store.users.get(this.user.id) ?? this.user;
    loadList(this.user.id).catch(() => {});
    if (this.open_) this.open(this.open_.chat, this.open_.topic);
  }

  // ---- drawing

  showList() {
    const others = this.list.draw(store.lists.get(this.user.id) ?? [], this.chat());
    this.el.dataset.unread = others || "";
    const badge = this.paneHead.querySelector(".back-count");
    if (badge) { badge.textContent = others || ""; badge.hidden = !others; }
    if (!this.row() !== this.lackedRow) this.showPane();
  }

  /** Redraw the pane where its kind changed; its heading always. */
  showPane() {
    if (this.chat() === null) return;
    this.lackedRow = !this.row();
    this.showHead();
    this.showPin();
    const blocked = (this.user.blocked_bots ?? []).includes(store.bot?.id);
    const shape = JSON.stringify([this.chat(), this.topic(), this.belongs(), this.waitsToJoin(), this.isOwn() && blocked, isAdmin(this.record(), this.user.id), this.isForum(), store.bot?.id]);
    if (shape === this.shape) return this.isForum() && this.drawTopics();
    this.shape = shape;
    this.showBody();
    this.showFoot(blocked);
  }

  showHead() {
    const id = this.chat();
    const inTopic = this.isForum() && this.topic() !== undefined;
    const title = inTopic ? topicName(this.record(), this.topic()) : this.title();
    const key = JSON.stringify([id, title, inTopic, this.subtitle(inTopic), this.row()?.type]);
    if (key === this.headKey) return;
    this.headKey = key;
    const back = h("button", { type: "button", class: `icon-button quiet back ${inTopic ? "always" : ""}`, "aria-label": inTopic ? T.backTopics : T.back, "data-testid": "back", on: { click: () => this.close() } },
      icon("back"), h("span", { class: "badge back-count", hidden: true }));
    const had = this.paneHead.contains(document.activeElement);
    this.paneHead.replaceChildren(back, avatar(title, id, kindOf(id, this.row()?.type), "medium"),
      h("span", { class: "pane-title" }, h("h2", { dir: "auto", text: title }), h("span", { class: "pane-sub", "data-testid": "pane-sub", text: this.subtitle(inTopic) })),
      iconButton("more", T.actions, (event) => this.chatMenu(event.currentTarget), { class: "quiet", "data-testid": "chat-menu", "aria-haspopup": "menu" }));
    if (had) this.paneHead.querySelector("button")?.focus();
  }

  subtitle(inTopic) {
    if (this.isOwn()) return store.bot?.polling === undefined || !store.bot ? T.botQuiet : store.bot.polling ? T.botOn : T.botOff;
    const chat = this.record();
    if (inTopic) return this.title();
    const kind = chat?.type === "channel" ? T.channel : chat?.is_forum ? T.forum : T.group;
    const count = members(chat).length || (typeof chat?.members === "number" ? chat.members : 0);
    return count ? `${kind} · ${T.members(count)}` : kind;
  }

  showPin() {
    const pinned = [store.pins.get(this.chat()) ?? this.record()?.pinned ?? []].flat().at(-1);
    const id = pinned?.message_id ?? pinned;
    const message = pinned?.message_id ? pinned : this.thread()?.find(id);
    if (!id || !this.belongs() || (this.isForum() && this.topic() === undefined)) return this.pin.replaceChildren();
    this.pin.replaceChildren(h("button", { type: "button", class: "pinned", "aria-label": T.pinnedGo, "data-testid": "pinned", on: { click: () => this.log.jump(id) } },
      icon("pin", 18), h("span", {}, h("strong", { text: T.pinned }), h("span", { dir: "auto", text: message ? summary(message) : "" }))));
  }

  showBody() {
    const topics = this.isForum() && this.topic() === undefined && this.belongs();
    const hidden = !this.belongs() && !this.record()?.username;
    this.topics.hidden = !(topics || hidden);
    this.log.el.hidden = topics || hidden;
    this.stopTopics?.();
    if (hidden) return this.topics.replaceChildren(this.preview());
    if (topics) return this.startTopics();
    this.log.show(this.thread(), { filter: topicFilter(this.topic()), label: T.log(this.title(), this.user.name), empty: () => this.emptyState() })
      .then(() => this.showPin());
  }

  startTopics() {
    this.stopTopics = this.thread().watch(this.drawTopics);
    this.thread().load().then(this.drawTopics).catch(() => {});
    this.showTopics();
  }

  showTopics() {
    if (this.topics.hidden || !this.isForum() || this.topic() !== undefined) return;
    const focused = document.activeElement?.dataset?.testid;
    const inside = this.topics.contains(document.activeElement);
    this.topics.replaceChildren(topicList(this.record(), this.thread().messages, (topic) => this.open(this.chat(), topic, true)));
    if (inside) this.topics.querySelector(`[data-testid="${focused}"]`)?.focus();
  }

  preview() {
    const chat = this.record();
    return h("div", { class: "empty", "data-testid": "join-preview" }, avatar(this.title(), this.chat(), kindOf(this.chat()), "huge"), h("h3", { dir: "auto", text: this.title() }),
      h("p", { text: !chat ? T.notMember : chat.by_request === false ? T.previewPublic : T.previewPrivate }));
  }

  emptyState() {
    if (!this.isOwn()) return h("div", { class: "empty" }, avatar(this.title(), this.chat(), kindOf(this.chat()), "huge"), h("h3", { text: T.emptyChat }), h("p", { text: T.emptyChatHint }));
    if (!store.bot) return h("div", { class: "empty" }, avatar("", 0, "bot", "huge"), h("h3", { text: T.noBot }), h("p", { text: T.noBotHint(`${location.origin}/bot`) }));
    return h("div", { class: "empty" }, avatar("", 0, "bot", "huge"), h("h3", { text: T.emptyBot(this.title()) }), h("p", { dir: "auto", text: store.bot.description || T.emptyBotHint }),
      h("button", { type: "button", class: "button primary big", text: T.start, "data-testid": "start", on: { click: () => this.say({ text: "/start" }) } }));
  }

  waitsToJoin() { return store.requested.has(`${this.user.id}:${this.chat()}`); }

  showFoot(blocked) {
    const chat = this.record();
    const note = (text, button) => h("div", { class: "foot-note", "data-testid": "foot-note" }, text && h("span", { text }), button);
    if (this.isForum() && this.topic() === undefined && this.belongs()) return this.foot.replaceChildren();
    if (!this.belongs()) return this.foot.replaceChildren(this.waitsToJoin() ? note(T.waitingJoin) : note("", this.joinButton(chat)));
    if (this.isOwn() && blocked) return this.foot.replaceChildren(note(T.blockedNote, h("button", { type: "button", class: "button primary", text: T.unblock, "data-testid": "unblock", on: { click: () => this.block(false) } })));
    if (chat?.type === "channel" && !isAdmin(chat, this.user.id)) return this.foot.replaceChildren(note(T.channelOnly));
    if (!this.composer.el.isConnected) this.foot.replaceChildren(this.composer.el);
  }

  joinButton(chat) {
    const open = chat && !(chat.by_request ?? !chat.username);
    return h("button", { type: "button", class: "button primary big", text: open ? T.join : T.askJoin, "data-testid": "join", on: { click: () => this.join(chat?.join_link) } });
  }

  showTyping(event) {
    if (event.chat !== this.chat() || (event.thread && this.topic() !== event.thread)) return;
    const what = /upload/u.test(event.action) ? T.uploading : /location/u.test(event.action) ? T.finding : T.typing;
    this.typing.lastChild.textContent = what;
    this.typing.hidden = false;
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => { this.typing.hidden = true; }, 5500);
  }

  // ---- reading

  async loadCommands() {
    const chat = this.chat();
    const commands = await api.commands(this.user.id, chat, store.bot?.id).catch(() => []);
    if (chat === this.chat()) this.composer.setCommands(commands ?? []);
  }

  /** The reply keyboard that the newest message with one left here. */
  async loadKeyboard() {
    const thread = this.thread();
    await thread.load().catch(() => {});
    const keyboard = thread.messages.findLast((message) => message.keyboard)?.keyboard ?? this.row()?.keyboard;
    if (thread === this.thread() && keyboard?.keyboard) this.composer.setMarkup(keyboard);
  }

  heard({ chat, message }) {
    if (chat !== this.chat()) return;
    if (message?.from?.is_bot) this.typing.hidden = true;
    if (message?.keyboard) this.composer.setMarkup(message.keyboard, message);
  }

  read(id) {
    if (!this.row()?.unread || this.el.offsetParent === null || this.log.el.hidden) return;
    api.read(this.user.id, this.chat(), id, many()).then(() => loadList(this.user.id)).catch(() => {});
  }

  // ---- for the bubbles

  acts() {
    const column = this;
    return {
      viewer: this.user.id,
      get seesName() { return Number(column.chat()) < 0 && column.record()?.type !== "channel"; },
      link: (url) => this.link(url),
      command: (text) => this.say({ text }),
      mention: (text) => this.mention(text),
      hashtag: (text) => { this.composer.put(text); this.composer.focus(); },
      jump: (id) => this.log.jump(id),
      press: (button, message, node) => this.press(button, message, node),
      react: (message, emoji) => this.react(message, emoji),
      menu: (message, node, at) => this.messageMenu(message, node, at),
    };
  }

  // ---- menus and toasts

  messageMenu(message, node, at) {
    const own = message.from?.id === this.user.id && message.text !== undefined && !message.forward_origin;
    const said = message.text ?? message.caption;
    const items = [
      this.composer.el.isConnected && { label: T.reply, icon: "reply", act: () => this.composer.reply(message), id: "menu-reply" },
      own && { label: T.edit, icon: "edit", act: () => this.composer.edit(message), id: "menu-edit" },
      said && !message.has_protected_content && { label: T.copy, icon: "copy", act: () => this.copy(said), id: "menu-copy" },
    ].filter(Boolean);
    menu(node, items, { label: T.actions, at, emoji: { list: EMOJI, act: (emoji) => this.react(message, emoji) } });
  }

  chatMenu(anchor) {
    const blocked = (this.user.blocked_bots ?? []).includes(store.bot?.id);
    const items = this.isOwn()
      ? [{ label: blocked ? T.unblock : T.block, icon: "close", danger: !blocked, act: () => this.block(!blocked), id: "menu-block" }]
      : [this.belongs() && { label: T.leave, icon: "door", danger: true, id: "menu-leave", act: () => this.ask("leave", "", () => api.leave(this.user.id, this.chat())).then(() => emit("refresh", this.user.id)) }].filter(Boolean);
    items.push({ label: T.joinLink, icon: "link", act: () => this.joinDialog(), id: "menu-join" });
    menu(anchor, items, { label: T.actions });
  }

  personMenu(anchor) {
    menu(anchor, [
      { label: T.joinLink, icon: "link", act: () => this.joinDialog(), id: "person-join" },
      { label: T.hideColumn, icon: "close", act: () => this.host.hide(this.user.id), id: "person-hide" },
    ], { label: this.user.name });
  }

  toast(text, bad = false) {
    const node = h("div", { class: bad ? "toast bad" : "toast", dir: "auto", "data-testid": "toast", text });
    this.toasts.append(node);
    setTimeout(() => node.remove(), Math.max(3500, text.length * 70));
  }
}
