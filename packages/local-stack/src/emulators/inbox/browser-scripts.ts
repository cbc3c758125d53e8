/** Replaces the list when something was sent; the open message stays as it is. */
export const messagesScript = `
new EventSource("/changes").onmessage = async () => {
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ["channels", "messages"]) document.getElementById(id).replaceWith(fresh.getElementById(id));
  if (document.getElementById("nothing")) location.reload();
};`;

/** Sends what the page's forms and buttons ask for, and shows what the vendors do; a form being filled in stays. */
export const vendorsScript = `
const send = (method, path, body) => fetch(path, {
  method, headers: { "content-type": "application/json" }, body: body && JSON.stringify(body),
});
const refresh = async () => {
  const answer = await fetch("/vendors");
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    part.replaceWith(fresh.getElementById(part.id));
  }
};
let waiting;
new EventSource("/vendors/changes").onmessage = () => {
  waiting ??= setTimeout(() => { waiting = undefined; refresh(); }, 100);
};
document.addEventListener("submit", async (event) => {
  event.preventDefault();
  if ("values" in event.target.dataset) {
    const values = Object.fromEntries(new FormData(event.target));
    const answer = await send("POST", event.target.getAttribute("action"), values);
    event.target.querySelector("output").textContent = answer.ok ? "Reported." : (await answer.json()).error;
    return;
  }
  const { kind, seconds, times } = event.target.elements;
  const delay = Math.round(Number(seconds.value) * 1000);
  const fault = { ...JSON.parse(kind.value), ...(delay > 0 ? { delay } : {}), times: Number(times.value) };
  await send("POST", event.target.getAttribute("action"), fault);
});
document.addEventListener("click", async ({ target }) => {
  const { clear, limits } = target.dataset;
  if (clear) await send("DELETE", clear);
  if (limits) await send("PUT", "/admin/rate-limits", { enabled: limits === "on" });
  if (limits) await refresh();
});`;
