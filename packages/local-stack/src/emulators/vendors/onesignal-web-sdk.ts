import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Outbox, SentMessage } from "../outbox.ts";
import type { OneSignalUsers } from "./onesignal-users.ts";

/**
 * Stands in for OneSignal's web SDK, version 16, whose script and whose way to browsers are on the vendor's servers: the
 * same calls, devices kept by the emulator, and what is pushed to one shown on its page. As a browser's push service does, it
 * keeps what comes while no page is open: each page says how far the one before it had come.
 */
const pageScript = `(() => {
const origin = new URL(document.currentScript.src).origin;
const name = "onesignal-stand-in";
const read = () => JSON.parse(localStorage.getItem(name) ?? "{}");
const write = (changes) => localStorage.setItem(name, JSON.stringify({ ...read(), ...changes }));
let settings;
let pushes;
const proven = (token) => (token ? { authorization: "Bearer " + token } : {});
const subscribe = async (user, enabled) => {
  if (!user) return;
  if (!read().token) write({ token: crypto.randomUUID() });
  const subscriptions = [{ type: "ChromePush", token: read().token, enabled }];
  const answer = await fetch(origin + "/apps/" + settings.appId + "/users", {
    method: "POST",
    headers: { "content-type": "application/json", ...proven(read().proof) },
    body: JSON.stringify({ identity: { external_id: user }, subscriptions }),
  });
  if (!answer.ok) throw new Error("The device could not be subscribed: " + answer.status);
};
const show = ({ data, lastEventId }) => {
  write({ shown: lastEventId });
  const { title, body, url } = JSON.parse(data);
  const toast = document.createElement("a");
  if (url) toast.href = url;
  toast.dataset.push = "";
  toast.setAttribute("role", "status");
  toast.style.cssText = "position:fixed;right:16px;bottom:16px;z-index:99;max-width:320px;padding:12px 16px;" +
    "border-radius:8px;background:#222;color:#fff;font:14px/20px sans-serif;text-decoration:none";
  toast.append(Object.assign(document.createElement("strong"), { textContent: title }));
  toast.append(document.createElement("br"), body);
  document.querySelector("[data-push]")?.remove();
  document.body.append(toast);
};
const follow = () => {
  pushes?.close();
  pushes = undefined;
  const { user, optedIn, token, shown } = read();
  if (!user || !optedIn || !token) return;
  pushes = new EventSource(origin + "/devices/" + token + "/pushes" + (shown ? "?after=" + shown : ""));
  pushes.addEventListener("begin", ({ lastEventId }) => write({ shown: lastEventId }));
  pushes.onmessage = show;
};
const sdk = {
  async init(options) {
    settings = options;
    follow();
  },
  async login(user, proof) {
    const before = read();
    if (before.user && before.user !== user) await subscribe(before.user, false);
    write({ proof });
    await subscribe(user, before.optedIn === true);
    write(before.user === user ? {} : { user, shown: undefined });
    follow();
  },
  async logout() {
    await subscribe(read().user, false);
    write({ user: undefined, proof: undefined });
    follow();
  },
  Notifications: {
    isPushSupported: () => "serviceWorker" in navigator && "Notification" in window,
    get permission() { return Notification.permission === "granted"; },
    requestPermission: () => Notification.requestPermission(),
  },
  User: { PushSubscription: {
    async optIn() {
      const { scope } = settings.serviceWorkerParam;
      await navigator.serviceWorker.register("/" + settings.serviceWorkerPath, { scope });
      write({ optedIn: true });
      await subscribe(read().user, true);
      follow();
    },
    async optOut() {
      write({ optedIn: false, shown: undefined });
      await subscribe(read().user, false);
      follow();
    },
  } },
};
const waiting = window.OneSignalDeferred ?? [];
window.OneSignalDeferred = { push: (ready) => ready(sdk) };
for (const ready of waiting) ready(sdk);
})();
`;

/** What a push wakes is shown by the page here, so the worker has nothing to do. */
const workerScript = `self.addEventListener("push", () => {});\n`;

const javascript = { "content-type": "text/javascript; charset=utf-8" };

/** The scripts that browsers load, and what is pushed to each of them. */
export function webSdk(outbox: Outbox, users: Pick<OneSignalUsers, "ownerOf">): Hono {
  const app = new Hono();
  app.get("/sdks/web/v16/OneSignalSDK.page.js", (context) => context.body(pageScript, 200, javascript));
  app.get("/sdks/web/v16/OneSignalSDK.sw.js", (context) => context.body(workerScript, 200, javascript));
  app.get("/devices/:token/pushes", (context) => pushesTo(context, outbox, users));
  return app;
}

/**
 * From where the page before it had come to, or from now on, until the page is closed. Each is numbered by its place in the
 * outbox; the first says where the page begins.
 */
function pushesTo(context: Context, outbox: Outbox, users: Pick<OneSignalUsers, "ownerOf">): Response {
  const token = context.req.param("token") ?? "";
  const after = context.req.header("last-event-id") ?? context.req.query("after");
  return streamSSE(context, async (stream) => {
    let seen = after === undefined ? outbox.all().length : Number(after);
    await stream.writeSSE({ event: "begin", id: String(seen), data: String(seen) });
    const send = () => {
      const sent = outbox.all();
      // What was cleared begins anew.
      if (seen > sent.length) seen = 0;
      const owner = users.ownerOf(token);
      for (const message of sent.slice(seen)) {
        seen += 1;
        if (owner === undefined || !isTo(message, owner)) continue;
        void stream.writeSSE({ id: String(seen), data: shown(message) });
      }
    };
    const stop = outbox.watch(send);
    send();
    await new Promise<void>((closed) => stream.onAbort(closed));
    stop();
  });
}

function isTo({ vendor, to }: SentMessage, userId: string): boolean {
  return vendor === "onesignal" && to.split(", ").includes(userId);
}

function shown({ subject: title, text: body, resource: { url } }: SentMessage): string {
  return JSON.stringify({ title, body, url });
}
