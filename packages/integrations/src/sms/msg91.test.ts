import { expect, it } from "vitest";
import { cannedServer } from "../contracts/canned-server.ts";
import { failureOf, personal } from "../contracts/failure.ts";
import { msg91Sms, noTemplate, valueTooLong } from "./msg91.ts";

const account = { authKey: "an-auth-key", templates: { hello: "66f0c0ffee" } };
const sms = {
  to: personal.phone,
  body: `Hello ${personal.name}`,
  template: { name: "hello", values: { name: personal.name } },
  key: "hello:user_1",
};

it.each([
  ["a refusal", 200, { type: "error", message: `${personal.phone} is blocked`, code: "203" }, "final", "203"],
  ["a refusal without a code", 200, { type: "error", message: personal.text }, "final", undefined],
  ["a success without a request id", 200, { type: "success" }, "ambiguous", undefined],
  ["another kind of answer", 200, { status: "fail", hasError: true }, "ambiguous", undefined],
  ["an empty answer", 200, "", "ambiguous", undefined],
  ["an address that is not allowed", 418, { type: "error", message: "IP", code: "418" }, "final", "418"],
] as const)("%s is %s %j: %s", async (_case, status, body, kind, code) => {
  const server = await cannedServer({ status, body: typeof body === "string" ? body : JSON.stringify(body) });
  const sender = msg91Sms({ ...account, baseUrl: server.url });
  const error = await failureOf(sender.send(sms), [account.authKey]);
  expect(error).toMatchObject({ port: "sms", vendor: "msg91", kind, code });
  expect(server.requests).toHaveLength(1);
  await server.stop();
});

it("the template's id, the number without plus and the values reach MSG91", async () => {
  const server = await cannedServer({
    status: 200,
    body: JSON.stringify({ type: "success", message: "r1" }),
  });
  expect(await msg91Sms({ ...account, baseUrl: server.url }).send(sms)).toEqual({ messageId: "r1" });
  expect(server.requests[0]).toMatchObject({ method: "POST", path: "/api/v5/flow" });
  expect(server.requests[0]?.headers.authkey).toBe(account.authKey);
  expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual({
    template_id: account.templates.hello,
    short_url: "0",
    recipients: [
      {
        mobiles: personal.phone.slice(1),
        name: personal.name,
        CRQID: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ],
  });
  await server.stop();
});

it.each([undefined, { name: "unknown", values: {} }, { name: "constructor", values: {} }])(
  "without a known template (%j) nothing is asked",
  async (template) => {
    const server = await cannedServer({ status: 200, body: "" });
    const error = await failureOf(msg91Sms({ ...account, baseUrl: server.url }).send({ ...sms, template }));
    expect(error).toMatchObject({ kind: "final", code: noTemplate });
    expect(server.requests).toEqual([]);
    await server.stop();
  },
);

it("a value that operators would drop is not sent, and the failure names it without quoting it", async () => {
  const server = await cannedServer({
    status: 200,
    body: JSON.stringify({ type: "success", message: "r1" }),
  });
  const sender = msg91Sms({ ...account, baseUrl: server.url });
  const of = (length: number) => ({ name: "hello", values: { short: "x", name: "n".repeat(length) } });
  const error = await failureOf(sender.send({ ...sms, template: of(31) }));
  expect(error).toMatchObject({ kind: "final", code: valueTooLong, aboutRecipient: false });
  expect(error.message).toMatch(/30 characters a value; too long in hello: name/);
  expect(server.requests).toEqual([]);
  expect(await sender.send({ ...sms, template: of(30) })).toEqual({ messageId: "r1" });
  await server.stop();
});
