// "What the bot just did": the API calls behind each action, newest action first.

import { framed, h, icon, iconButton, reconcile } from "./dom.js";
import { titleOf } from "./chatlist.js";
import { on, store } from "./store.js";
import { T } from "./strings.js";

const GROUPS = 12; // actions kept
const CALLS = 60; // calls kept for one action
const OWN = 20_000; // ms after an action from which a call counts as the bot's own idea

export class Drawer {
  constructor(onClose) {
    this.groups = [];
    this.polls = false;
    this.body = h("div", { class: "drawer-body", "aria-live": "off" });
    this.el = h("aside", { class: "drawer", hidden: true, "aria-label": T.drawer, "data-testid": "drawer" },
      h("header", {}, h("h2", { text: T.drawer }), iconButton("close", T.close, onClose, { class: "quiet", "data-testid": "drawer-close" })),
      this.body,
      h("label", { class: "check" }, h("input", { type: "checkbox", "data-testid": "drawer-polls", on: { change: (event) => { this.polls = event.target.checked; this.frame(); } } }), h("span", { text: T.drawerPolls })));
    this.frame = framed(() => this.draw());
    on("did", ({ text }) => this.begin(text));
    on("call", (event) => this.add(event.call ?? event));
    on("reset", () => { this.groups = []; this.frame(); });
  }

  show(shown) {
    this.el.hidden = !shown;
    if (shown) this.draw();
  }

  begin(text) {
    this.groups.unshift({ text, at: Date.now(), calls: [], node: null });
    this.groups.length = Math.min(this.groups.length, GROUPS);
    this.frame();
  }

  add(line) {
    if (!line?.method) return;
    if (isPoll(line) && !this.polls) return;
    const current = this.groups[0];
    if (!current || (!current.own && Date.now() - current.at > OWN)) this.own();
    const { calls } = this.groups[0];
    calls.push(line);
    if (calls.length > CALLS) calls.shift();
    this.groups[0].count = (this.groups[0].count ?? 0) + 1;
    this.frame();
  }

  own() {
    this.begin(T.drawerOther);
    this.groups[0].own = true;
  }

  draw() {
    if (this.el.hidden) return;
    if (!this.groups.length) return this.body.replaceChildren(h("p", { class: "drawer-empty" }, icon("wings", 30), h("span", { text: T.drawerEmpty })));
    reconcile(this.body, this.groups.map((group, i) => this.group(group, i === 0)));
  }

  group(group, newest) {
    group.node ??= h("section", { class: "did", "data-testid": "did" }, h("h3", { dir: "auto", text: group.text }), h("p", { class: "hint" }), h("div", { class: "calls" }));
    group.node.classList.toggle("newest", newest);
    const [, hint, list] = group.node.children;
    hint.textContent = group.calls.length ? T.drawerCalls(group.count) : T.drawerNone;
    reconcile(list, group.calls.map((line) => (line.node ??= call(line))));
    return group.node;
  }
}

const isPoll = (line) => line.method.toLowerCase() === "getupdates";

function call(line) {
  const good = line.outcome?.ok !== false;
  const where = target(line.params);
  return h("details", { class: good ? "call-line" : "call-line bad", "data-testid": `call-${line.method}` },
    h("summary", {}, h("span", { class: "call-state", text: good ? "ok" : line.outcome?.error_code ?? "!" }),
      h("span", { class: "call-what" }, h("strong", { text: line.method }), h("span", { dir: "auto", text: [T.verbs[line.method], where && `→ ${where}`].filter(Boolean).join(" ") })),
      h("span", { class: "call-ms", text: line.ms == null ? "" : T.ms(line.ms < 10 ? Number(line.ms).toFixed(1).replace(".", ",") : Math.round(line.ms)) })),
    h("h4", { text: T.params }), json(line.params), h("h4", { text: T.outcome }),
    h("p", { class: "call-outcome" }, h("span", { text: line.outcome?.description ?? (good ? "ok" : "") }),
      line.applied != null && h("span", { class: "hint", text: line.applied ? T.applied : T.notApplied }),
      line.message_ids?.length ? h("span", { class: "hint", text: `message_id ${line.message_ids.join(", ")}` }) : null));
}

function target(params) {
  const id = params?.chat_id;
  if (id == null || id === "") return "";
  const number = Number(id);
  return store.users.get(number)?.name ?? (number < 0 ? titleOf(number) : String(id));
}

const json = (value) => h("pre", { tabindex: 0, text: JSON.stringify(opened(value), null, 2) });

// Nested values may travel as JSON texts; shown opened they can be read.
function opened(value) {
  if (typeof value === "string" && /^[[{]/u.test(value)) {
    try { return JSON.parse(value); } catch { return value; }
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, opened(one)]));
}
