// The open chat: a window on a thread that grows at either end as one scrolls, and sticks to the bottom only if there.

import { framed, h, icon, reconcile } from "./dom.js";
import { bubble } from "./message.js";
import { dayLabel, dayOf, systemText } from "./text.js";
import { T } from "./strings.js";

const WINDOW = 90; // rows drawn at once
const STEP = 40; // rows added when one end comes near
const NEAR = 500; // px from an end at which that happens
const BOTTOM = 60; // px from the bottom that still count as being there
const PAUSE = 300; // seconds of silence after which a new run of bubbles begins

export class ChatLog {
  /** `acts`: see message.js, with `viewer`. `onSeen(id)`: the newest message is on the screen. */
  constructor(acts, onSeen) {
    this.acts = acts;
    this.onSeen = onSeen;
    this.rows = [];
    this.drawn = new Map();
    this.fresh = new Set(); // ids that just came, to be drawn with a small rise
    this.start = 0;
    this.end = 0;
    this.stick = true;
    this.top = 0;
    this.unseen = 0;
    this.thread = null;
    this.list = h("div", { class: "log-list", role: "log", "aria-live": "polite", "aria-relevant": "additions" });
    this.scroller = h("div", { class: "log", tabindex: 0, "data-testid": "log" }, this.list);
    this.badge = h("span", { class: "badge", hidden: true, "data-testid": "down-count" });
    this.down = h("button", { type: "button", class: "down", hidden: true, "aria-label": T.down, "data-testid": "down",
      on: { click: () => this.toBottom() } }, icon("down"), this.badge);
    this.el = h("div", { class: "log-frame" }, this.scroller, this.down);
    this.frame = framed(() => this.update());
    this.scroller.addEventListener("scroll", framed(() => this.onScroll()), { passive: true });
    this.scroller.addEventListener("keydown", (event) => this.onKey(event));
    this.sizes = new ResizeObserver(() => this.stick && this.toEnd());
    this.sizes.observe(this.list);
    this.sizes.observe(this.scroller);
  }

  /** Show `thread`, only the messages that pass `filter`. `empty()` gives what stands in an empty chat. */
  show(thread, { filter = () => true, label, empty }) {
    this.leave();
    Object.assign(this, { thread, filter, empty, rows: [], start: 0, end: 0, stick: true, unseen: 0 });
    this.drawn.clear();
    this.list.setAttribute("aria-label", label);
    this.list.replaceChildren(h("p", { class: "log-note", text: T.loading }));
    this.unwatch = thread.watch((what) => this.heard(what));
    return thread.load().then(() => this.thread === thread && this.update()).catch((error) => this.note(T.error(error.message)));
  }

  leave() {
    this.unwatch?.();
    this.unwatch = null;
    this.thread = null;
  }

  note(text) {
    this.list.replaceChildren(h("p", { class: "log-note", text }));
  }

  heard(what) {
    if (what.kind === "new") this.fresh.add(what.message.message_id);
    if (what.kind === "new" && !this.stick && this.filter(what.message) && what.message.from?.id !== this.acts.viewer) this.unseen += 1;
    if (what.kind === "new" && what.message.from?.id === this.acts.viewer) this.stick = true;
    this.frame();
  }

  /** Read the rows again and draw. */
  update() {
    if (!this.thread) return;
    const before = this.rows;
    const firstKey = before[this.start]?.key;
    this.rows = grouped(this.thread.messages.filter((message) => !message.deleted && this.filter(message)), this.acts.viewer);
    if (this.stick || !before.length) this.end = this.rows.length;
    else this.keepPlace(before, firstKey);
    if (this.stick) this.start = Math.max(0, this.end - WINDOW);
    this.draw();
    if (!this.rows.length) this.older();
  }

  keepPlace(before, firstKey) {
    const size = this.end - this.start;
    const atEnd = this.end === before.length;
    const found = this.rows.findIndex((row) => row.key === firstKey);
    this.start = found < 0 ? Math.min(this.start, Math.max(0, this.rows.length - 1)) : found;
    this.end = Math.min(this.rows.length, this.start + size);
    // Rows that came while the newest were drawn are drawn too, below the fold.
    if (atEnd) this.end = Math.min(this.rows.length, this.start + WINDOW + STEP);
  }

  draw() {
    const anchor = this.stick ? null : this.anchor();
    this.list.setAttribute("aria-busy", String(!this.stick));
    reconcile(this.list, this.nodes());
    if (anchor) this.hold(anchor);
    else this.toEnd();
    this.list.setAttribute("aria-busy", "false");
    this.showDown();
    this.seen();
  }

  nodes() {
    if (!this.rows.length) return [this.thread.complete ? this.empty() : h("p", { class: "log-note", text: T.loading })];
    const kept = new Map();
    const nodes = [];
    for (const row of this.rows.slice(this.start, this.end)) {
      if (row.day || !nodes.length) nodes.push(this.cached(kept, `day-${row.date}`, row.date, () => daySign(row.messages[0])));
      nodes.push(this.cached(kept, row.key, row.version, () => this.bubble(row)));
    }
    this.fresh.clear();
    this.drawn = kept;
    return nodes;
  }

  bubble(row) {
    const node = bubble(row, this.acts);
    if (this.fresh.has(row.messages[0].message_id)) node.classList.add("fresh");
    return node;
  }

  cached(kept, key, version, make) {
    const old = this.drawn.get(key);
    const entry = old && same(old.version, version) ? old : { version, node: make() };
    kept.set(key, entry);
    return entry.node;
  }

