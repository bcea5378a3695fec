// The page's dialogs, each a promise: native <dialog>, so focus is held and Escape closes.

import { h, icon, iconButton } from "./dom.js";
import { placePicker } from "./map.js";
import { sizeOf, rich } from "./text.js";
import { T } from "./strings.js";

const FILE_LIMIT = 20 * 1024 * 1024;

/**
 * Show `body` under `title`; answers what `accept()` gives, or null where it was closed.
 * An `accept` that answers undefined keeps the dialog open (it has shown why).
 */
export function dialog({ title, body, accept, yes, no = T.cancel, id, wide = false, kind = "primary", extra = [] }) {
  return new Promise((resolve) => {
    const name = `dialog-${Math.random().toString(36).slice(2)}`;
    let result = null;
    const finish = (value) => { result = value; node.close(); };
    const submit = (event) => {
      event.preventDefault();
      const value = accept ? accept() : true;
      if (value !== undefined) finish(value);
    };
    const node = h("dialog", { class: wide ? "wide" : null, "aria-labelledby": name, "data-testid": id },
      h("form", { method: "dialog", on: { submit } },
        h("header", {}, h("h2", { id: name, text: title }), iconButton("close", T.close, () => node.close(), { class: "quiet" })),
        h("div", { class: "dialog-body" }, body),
        yes && h("footer", {}, extra.map((make) => make(finish)), no && h("button", { type: "button", class: "button plain", text: no, on: { click: () => node.close() } }),
          h("button", { type: "submit", class: `button ${kind}`, text: yes, "data-testid": "dialog-yes" }))));
    node.addEventListener("close", () => { node.remove(); resolve(result); });
    node.addEventListener("click", (event) => { if (event.target === node) node.close(); });
    document.body.append(node);
    node.showModal();
    (node.querySelector("[autofocus]") ?? node.querySelector("[data-testid=dialog-yes]"))?.focus();
  });
}

export const labelled = (label, control) => h("label", { class: "field" }, h("span", { text: label }), control);
const complaint = () => h("p", { class: "complaint", role: "alert" });

/** Ask before an address outside the demo is opened, in a new tab that knows nothing of this one. */
export async function openLink(url) {
  const safe = /^(https?|tg|mailto|tel):/iu.test(url) ? url : `https://${url}`;
  const copy = (finish) => h("button", { type: "button", class: "button plain", text: T.copyLink,
    on: { click: () => { navigator.clipboard?.writeText(safe).catch(() => {}); finish(null); } } });
  const go = await dialog({ title: T.openLinkTitle, id: "link-dialog", yes: T.open, extra: [copy],
    body: [h("p", { class: "address", dir: "ltr", text: safe, "data-testid": "link-address" }), h("p", { class: "hint", text: T.openLinkHint })] });
  if (go) h("a", { href: safe, target: "_blank", rel: "noopener noreferrer" }).click();
}

export const alertBox = (text, name) => dialog({ title: T.alertFrom(name), id: "alert-dialog", yes: T.ok, no: null,
  body: h("p", { class: "alert-text", dir: "auto", text }) });

/** The texts a message had before, oldest first, then the present one. */
export function earlierTexts(message) {
  const past = message.edited_from ?? [];
  const entry = (label, said) => h("li", {}, h("span", { class: "hint", text: label }), h("p", { dir: "auto", text: said }));
  const plain = (one) => (typeof one === "string" ? one : one.text ?? one.caption ?? "");
  return dialog({ title: T.earlier, id: "earlier-dialog", yes: T.ok, no: null,
    body: h("ol", { class: "versions" }, past.map((one, i) => entry(T.earlierN(i + 1), plain(one))),
      entry(T.earlierNow, message.text ?? message.caption ?? "")) });
}

export function pickPlace() {
  const picker = placePicker();
  const wrong = complaint();
  const accept = () => picker.value() ?? void (wrong.textContent = T.badCoords);
  return dialog({ title: T.mapTitle, id: "place-dialog", yes: T.sendPlace, accept, wide: true,
    body: [h("p", { class: "hint", text: T.mapHint }), picker.node, wrong] });
}

/** A contact to send: Bot API's phone_number and first_name. */
export function pickContact(name = "", phone = "+39 333 000 0000") {
  const who = h("input", { type: "text", value: name, maxlength: 64, "data-testid": "contact-name", autofocus: true });
  const number = h("input", { type: "tel", value: phone, maxlength: 32, "data-testid": "contact-phone" });
  const wrong = complaint();
  const accept = () => {
    if (who.value.trim() && /\d{2}/u.test(number.value)) return { first_name: who.value.trim(), phone_number: number.value.trim() };
    wrong.textContent = T.badPhone;
  };
  return dialog({ title: T.contactTitle, id: "contact-dialog", yes: T.send, accept,
    body: [labelled(T.contactName, who), labelled(T.contactPhone, number), wrong] });
}

