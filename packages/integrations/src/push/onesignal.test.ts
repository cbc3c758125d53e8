import { expect, it } from "vitest";
import { cannedServer } from "../contracts/canned-server.ts";
import { failureOf, personal } from "../contracts/failure.ts";
import { oneSignalPush } from "./onesignal.ts";

const app = {
  appId: "8250eaf6-1a58-489e-b136-7c74a864b434",
  apiKey: "os_secret_1",
  product: "mohallamart",
} as const;
const push = { userId: "user_1", title: personal.name, body: personal.text, key: "hello:user_1" };

it.each([
  ["a user that nobody subscribed", { id: "", errors: ["All included players are not subscribed"] }, "final"],
  [
    "an alias that is not known",
    { id: "", errors: { invalid_aliases: { external_id: ["mohallamart:user_1"] } } },
    "final",
  ],
  ["an answer without an id", {}, "retryable"],
  ["an id of another form", { id: 7 }, "retryable"],
] as const)("a 200 that means %s: %j is %s", async (_case, body, kind) => {
  const server = await cannedServer({ status: 200, body: JSON.stringify(body) });
  const error = await failureOf(oneSignalPush({ ...app, baseUrl: server.url }).send(push), [app.apiKey]);
  expect(error).toMatchObject({ port: "push", vendor: "onesignal", kind });
  expect(server.requests).toHaveLength(1);
  await server.stop();
});

it("an id means that it reached a device, whatever the answer says of other aliases", async () => {
  const body = { id: "n1", errors: { invalid_aliases: { external_id: ["mohallamart:user_1"] } } };
  const server = await cannedServer({ status: 200, body: JSON.stringify(body) });
  expect(await oneSignalPush({ ...app, baseUrl: server.url }).send(push)).toEqual({ messageId: "n1" });
  await server.stop();
});

it.each([
  ["all", { id: "n1" }, { messageId: "n1", withoutDevice: [] }],
  [
    "one of them unknown",
    { id: "n1", errors: { invalid_aliases: { external_id: ["mohallamart:user_2"] } } },
    { messageId: "n1", withoutDevice: ["user_2"] },
  ],
  [
    "none subscribed",
    { id: "", errors: ["All included players are not subscribed"] },
    { withoutDevice: ["user_1", "user_2"] },
  ],
])("an answer for many reached %s", async (_case, body, expected) => {
  const server = await cannedServer({ status: 200, body: JSON.stringify(body) });
  const { userId: _, ...words } = push;
  const sender = oneSignalPush({ ...app, baseUrl: server.url });
  expect(await sender.sendMany({ ...words, userIds: ["user_1", "user_2"] })).toEqual(expected);
  expect(JSON.parse(server.requests[0]?.body ?? "")).toMatchObject({
    include_aliases: { external_id: ["mohallamart:user_1", "mohallamart:user_2"] },
  });
  await server.stop();
});

it.each([{}, { id: 7 }])("an answer for many of another form is retryable: %j", async (body) => {
  const server = await cannedServer({ status: 200, body: JSON.stringify(body) });
  const many = { ...push, userIds: ["user_1"] };
  const error = await failureOf(oneSignalPush({ ...app, baseUrl: server.url }).sendMany(many), [app.apiKey]);
  expect(error).toMatchObject({ port: "push", vendor: "onesignal", kind: "retryable" });
  await server.stop();
});

it("a key becomes the same version 3 UUID every time, and no other key's", async () => {
  const server = await cannedServer({ status: 200, body: JSON.stringify({ id: "n1" }) });
  const sender = oneSignalPush({ ...app, baseUrl: server.url });
  for (const key of ["one", "one", "two"]) await sender.send({ ...push, key });
  const keys = server.requests.map(({ body }) => JSON.parse(body).idempotency_key);
  // Fixed here as well: a change of the derivation would repeat every notification of the last 30 days.
  expect(keys[0]).toBe("6a483192-acab-3793-ae26-1bc6ed7ebb16");
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
  await server.stop();
});

it("the user is addressed by their product and our id, and only their push devices", async () => {
  const server = await cannedServer({ status: 200, body: JSON.stringify({ id: "n1" }) });
  await oneSignalPush({ ...app, baseUrl: server.url }).send({ ...push, url: "https://x.example/1" });
  expect(server.requests[0]?.headers.authorization).toBe(`Key ${app.apiKey}`);
  expect(JSON.parse(server.requests[0]?.body ?? "")).toMatchObject({
    app_id: app.appId,
    include_aliases: { external_id: ["mohallamart:user_1"] },
    target_channel: "push",
    url: "https://x.example/1",
  });
  await server.stop();
});
