// Small tools to build the page without ever parsing data as HTML.

const SVG = "http://www.w3.org/2000/svg";

/** An element. `props`: class, text, style (custom properties and CSSOM), on, and plain attributes. */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function s(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props)) set(node, name, value);
  node.append(...children.flat().filter((child) => child != null && child !== false && child !== ""));
  return node;
}

function set(node, name, value) {
  if (value == null || value === false) return;
  if (name === "class") node.setAttribute("class", value);
  else if (name === "text") node.textContent = value;
  else if (name === "style") for (const [key, v] of Object.entries(value)) node.style.setProperty(key, v);
  else if (name === "on") for (const [type, fn] of Object.entries(value)) node.addEventListener(type, fn);
  else if (name === "value") node.value = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

/** Make `parent`'s children exactly `nodes`, touching only what differs, so focus and scroll survive. */
export function reconcile(parent, nodes) {
  const keep = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!keep.has(child)) child.remove();
  let at = parent.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
}

const PATHS = {
  send: "M4 12 20 4l-5 16-3.5-6.5z M11.5 13.5 20 4",
  attach: "m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4L14.5 7",
  menu: "M5 7h14M5 12h14M5 17h9",
  keys: "M3 7h18v11H3z M7 11h.01M11 11h.01M15 11h.01M7 14.5h10",
  close: "M6 6l12 12M18 6 6 18",
  back: "M15 5l-7 7 7 7",
  down: "M12 5v13M6 12.5l6 6 6-6",
  more: "M12 6h.01M12 12h.01M12 18h.01",
  plus: "M12 5v14M5 12h14",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 1 0-5.7-5.7l-1 1 M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 1 0 5.7 5.7l1-1",
  out: "M9 6h9v9M18 6 7 17",
  copy: "M9 9h10v11H9z M5 15V4h10",
  pin: "M9 4h6l-1 6 4 4H6l4-4z M12 14v6",
  reply: "M10 6 4 12l6 6 M4 12h10a6 6 0 0 1 6 6",
  edit: "M5 19l1-4L16 5l3 3L9 18z",
  heart: "M12 19s-7-4.5-7-9.5A4 4 0 0 1 12 7a4 4 0 0 1 7 2.5C19 14.5 12 19 12 19z",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z M12 8v4.5l3 2",
  file: "M7 3h7l4 4v14H7z M14 3v4h4",
  photo: "M4 6h16v13H4z M4 16l5-5 4 4 3-2 4 4 M15.5 10h.01",
  place: "M12 21s-6-6-6-11a6 6 0 0 1 12 0c0 5-6 11-6 11z M12 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M5 20a7 7 0 0 1 14 0",
  phone: "M6 4h4l1.5 4.5L9 10a11 11 0 0 0 5 5l1.5-2.5L20 14v4a2 2 0 0 1-2 2A14 14 0 0 1 4 6a2 2 0 0 1 2-2z",
  channel: "M4 10v4h3l8 4V6l-8 4z M18 9.5a4 4 0 0 1 0 5",
  group: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z M3.5 19a5.5 5.5 0 0 1 11 0 M16 6a3 3 0 0 1 0 5 M17 14a5 5 0 0 1 3.5 5",
  topic: "M5 5h14v11h-8l-4 3v-3H5z",
  bot: "M6 20V11a6 6 0 0 1 12 0v9 M4 20h16 M12 5v15 M10 13h.01",
  sun: "M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4",
  moon: "M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z",
  auto: "M12 4a8 8 0 1 0 0 16z M12 4a8 8 0 0 1 0 16",
  stage: "M4 6h16v12H4z M4 10h16 M8 6l-2 4M13 6l-2 4M18 6l-2 4",
  wings: "M4 7h10M4 12h16M4 17h7 M17 5l2 2-2 2",
  check: "M5 12.5l4.5 4.5L19 7.5",
  search: "M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12z M15.5 15.5 20 20",
  chevron: "M9 6l6 6-6 6",
  door: "M7 20V5h10v15 M4 20h16 M13.5 12.5h.01",
};

/** A line icon; decorative, so hidden from screen readers. */
export function icon(name, size = 22) {
  return s("svg", { class: `icon icon-${name}`, viewBox: "0 0 24 24", width: size, height: size, "aria-hidden": "true" },
    s("path", { d: PATHS[name] ?? "" }));
}

/** An icon button with its name said and shown on hover. */
export function iconButton(name, label, onclick, props = {}) {
  const { class: extra = "", ...rest } = props;
  return h("button", { type: "button", class: `icon-button ${extra}`.trim(), "aria-label": label, title: label,
    on: onclick ? { click: onclick } : {}, ...rest }, icon(name));
}

/** The round picture of a person, bot or chat: initials or an icon on one of the house's colours. */
export function avatar(name, id, kind = "person", size = "") {
  const tone = kind === "bot" ? "bot" : toneOf(id);
  const shown = { bot: "bot", channel: "channel", supergroup: "group", group: "group" }[kind];
  return h("span", { class: `avatar tone-${tone} ${size}`.trim(), "aria-hidden": "true" },
    shown ? icon(shown) : initials(name));
}

/** One of six colours, always the same for an id. */
export const toneOf = (id) => Math.floor(((Math.abs(Number(id) || 0) * 0.6180339887) % 1) * 6);

function initials(name) {
  const words = String(name ?? "?").trim().split(/\s+/u).filter(Boolean);
  return words.slice(0, 2).map((word) => [...word][0]?.toUpperCase() ?? "").join("") || "?";
}

/** Call `fn` once in the next frame, however often asked. */
export function framed(fn) {
  let asked = 0;
  const run = () => { asked = 0; fn(); };
  // A hidden tab gets no frames, yet its chat must go on.
  return () => {
    if (asked) return;
    asked = document.hidden ? setTimeout(run, 50) : requestAnimationFrame(run);
  };
}

/** Call `fn` `ms` after it was asked, once however often asked meanwhile. */
export function soon(fn, ms) {
  let timer = 0;
  return () => {
    timer ||= setTimeout(() => { timer = 0; fn(); }, ms);
  };
}

/** Call `fn` once, `ms` after the last asking. */
export function settled(fn, ms) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => fn(...args), ms);
  };
}

/** True where the first letter with a direction is right-to-left. */
export function isRtl(text) {
  const first = /[A-Za-z\u00c0-\u02af\u0370-\u058f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.exec(text ?? "");
  return first !== null && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(first[0]);
}

/** The direction of the last line, which shares its row with the time. */
export const lastRtl = (text) => isRtl((text ?? "").trimEnd().split("\n").at(-1));