/** Look at files before they go; answers [{name, mime, base64}] and a caption. */
export async function previewFiles(files, asPhoto) {
  const urls = asPhoto ? files.map((file) => URL.createObjectURL(file)) : [];
  const caption = h("textarea", { rows: 2, maxlength: 1024, dir: "auto", "data-testid": "caption", autofocus: true });
  const tooBig = files.some((file) => file.size > FILE_LIMIT);
  const shown = asPhoto ? h("div", { class: "file-photos" }, urls.map((src, i) => h("img", { src, alt: files[i].name })))
    : h("ul", { class: "file-list" }, files.map((file) => h("li", {}, icon("file"), h("span", { text: file.name }), h("span", { class: "hint", text: sizeOf(file.size) }))));
  const going = await dialog({ title: T.fileTitle, id: "file-dialog", yes: tooBig ? undefined : T.send, accept: () => caption.value.trim(),
    body: [shown, tooBig ? h("p", { class: "complaint", text: T.filesTooBig }) : labelled(T.caption, caption)] });
  urls.forEach((url) => URL.revokeObjectURL(url));
  if (going === null) return null;
  return { caption: going, files: await Promise.all(files.map(encoded)) };
}

function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, mime: file.type || "application/octet-stream", base64: reader.result.split(",")[1] ?? "" });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

/** A new person: {name, lang, role}. */
export function newPerson() {
  const name = h("input", { type: "text", maxlength: 64, required: true, "data-testid": "person-name", autofocus: true });
  const choice = (id, names) => h("select", { "data-testid": id }, Object.entries(names).map(([value, text]) => h("option", { value, text })));
  const lang = choice("person-lang", T.langs);
  const role = choice("person-role", T.roles);
  const accept = () => (name.value.trim() ? { name: name.value.trim(), lang: lang.value, role: role.value } : void name.focus());
  return dialog({ title: T.addPerson, id: "person-dialog", yes: T.add, accept,
    body: [labelled(T.personName, name), labelled(T.personLang, lang), labelled(T.personRole, role)] });
}

/** A link to join by, typed or chosen among `known` chats this person is not in. */
export function joinByLink(known) {
  const link = h("input", { type: "text", dir: "ltr", placeholder: "https://t.me/+…", "data-testid": "join-link", autofocus: true });
  const list = h("ul", { class: "join-list" }, known.map((chat) => h("li", {}, h("button", { type: "button", class: "row-button",
    "data-testid": `join-known-${chat.id}`, on: { click: () => { link.value = chat.join_link; link.form.requestSubmit(); } } },
    h("strong", { dir: "auto", text: chat.title }), h("span", { class: "hint", dir: "ltr", text: chat.join_link })))));
  return dialog({ title: T.joinLink, id: "join-dialog", yes: T.goOn, accept: () => link.value.trim() || void link.focus(),
    body: [h("p", { class: "hint", text: T.joinLinkHint }), labelled(T.joinLinkField, link), list] });
}

/** One photo, large. */
export function lightbox(url, message) {
  const text = message.caption ? h("p", { dir: "auto" }, rich(message.caption, [], {})) : null;
  return dialog({ title: T.photo, id: "lightbox", wide: true,
    body: [h("img", { class: "lightbox-image", src: url, alt: message.caption ?? T.photo }), text] });
}

/** A small menu at `anchor`, or at the event `at`; `items`: [{label, icon, act, id, danger}]. Arrow keys move, Escape closes. */
export function menu(anchor, items, { label, emoji, at } = {}) {
  document.querySelector(".menu")?.remove();
  const close = (back) => { node.remove(); removeEventListener("pointerdown", outside, true); if (back) anchor.focus?.(); };
  const outside = (event) => { if (!node.contains(event.target)) close(false); };
  const entry = (item) => h("button", { type: "button", role: "menuitem", class: item.danger ? "danger" : null, "data-testid": item.id,
    on: { click: () => { close(true); item.act(); } } }, icon(item.icon, 20), h("span", { text: item.label }));
  const row = emoji && h("div", { class: "menu-emoji" }, emoji.list.map((one) => h("button", { type: "button", role: "menuitem", text: one,
    "aria-label": `${T.react} ${one}`, "data-testid": `react-${one}`, on: { click: () => { close(true); emoji.act(one); } } })));
  const node = h("div", { class: "menu", role: "menu", "aria-label": label, "data-testid": "menu" }, row, items.map(entry));
  node.addEventListener("keydown", (event) => moveIn(node, event, close));
  (anchor.closest("dialog") ?? document.body).append(node);
  // The mouse asks beside the pointer; the keyboard beside the thing itself.
  place(node, at?.clientX ? DOMRect.fromRect({ x: at.clientX, y: at.clientY }) : anchor.getBoundingClientRect());
  addEventListener("pointerdown", outside, true);
  node.querySelector("button")?.focus();
}

function moveIn(node, event, close) {
  const all = [...node.querySelectorAll("button")];
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    all[(to + all.length) % all.length].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    close(true);
  }
}

function place(node, box) {
  const { width, height } = node.getBoundingClientRect();
  const left = Math.max(8, Math.min(box.left, innerWidth - width - 8));
  const below = box.bottom + 6 + height < innerHeight;
  node.style.left = `${left}px`;
  node.style.top = `${Math.max(8, below ? box.bottom + 6 : box.top - height - 6)}px`;
}
