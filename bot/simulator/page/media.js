// What a bubble holds beside text: photos, documents, places, contacts, sounds, stickers.

import { api } from "./api.js";
import { avatar, h, icon } from "./dom.js";
import { lightbox } from "./dialogs.js";
import { miniMap, nearestQuarter } from "./map.js";
import { sizeOf, telephone } from "./text.js";
import { T } from "./strings.js";

/** The node for a message's media; null where it has none. */
export function media(message) {
  if (message.photo) return photo(message);
  if (message.venue) return place(message.venue.location, message.venue.title, message.venue.address);
  if (message.location) return place(message.location, message.location.live_period ? T.livePlace : T.place);
  if (message.contact) return contact(message.contact);
  if (message.voice ?? message.audio) return sound(message);
  if (message.sticker) return sticker(message.sticker);
  if (message.document) return file(message.document);
  if (message.poll) return poll(message.poll);
  const clip = message.video ?? message.animation ?? message.video_note;
  if (clip) return file({ ...clip, file_name: clip.file_name ?? T.video });
  return null;
}

/** True where the bubble draws edge to edge. */
export const isPicture = (message) => Boolean(message.photo || message.venue || message.location);

function photo(message) {
  const best = [...message.photo].sort((a, b) => b.width * b.height - a.width * a.height)[0];
  const src = api.fileUrl(best.file_id);
  const ratio = best.width && best.height ? Math.min(2.2, Math.max(0.62, best.width / best.height)) : 1.4;
  const image = h("img", { src, alt: message.caption ?? T.photo, loading: "lazy", decoding: "async" });
  return h("button", { type: "button", class: message.has_media_spoiler ? "photo veiled" : "photo", "aria-label": T.photoOpen(message.caption),
    "data-testid": "photo", style: { "--ratio": ratio, "--w": best.width ? `${best.width}px` : "320px" },
    on: { click: (event) => unveil(event.currentTarget) || lightbox(src, message) } }, image);
}

function unveil(button) {
  if (!button.classList.contains("veiled")) return false;
  button.classList.remove("veiled");
  return true;
}

/** Several photos or files sent as one. */
export function album(messages) {
  const photos = messages.every((message) => message.photo);
  return h("div", { class: photos ? `album album-${Math.min(messages.length, 4)}` : "album-files", role: "group",
    "aria-label": T.album(messages.length), "data-testid": "album" },
    messages.map((message) => h("div", { class: "album-item", "data-testid": `message-${message.message_id}` }, media(message))));
}

function file(document) {
  const name = document.file_name ?? T.document;
  const ending = /\.([a-z0-9]{1,4})$/iu.exec(name)?.[1] ?? "";
  return h("a", { class: "file", href: api.fileUrl(document.file_id), download: name, "data-testid": "document", "aria-label": T.download(name) },
    h("span", { class: "file-mark" }, ending ? h("span", { text: ending.toUpperCase() }) : icon("file")),
    h("span", { class: "file-text" }, h("span", { class: "file-name", dir: "auto", text: name }),
      h("span", { class: "file-size", text: [sizeOf(document.file_size), document.mime_type].filter(Boolean).join(" · ") })));
}

function place(location, title, address) {
  const { latitude, longitude } = location;
  const near = nearestQuarter(latitude, longitude);
  const coords = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  return h("div", { class: "place", "data-testid": address === undefined ? "location" : "venue" }, miniMap(latitude, longitude),
    h("div", { class: "place-text" }, h("strong", { dir: "auto", text: title }),
      h("span", { dir: "auto", text: address ?? near }), h("span", { class: "coords", dir: "ltr", text: coords })));
}

function contact(person) {
  const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
  const phone = person.phone_number;
  return h("div", { class: "contact", "data-testid": "contact" }, avatar(name, person.user_id ?? phone.length),
    h("div", { class: "contact-text" }, h("strong", { dir: "auto", text: name }), h("span", { dir: "ltr", text: phone })),
    h("a", { class: "call", href: telephone(phone), "aria-label": T.call(`${name}, ${phone}`), "data-testid": "contact-call" }, icon("phone", 18), h("span", { text: T.callShort })));
}

function sound(message) {
  const { file_id: id, title, file_name: name } = message.voice ?? message.audio;
  const label = message.voice ? T.voice : title ?? name ?? T.audio;
  return h("div", { class: "sound" }, h("span", { text: label }), h("audio", { controls: true, preload: "none", src: api.fileUrl(id), "aria-label": label }));
}

function poll({ question, options, total_voter_count: voters }) {
  return h("div", { class: "poll", "data-testid": "poll" }, h("strong", { dir: "auto", text: question }),
    h("ul", {}, options.map((option) => h("li", {}, h("span", { dir: "auto", text: option.text }), h("span", { text: option.voter_count })))),
    h("span", { class: "hint", text: T.votes(voters) }));
}

function sticker(one) {
  return h("div", { class: "sticker", role: "img", "aria-label": `${T.sticker} ${one.emoji ?? ""}` }, one.emoji ?? icon("photo", 48));
}
