// The only code that talks to the simulator: its calls and its stream of events.

/** An answer that was not 2xx, or no answer at all (`status` 0). */
export class ApiError extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

async function call(method, path, body) {
  const options = { method, headers: {} };
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(path, options);
  } catch (cause) {
    throw new ApiError(0, String(cause.message ?? cause));
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(response.status, answer?.error ?? response.statusText);
  return answer;
}

const query = (values) => {
  const given = Object.entries(values).filter(([, value]) => value != null);
  return given.length ? `?${new URLSearchParams(given)}` : "";
};
const person = (id, what) => `/sim/users/${id}/${what}`;

export const api = {
  state: () => call("GET", "/sim/state"),
  messages: (chat, values) => call("GET", `/sim/chats/${chat}/messages${query(values)}`),
  chats: (user, bot) => call("GET", person(user, `chats${query({ bot })}`)),
  read: (user, chat, upto, bot) => call("POST", person(user, "read"), { chat, upto, bot }),
  addUser: (user) => call("POST", "/sim/users", user),
  say: (user, what) => call("POST", person(user, "say"), what),
  press: (user, what) => call("POST", person(user, "press"), what),
  answer: (queryId) => call("GET", `/sim/queries/${queryId}`),
  join: (user, link) => call("POST", person(user, "join"), { link }),
  leave: (user, chat) => call("POST", person(user, "leave"), { chat }),
  block: (user, blocked, bot) => call("POST", person(user, "block"), { blocked, bot }),
  react: (user, what) => call("POST", person(user, "react"), what),
  inline: (user, what) => call("POST", person(user, "inline"), what),
  choose: (user, what) => call("POST", person(user, "choose"), what),
  commands: (user, chat, bot) => call("GET", person(user, `commands${query({ chat, bot })}`)),
  log: (values) => call("GET", `/sim/log${query(values)}`),
  actions: () => call("GET", "/demo/actions"),
  act: (id) => call("POST", `/demo/actions/${encodeURIComponent(id)}`, {}),
  fileUrl: (id) => `/sim/files/${encodeURIComponent(id)}`,
};

/**
 * Follow the events after `seq` for as long as the page lives.
 * `onEvent(event)` in order; `onLink(up)` when the server goes away or is back. Waits 0.5 to 5 s between tries.
 */
export function follow(seq, { onEvent, onLink }) {
  let last = seq;
  let wait = 500;
  let timer = 0;
  let source = null;
  const open = () => {
    source = new EventSource(`/sim/events${query({ after: last })}`);
    source.onopen = () => { wait = 500; onLink(true); };
    source.onmessage = ({ data }) => take(JSON.parse(data));
    source.onerror = () => { source.close(); onLink(false); retry(); };
  };
  const take = (event) => {
    if (typeof event.seq === "number") last = event.seq;
    onEvent(event);
  };
  const retry = () => {
    clearTimeout(timer);
    timer = setTimeout(open, wait);
    wait = Math.min(wait * 2, 5000);
  };
  open();
  addEventListener("pagehide", () => { clearTimeout(timer); source.close(); });
  return { last: () => last, rewind: (to) => { last = to; } };
}