  /** The first message in sight and where it stands, to be held there. Day signs move, so they hold nothing. */
  anchor() {
    const top = this.scroller.getBoundingClientRect().top;
    for (const node of this.list.children) {
      const box = node.getBoundingClientRect();
      if (node.dataset.id && box.bottom > top) return { node, key: node.dataset.id, top: box.top };
    }
    return null;
  }

  hold({ node, key, top }) {
    const now = node.isConnected ? node : key && this.list.querySelector(`[data-id="${key}"]`);
    if (now) this.scroller.scrollTop += now.getBoundingClientRect().top - top;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.top = this.scroller.scrollTop;
  }

  toBottom() {
    this.stick = true;
    this.unseen = 0;
    this.update();
    this.scroller.focus({ preventScroll: true });
  }

  onScroll() {
    if (!this.thread) return;
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const below = scrollHeight - scrollTop - clientHeight;
    const latest = this.end >= this.rows.length;
    // Only going up leaves the bottom: a keyboard that opens below only makes the window smaller.
    const up = scrollTop < this.top - 1;
    this.top = scrollTop;
    this.stick = latest && (below < BOTTOM || (this.stick && !up));
    if (this.stick) this.unseen = 0;
    if (scrollTop < NEAR) this.grow(-1);
    else if (below < NEAR && !latest) this.grow(1);
    this.showDown();
    this.seen();
  }

  grow(direction) {
    if (direction < 0 && this.start === 0) return this.older();
    const most = WINDOW + STEP;
    if (direction < 0) {
      this.start = Math.max(0, this.start - STEP);
      this.end = Math.min(this.end, this.start + most);
    } else {
      this.end = Math.min(this.rows.length, this.end + STEP);
      this.start = Math.max(this.start, this.end - most);
    }
    this.stick = false;
    this.draw();
  }

  older() {
    if (this.thread.complete) return;
    const thread = this.thread;
    thread.older().then(() => {
      if (this.thread !== thread) return;
      this.update();
      if (this.start > 0 && this.scroller.scrollTop < NEAR) this.grow(-1);
    }).catch(() => {});
  }

  showDown() {
    const away = this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight > 160 || this.end < this.rows.length;
    this.down.hidden = this.stick || !away;
    this.badge.hidden = !this.unseen;
    this.badge.textContent = String(this.unseen);
    this.down.setAttribute("aria-label", this.unseen ? T.downNew(this.unseen) : T.down);
  }

  seen() {
    const newest = this.rows.at(-1);
    if (this.stick && newest && !document.hidden) this.onSeen(newest.messages.at(-1).message_id);
  }

  /** Bring message `id` into sight, reading older pages until it is found. */
  async jump(id) {
    while (!this.thread.find(id) && !this.thread.complete && this.thread.messages[0]?.message_id > id) await this.thread.older();
    this.stick = false;
    this.update();
    const at = this.rows.findIndex((row) => row.messages.some((message) => message.message_id === id));
    if (at < 0) return;
    this.start = Math.max(0, at - STEP);
    this.end = Math.min(this.rows.length, this.start + WINDOW);
    this.draw();
    const node = this.list.querySelector(`[data-id="${this.rows[at].messages[0].message_id}"]`);
    node?.scrollIntoView({ block: "center" });
    node?.classList.add("flash");
    node?.focus({ preventScroll: true });
    setTimeout(() => node?.classList.remove("flash"), 1600);
  }

  onKey(event) {
    if (event.key === "End" && event.target === this.scroller) this.toBottom();
    if (!["ArrowUp", "ArrowDown"].includes(event.key) || event.altKey || event.ctrlKey) return;
    const current = event.target.closest?.("article.message");
    if (current ? event.target !== current : event.target !== this.scroller) return;
    const all = [...this.list.querySelectorAll("article.message")];
    const at = current ? all.indexOf(current) + (event.key === "ArrowUp" ? -1 : 1) : all.length - 1;
    event.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, at))]?.focus();
  }
}

const same = (a, b) => Array.isArray(a) ? a.length === b.length && a.every((one, i) => one === b[i]) : a === b;

const daySign = (message) => h("div", { class: "day", role: "separator" }, h("span", { text: dayLabel(message.date) }));

/** Messages to rows: an album is one row; runs of one sender are marked by their first and last. */
function grouped(messages, viewer) {
  const rows = [];
  for (const message of messages) {
    const last = rows.at(-1);
    if (last && message.media_group_id && last.messages[0].media_group_id === message.media_group_id) last.messages.push(message);
    else rows.push({ key: `m-${message.message_id}`, messages: [message] });
  }
  rows.forEach((row, i) => place(row, rows[i - 1], rows[i + 1], viewer));
  return rows;
}

function place(row, before, after, viewer) {
  const [message] = row.messages;
  row.mine = !message.sender_chat && message.from?.id === viewer;
  row.date = dayOf(message.date);
  row.day = !before || before.date !== row.date;
  row.first = row.day || !run(before.messages[0], message);
  row.last = !after || !run(message, after.messages[0]) || dayOf(after.messages[0].date) !== row.date;
  row.version = [...row.messages, row.first, row.last];
}

const sender = (message) => message.sender_chat?.id ?? message.from?.id;
const run = (a, b) => sender(a) === sender(b) && b.date - a.date < PAUSE && !systemText(a) && !systemText(b);
