import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type Emulators, startEmulators } from "../start-emulators.ts";
import { identityTokenOf } from "./onesignal-identity.ts";

const stateDir = await mkdtemp(join(tmpdir(), "onesignal-test-"));
const emulators = await startEmulators({ rateLimits: false });
const key = "3a3ed1ad-9c0a-4a7e-8f0a-3a1d9f7c2b10";

afterAll(async () => {
  await emulators.stop();
  await rm(stateDir, { recursive: true });
});
beforeEach(() => emulators.reset());

describe("OneSignal emulator", () => {
  it("sends to a subscribed user, shows it in the outbox and gives it back by id", async () => {
    await subscribe(emulators, "user_1");
    const { status, body } = await notify(emulators, {});
    expect([status, body]).toEqual([200, { id: expect.stringMatching(/^[\da-f-]{36}$/), external_id: null }]);
    expect(emulators.outbox()).toMatchObject([
      {
        id: body.id,
        vendor: "onesignal",
        channel: "push",
        to: "user_1",
        subject: "Hello",
        text: "Your order",
      },
    ]);
    const resource = await fetch(`${emulators.onesignal.url}/notifications/${body.id}`);
    expect(await resource.json()).toMatchObject({
      id: body.id,
      successful: 1,
      contents: { en: "Your order" },
    });
  });

  it("answers 200 without an id when nobody can be reached", async () => {
    expect(await notify(emulators, {})).toMatchObject({
      status: 200,
      body: { id: "", errors: { invalid_aliases: { external_id: ["user_1"] } } },
    });
    await subscribe(emulators, "user_1", false);
    expect(await notify(emulators, {})).toMatchObject({
      status: 200,
      body: { id: "", errors: ["All included players are not subscribed"] },
    });
    expect(emulators.outbox()).toEqual([]);
  });

  it("knows the users who have allowed notifications from the start, until they no longer want them", async () => {
    const options = { stateDir: join(stateDir, "subscribed"), rateLimits: false, pushUsers: ["user_1"] };
    const first = await startEmulators(options);
    expect((await notify(first, {})).body.id).not.toBe("");
    await first.reset();
    expect((await notify(first, {})).body.id).not.toBe("");
    await subscribe(first, "user_1", false, "browser-of-user_1");
    await first.stop();
    const second = await startEmulators(options);
    expect((await notify(second, {})).body).toMatchObject({ id: "" });
    await second.stop();
  });

  it("gives nobody a device without a proof of who they are, when the app wants one", async () => {
    const emulated = await startEmulators({ rateLimits: false, verifiesPushUsers: true });
    const { url, appId } = emulated.onesignal;
    const link = (authorization?: string, enabled = true) =>
      fetch(`${url}/apps/${appId}/users`, {
        method: "POST",
        ...(authorization && { headers: { authorization } }),
        body: JSON.stringify({
          identity: { external_id: "user_1" },
          subscriptions: [{ type: "ChromePush", token: "token-of-user_1", enabled }],
        }),
      }).then(({ status }) => status);
    const own = await identityTokenOf(appId, "user_1");
    const refused = [undefined, "Bearer nothing", `Key ${own}`, `Bearer ${own.slice(0, -6)}AAAAAA`];
    refused.push(`Bearer ${await identityTokenOf(appId, "user_2")}`);
    refused.push(`Bearer ${await identityTokenOf("another-app", "user_1")}`);
    for (const authorization of refused) expect(await link(authorization), authorization).toBe(401);
    expect((await notify(emulated, {})).body.id).toBe("");
    expect(await link(`Bearer ${own}`)).toBe(201);
    expect((await notify(emulated, {})).body.id).not.toBe("");
    // Whoever signed out has no proof any more, and the device is nobody's.
    expect(await link(undefined, false)).toBe(201);
    await emulated.stop();
  });

  it("replays a repeated idempotency key, also of two requests that arrive together", async () => {
    await subscribe(emulators, "user_1");
    const both = [notify(emulators, { idempotency_key: key }), notify(emulators, { idempotency_key: key })];
    const [first, second] = await Promise.all(both);
    expect(second?.body).toEqual(first?.body);
    expect([first, second].filter((answer) => answer?.replayed === "true")).toHaveLength(1);
    expect(emulators.outbox()).toHaveLength(1);
  });

  it("does not remember a key for what it did not send", async () => {
    await notify(emulators, { idempotency_key: key });
    await subscribe(emulators, "user_1");
    expect((await notify(emulators, { idempotency_key: key })).body.id).not.toBe("");
  });

  it.each([
    ["another app", { app_id: key }, 400],
    ["no English text", { contents: { hi: "नमस्ते" } }, 400],
    ["a link that is none", { url: "orders" }, 400],
    [
      "a key that is no version 3 or 4 UUID",
      { idempotency_key: "6ba7b810-9dad-51d1-80b4-00c04fd430c8" },
      400,
    ],
    ["recipients without a channel", { target_channel: undefined }, 400],
  ])("refuses %s", async (_case, change, status) => {
    await subscribe(emulators, "user_1");
    expect(await notify(emulators, change)).toMatchObject({
      status,
      body: { errors: [{ title: expect.any(String) }] },
    });
    expect(emulators.outbox()).toEqual([]);
  });

  it("refuses another key than its own", async () => {
    expect((await notify(emulators, {}, "os_other")).status).toBe(403);
  });

  it("knows a user by their devices and takes the newest word of each", async () => {
    await subscribe(emulators, "user_1", true);
    await subscribe(emulators, "user_1", false);
    const { url, appId } = emulators.onesignal;
    const user = await fetch(`${url}/apps/${appId}/users/by/external_id/user_1`);
    expect(await user.json()).toMatchObject({
      identity: { external_id: "user_1" },
      subscriptions: [{ type: "ChromePush", token: "token-of-user_1", enabled: false }],
    });
    expect((await fetch(`${url}/apps/${appId}/users/by/external_id/user_2`)).status).toBe(404);
  });

  it("gives browsers the web SDK's stand-in, and each device what is pushed to its person, while it is theirs", async () => {
    const { url } = emulators.onesignal;
    for (const script of ["page", "sw"]) {
      const answer = await fetch(`${url}/sdks/web/v16/OneSignalSDK.${script}.js`);
      expect(answer.headers.get("content-type")).toContain("text/javascript");
    }
    await subscribe(emulators, "user_1");
    const page = await openPage(`${url}/devices/token-of-user_1/pushes`);
    expect(await page.next()).toBe("event: begin\ndata: 0\nid: 0\n\n");
    await notify(emulators, { url: "https://mohallamart.example/orders/ord_1" });
    const data = { title: "Hello", body: "Your order", url: "https://mohallamart.example/orders/ord_1" };
    expect(await page.next()).toBe(`data: ${JSON.stringify(data)}\nid: 1\n\n`);
    await subscribe(emulators, "user_2", true, "token-of-user_1");
    await notify(emulators, {});
    await subscribe(emulators, "user_1", true, "token-of-user_1");
    await notify(emulators, { headings: { en: "Again" } });
    expect(await page.next()).toContain("Again");
    page.close();
  });

  it("keeps what is pushed while no page of a device is open, for the next one", async () => {
    await subscribe(emulators, "user_1");
    await notify(emulators, { headings: { en: "Seen" } });
    await notify(emulators, { headings: { en: "Missed" } });
    const page = await openPage(`${emulators.onesignal.url}/devices/token-of-user_1/pushes?after=1`);
    expect([await page.next(), await page.next()]).toEqual([
      "event: begin\ndata: 1\nid: 1\n\n",
      expect.stringContaining("Missed"),
    ]);
    page.close();
  });

  it("keeps devices and idempotency keys over a restart", async () => {
    const before = await startEmulators({ stateDir });
    await subscribe(before, "user_1");
    const first = await notify(before, { idempotency_key: key });
    await before.stop();
    const after = await startEmulators({ stateDir });
    expect(await notify(after, { idempotency_key: key })).toMatchObject({
      body: first.body,
      replayed: "true",
    });
    expect((await notify(after, {})).body.id).not.toBe("");
    await after.stop();
  });
});

