// The list of one person's conversations, and the topics of a forum as its second level.

import { avatar, h, icon, reconcile, toneOf } from "./dom.js";
import { botName, store } from "./store.js";
import { authorOf, shortWhen, summary, systemText } from "./text.js";
import { T } from "./strings.js";

export const chatId = (row) => row.chat?.id ?? row.chat;
export const kindOf = (id, type) => (Number(id) > 0 ? "bot" : type ?? store.chats.get(Number(id))?.type ?? "group");
export const titleOf = (id, row) => (Number(id) > 0 ? botName() : row?.title ?? store.chats.get(Number(id))?.title ?? String(id));

export class ChatList {
  /** `pick(chat)` opens one; `join()` asks for a link. */
  constructor(user, { pick, join }) {
    this.user = user;
    this.pick = pick;
    this.rows = h("ul", { class: "chat-rows" });
    this.nodes = new Map();
    this.el = h("nav", { class: "chatlist", "aria-label": T.chats(user.name), "data-testid": `chatlist-${user.id}` }, this.rows,
      h("div", { class: "chatlist-foot" }, h("button", { type: "button", class: "join-open", title: T.joinLink, "aria-label": T.joinLink, "data-testid": "join-open", on: { click: join } }, icon("link"), h("span", { text: T.joinLink }))));
    this.rows.addEventListener("keydown", (event) => arrows(event, this.rows));
  }

  /** Draw `list` with `open` marked; answers how many messages are unread in the other chats. */
  draw(list, open) {
    const nodes = list.map((row) => this.row(row, chatId(row) === open));
    reconcile(this.rows, nodes);
    return list.reduce((sum, row) => sum + (chatId(row) === open ? 0 : row.unread ?? 0), 0);
  }

  row(row, open) {
    const id = chatId(row);
    const key = JSON.stringify([row.title, row.unread, row.last?.message_id, row.last?.edit_date, open, store.bot?.name, summary(row.last)]);
    const known = this.nodes.get(id);
    if (known?.key === key) return known.node;
    const node = known?.node ?? h("li");
    const focused = node.contains(document.activeElement);
    node.replaceChildren(this.button(id, row, open));
    if (focused) node.firstChild.focus();
    this.nodes.set(id, { key, node });
    return node;
  }

  button(id, row, open) {
    const title = titleOf(id, row);
    const said = summary(row.last);
    const who = row.last && Number(id) < 0 && row.last.from && !row.last.sender_chat && !systemText(row.last) ? `${authorOf(row.last)}: ` : "";
    const label = [title, row.unread ? T.unread(row.unread) : "", said && `${who}${said}`].filter(Boolean).join(", ");
    return h("button", { type: "button", class: "chat-row", "aria-current": open ? "true" : null, "aria-label": label, title,
      "data-testid": `chat-${id}`, on: { click: () => this.pick(id) } },
      h("span", { class: "chat-mark" }, avatar(title, id, kindOf(id, row.type)), row.unread ? h("span", { class: "badge", "data-testid": `unread-${id}`, text: row.unread > 99 ? "99+" : row.unread }) : null),
      h("span", { class: "chat-name", dir: "auto", text: title }),
      h("span", { class: "chat-when", text: row.last ? shortWhen(row.last.date) : "" }),
      h("span", { class: "chat-last", dir: "auto", text: `${who}${said}` }));
  }
}

/** Up and down move between the buttons of a list. */
function arrows(event, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [...list.querySelectorAll("button")];
  const to = all[all.indexOf(document.activeElement) + step];
  if (to) to.focus();
  event.preventDefault();
}

const inTopic = (message) => (message.is_topic_message || message.message_thread_id ? message.message_thread_id : 0) ?? 0;

/** The filter for one topic: an id, 0 for the general one, "all" for every message. */
export const topicFilter = (topic) => (topic === "all" || topic == null ? () => true : (message) => inTopic(message) === topic);

export const topicName = (chat, topic) => {
  if (topic === "all") return T.allTopics;
  if (!topic) return T.general;
  return (chat?.topics ?? []).find((one) => topicId(one) === topic)?.name ?? `#${topic}`;
};
const topicId = (topic) => topic.id ?? topic.message_thread_id;

/** The topics of a forum, newest talk first, each a button. */
export function topicList(chat, messages, pick) {
  const lasts = new Map();
  for (const message of messages) if (!message.deleted) lasts.set(inTopic(message), message);
  const known = (chat.topics ?? []).map((topic) => ({ id: topicId(topic), name: topic.name }));
  const topics = [{ id: 0, name: T.general }, ...known.filter((topic) => topic.id !== 0)]
    .sort((a, b) => (lasts.get(b.id)?.message_id ?? 0) - (lasts.get(a.id)?.message_id ?? 0));
  const entry = ({ id, name }) => h("li", {}, h("button", { type: "button", class: "topic-row", "data-testid": `topic-${id}`, on: { click: () => pick(id) } },
    h("span", { class: `topic-mark tone-${toneOf(id)}` }, icon(id === "all" ? "group" : "topic", 20)),
    h("span", { class: "topic-text" }, h("strong", { dir: "auto", text: name }), h("span", { dir: "auto", text: lastLine(lasts.get(id)) })),
    h("span", { class: "chat-when", text: lasts.get(id) ? shortWhen(lasts.get(id).date) : "" })));
  return h("ul", { class: "topics", "aria-label": T.topics, "data-testid": "topics" }, topics.map(entry), entry({ id: "all", name: T.allTopics }));
}

const lastLine = (message) => (message ? `${systemText(message) ? "" : `${authorOf(message)}: `}${summary(message)}` : "");
