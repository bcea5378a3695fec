// One message as a bubble, or several of an album as one.

import { avatar, h, icon, isRtl, lastRtl, toneOf } from "./dom.js";
import { earlierTexts } from "./dialogs.js";
import { album, isPicture, media } from "./media.js";
import { authorOf, momentOf, rich, summary, systemText, timeOf } from "./text.js";
import { T } from "./strings.js";

/**
 * The node of one row of the log.
 * `row`: {messages, mine, first, last, day}; `acts` as text.js's, plus press, jump, menu, react and `seesName`.
 */
export function bubble(row, acts) {
  const [message] = row.messages;
  const service = systemText(message);
  if (service) return system(message, service);
  const node = h("article", { class: classes(row), tabindex: -1, "data-testid": `message-${message.message_id}`, "data-id": message.message_id,
    "aria-label": spoken(row) });
  node.append(side(row, acts), h("div", { class: "bubble-column" }, body(row, acts), keyboard(message, acts)));
  node.addEventListener("contextmenu", (event) => { if (!getSelection().toString()) { event.preventDefault(); acts.menu(message, node, event); } });
  node.addEventListener("keydown", (event) => { if (event.target === node && event.key === "Enter") { event.preventDefault(); acts.menu(message, node); } });
  return node;
}

function classes({ mine, first, last, messages }) {
  const jumbo = messages[0].sticker ? "jumbo" : "";
  return ["message", mine ? "mine" : "theirs", first && "first", last && "last", jumbo].filter(Boolean).join(" ");
}

function spoken({ messages, mine }) {
  return `${mine ? T.you : authorOf(messages[0])}, ${timeOf(messages[0].date)}`;
}

function system(message, text) {
  return h("div", { class: "system", "data-testid": `message-${message.message_id}`, "data-id": message.message_id },
    h("span", { dir: "auto", text }));
}

function side({ messages, mine, last }, acts) {
  if (mine || !acts.seesName) return "";
  const [message] = messages;
  const bot = message.from?.is_bot;
  return h("span", { class: "message-side" }, last && avatar(authorOf(message), (message.sender_chat ?? message.from)?.id, bot ? "bot" : "person", "small"));
}

function body(row, acts) {
  const [message] = row.messages;
  const texted = row.messages.find((one) => one.text ?? one.caption) ?? message;
  const said = texted.text ?? texted.caption ?? "";
  const part = row.messages.length > 1 ? album(row.messages) : media(message);
  const bare = part && isPicture(message) ? "pictured" : "";
  const split = isRtl(said) !== lastRtl(said) ? "meta-below" : "";
  return h("div", { class: ["bubble", bare, split, !said && "wordless"].filter(Boolean).join(" "), dir: isRtl(said) ? "rtl" : "ltr", style: { "--meta": metaWidth(row, texted) } },
    more(message, acts), head(row, acts), quote(message, acts), part ?? unknown(message, said),
    said && h("div", { class: "text", dir: "auto", "data-testid": "text" }, rich(said, texted.entities ?? texted.caption_entities, acts)),
    reactions(message, acts), meta(row, texted));
}

// Room kept on the last line of text for the time, so that both share it.
function metaWidth({ messages, mine }, texted) {
  const letters = 5 + (messages.at(-1).author_signature?.length ?? 0) + (texted.edit_date || texted.edited_from?.length ? 11 : 0);
  return `${Math.round(letters * 6.6 + (mine ? 20 : 0) + 12)}px`;
}

function more(message, acts) {
  return h("button", { type: "button", class: "more", tabindex: -1, "aria-label": T.actions, title: T.actions, "data-testid": "message-menu",
    on: { click: (event) => acts.menu(message, event.currentTarget) } }, icon("more", 18));
}

function unknown(message, said) {
  return said || message.checklist ? null : h("p", { class: "hint", text: T.unknownKind });
}

function head({ messages, mine, first }, acts) {
  const [message] = messages;
  const from = message.forward_origin;
  const lines = [];
  if (acts.seesName && !mine && first) lines.push(h("span", { class: `author tone-text-${toneOf((message.sender_chat ?? message.from)?.id)}`, dir: "auto", text: authorOf(message) }));
  if (from) lines.push(h("span", { class: "forwarded", dir: "auto", text: T.forwarded(origin(from)) }));
  if (message.via_bot) lines.push(h("span", { class: "forwarded", text: T.via(message.via_bot.username) }));
  return lines.length ? h("div", { class: "bubble-head" }, lines) : null;
}

const origin = (from) => from.sender_user?.first_name ?? from.sender_user_name ?? from.chat?.title ?? from.sender_chat?.title ?? "?";

function quote(message, acts) {
  const to = message.reply_to_message;
  if (!to || to.forum_topic_created) return null;
  return h("button", { type: "button", class: "quote", "data-testid": "reply-quote", on: { click: () => acts.jump(to.message_id) } },
    h("span", { class: "quote-who", dir: "auto", text: authorOf(to) }), h("span", { class: "quote-what", dir: "auto", text: message.quote?.text ?? summary(to) }));
}

function reactions(message, acts) {
  const given = (message.reactions ?? []).filter((one) => (one.users?.length ?? one.count ?? 0) > 0);
  if (!given.length) return null;
  return h("div", { class: "reactions" }, given.map(({ emoji, users, count }) => {
    const n = users?.length ?? count;
    return h("button", { type: "button", class: users?.includes(acts.viewer) ? "reaction own" : "reaction", "aria-label": T.reactionBy(emoji, n), "data-testid": `reaction-${emoji}`,
      on: { click: () => acts.react(message, users?.includes(acts.viewer) ? "" : emoji) } }, h("span", { text: emoji }), h("span", { text: n }));
  }));
}

function meta({ messages, mine }, texted) {
  const message = messages.at(-1);
  const past = texted.edited_from?.length;
  const edited = Boolean(texted.edit_date || past);
  const mark = past
    ? h("button", { type: "button", class: "edited", text: T.edited, "aria-label": T.editedShow, "data-testid": "edited", on: { click: () => earlierTexts(texted) } })
    : h("span", { class: "edited", text: T.edited });
  return h("span", { class: "meta", dir: "ltr" }, message.author_signature && h("span", { text: message.author_signature }), edited && mark,
    h("time", { datetime: new Date(message.date * 1000).toISOString(), title: momentOf(message.date), text: timeOf(message.date) }),
    mine && icon("check", 13));
}

function keyboard(message, acts) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return "";
  return h("div", { class: "inline-keyboard" }, rows.map((buttons) => h("div", { class: "inline-row" },
    buttons.map((button) => inlineButton(button, message, acts)))));
}

const corner = (button) => {
  if (button.url || button.login_url || button.web_app) return "out";
  if (button.copy_text) return "copy";
  return "switch_inline_query" in button || "switch_inline_query_current_chat" in button || button.switch_inline_query_chosen_chat ? "search" : null;
};

function inlineButton(button, message, acts) {
  const mark = corner(button);
  const label = mark === "out" ? T.linkButton(button.text) : mark === "copy" ? T.copyButton(button.text) : null;
  return h("button", { type: "button", class: ["inline-button", button.style].filter(Boolean).join(" "), "aria-label": label, "data-testid": "inline-button",
    "data-callback": button.callback_data, on: { click: (event) => acts.press(button, message, event.currentTarget) } },
    h("span", { dir: "auto", text: button.text }), mark && icon(mark, 13));
}