async function subscribe(
  { onesignal }: Emulators,
  userId: string,
  enabled = true,
  token = `token-of-${userId}`,
): Promise<void> {
  const subscriptions = [{ type: "ChromePush", token, enabled }];
  const user = { identity: { external_id: userId }, subscriptions };
  const path = `${onesignal.url}/apps/${onesignal.appId}/users`;
  expect((await fetch(path, { method: "POST", body: JSON.stringify(user) })).status).toBe(201);
}

async function notify({ onesignal }: Emulators, change: object, apiKey: string = onesignal.apiKey) {
  const notification = {
    app_id: onesignal.appId,
    target_channel: "push",
    include_aliases: { external_id: ["user_1"] },
    headings: { en: "Hello" },
    contents: { en: "Your order" },
    ...change,
  };
  const answer = await fetch(`${onesignal.url}/notifications`, {
    method: "POST",
    headers: { authorization: `Key ${apiKey}` },
    body: JSON.stringify(notification),
  });
  const body = (await answer.json()) as { id?: string; errors?: unknown };
  return { status: answer.status, body, replayed: answer.headers.get("idempotent-replayed") };
}

/** Reads what a page's stream is sent, one entry after the other. */
async function openPage(url: string) {
  const closing = new AbortController();
  const answer = await fetch(url, { signal: closing.signal });
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let read = "";
  return {
    async next(): Promise<string> {
      while (!read.includes("\n\n")) {
        const part = await reader?.read();
        if (part === undefined || part.done) throw new Error("The stream has ended.");
        read += part.value;
      }
      const end = read.indexOf("\n\n") + 2;
      const entry = read.slice(0, end);
      read = read.slice(end);
      return entry;
    },
    close: () => closing.abort(),
  };
}
