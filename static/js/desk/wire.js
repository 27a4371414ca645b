// How a form's page speaks with the desk, and what an answer means:
// kept, silent (no answer), out (logged out), another (somebody else is logged in), gone, refused.
const PATIENCE = 10_000; // milliseconds

export function wire(form, by) {
  const tokens = () => document.querySelectorAll("[name=csrfmiddlewaretoken]");

  async function send(url, packet) {
    const answer = await call(url, body(packet));
    if (answer.state !== "unknown") return answer;
    const renewed = await renew(url); // the token changes with every login
    return renewed === "kept" ? known(await call(url, body(packet))) : { state: renewed };
  }

  function body(packet) {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.append("by", by);
    for (const [name, value] of Object.entries(packet)) data.append(name, value);
    return data;
  }

  async function renew(url) {
    const told = await standing(url);
    if (told.state !== "kept") return told.state;
    if (told.by !== by) return "another";
    for (const one of tokens()) one.value = told.token;
    return "kept";
  }

  async function standing(url, keys = []) {
    const query = new URLSearchParams(keys.map((key) => ["key", key]));
    return known(await call(`${url}?${query}`));
  }

  return { send, standing, body };
}

const known = (answer) => (answer.state === "unknown" ? { ...answer, state: "silent" } : answer);

async function call(url, body) {
  let answer;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    answer = await fetch(url, { method: body ? "POST" : "GET", body, redirect: "manual", signal });
    if (answer.type === "opaqueredirect") return { state: "out" };
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) {
      return { state: answer.status === 403 ? "unknown" : "silent" };
    }
    const told = await answer.json();
    const state = answer.ok ? "kept" : ({ 404: "gone", 409: "another" }[answer.status] ?? "refused");
    return { ...told, state };
  } catch {
    return { state: "silent" };
  }
}
