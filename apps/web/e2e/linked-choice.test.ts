import { type Stack, startStack } from "@org/local-stack";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createVisitor, fillIn } from "./visitor.ts";

const userId = "user_linked";
const all = { email: true, sms: true, push: true };

let stack: Stack;
let pool: Pool;
let path: string;

const stores = () => mohallaMartStores(pool);
const chosen = () => stores().preferences.get(userId);

beforeAll(async () => {
  stack = await startStack({ environment: process.env });
  pool = createPool({ databaseUrl: stack.urls.postgres });
  const { users, preferences, unsubscribeTokens, watchers, products } = stores();
  await users.add({ userId, name: "Leela Nair", email: "leela@example.com" });
  await preferences.initialize({ userId, language: "en-IN", channels: all });
  const [product] = await products.list({ shopId: "shop_789" });
  await watchers.watch({ userId, productId: product?.productId ?? "none" });
  const [found] = await unsubscribeTokens.of([userId]);
  path = `/u/${found?.token}`;
});
beforeEach(() => stores().preferences.update(userId, { channels: all, quietHours: null }));

afterAll(async () => {
  await pool?.end();
  await stack?.stop();
});

/** As a mail program does: without cookies, from its own address. */
function pressButton(at: string): Promise<Response> {
  return fetch(stack.urls.web + at, {
    method: "POST",
    headers: { origin: "https://mail.example" },
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });
}

it("a mail program's button stops emails at once and nothing else", async () => {
  const pressed = await pressButton(path);
  expect([pressed.status, await pressed.text()]).toEqual([200, "Stopped.\n"]);
  expect((await chosen())?.channels).toEqual({ ...all, email: false });
  const [last] = (await stores().consents.list(userId)).slice(-1);
  expect(last).toMatchObject({ channel: "email", granted: false, source: "mail-program" });
});

it("opening a link changes nothing, tells nobody whose it is, and shows what is watched", async () => {
  const page = await createVisitor(stack.urls.web).open(path);
  expect(page.status).toBe(200);
  expect(page.document.querySelectorAll("input[name=channels][checked]")).toHaveLength(3);
  expect(page.document.querySelector('main a[href^="/products/"]')).not.toBeNull();
  for (const personal of ["Leela", "leela@example.com", userId])
    expect(page.document.toString()).not.toContain(personal);
  expect((await chosen())?.channels).toEqual(all);
});

it("its page changes channels and quiet hours without signing in, and says so", async () => {
  const visitor = createVisitor(stack.urls.web);
  const page = await visitor.open(path);
  const form = fillIn(page, "select[name=quietFrom]", { quietFrom: "22:00", quietTo: "07:00" });
  form.body.delete("channels");
  form.body.append("channels", "push");
  const saved = await visitor.send({ ...form, path });
  expect(saved.text).toContain("Saved. We keep to it from now on.");
  expect(await chosen()).toMatchObject({
    channels: { email: false, sms: false, push: true },
    quietHours: { from: "22:00", to: "07:00" },
  });
});

it("quiet hours without an end are refused, and nothing is saved", async () => {
  const visitor = createVisitor(stack.urls.web);
  const form = fillIn(await visitor.open(path), "select[name=quietFrom]", {
    quietFrom: "22:00",
    quietTo: "",
  });
  form.body.delete("channels");
  const refused = await visitor.send({ ...form, path });
  expect(refused.text).toContain("Nothing was saved. Choose when they begin and when they end");
  expect((await chosen())?.channels).toEqual(all);
});

it.each(["/u/nobody", `/u/${"0".repeat(26)}`])("%s does not work, and says so", async (at) => {
  const opened = await createVisitor(stack.urls.web).open(at);
  expect(opened.text).toContain("This link does not work");
  const pressed = await pressButton(at);
  expect([pressed.status, await pressed.text()]).toEqual([404, expect.stringContaining("Sign in to change")]);
});

it("what is no form is refused", async () => {
  const answer = await fetch(stack.urls.web + path, { method: "POST", body: "{}" });
  expect(answer.status).toBe(400);
});
