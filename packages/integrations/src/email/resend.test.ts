import { expect, it } from "vitest";
import { cannedServer } from "../contracts/canned-server.ts";
import { failureOf, personal } from "../contracts/failure.ts";
import { resendEmail } from "./resend.ts";

const from = "MohallaMart <orders@mohallamart.example>";

const email = {
  to: personal.email,
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  key: "hello:user_1",
};

it.each([
  ["a used-up quota", 429, { name: "daily_quota_exceeded", statusCode: 429 }, "final"],
  [
    "a concurrent call with the key",
    409,
    { name: "concurrent_idempotent_requests", statusCode: 409 },
    "retryable",
  ],
  ["an acceptance without an id", 200, {}, "retryable"],
  ["a proxy's answer", 502, "<html>Bad gateway</html>", "retryable"],
  ["an error of another form", 400, { error: `unknown field in ${personal.email}` }, "retryable"],
] as const)("%s is %s %j: %s", async (_case, status, body, kind) => {
  const server = await cannedServer({ status, body: typeof body === "string" ? body : JSON.stringify(body) });
  const sender = resendEmail({ apiKey: "re_1", from, baseUrl: server.url });
  const error = await failureOf(sender.send(email), ["re_1"]);
  expect(error).toMatchObject({ port: "email", vendor: "resend", kind });
  expect(server.requests).toHaveLength(1);
  await server.stop();
});

it("the key and the headers reach Resend", async () => {
  const server = await cannedServer({ status: 200, body: JSON.stringify({ id: "email_1" }) });
  const sender = resendEmail({ apiKey: "re_1", from, baseUrl: server.url });
  await sender.send({ ...email, headers: { "List-Unsubscribe": "<https://mohallamart.example/u>" } });
  expect(server.requests[0]?.headers["idempotency-key"]).toBe(email.key);
  expect(JSON.parse(server.requests[0]?.body ?? "")).toMatchObject({
    from,
    headers: { "List-Unsubscribe": "<https://mohallamart.example/u>" },
  });
  await server.stop();
});
