import { expect, it } from "vitest";
import { cannedServer } from "../contracts/canned-server.ts";
import { failureOf } from "../contracts/failure.ts";
import { slackAlerts } from "./slack.ts";

const options = { token: "xoxb-secret", channel: "alerts" };
const alert = {
  group: "g",
  severity: "warning",
  title: "Slow",
  text: "It is slow.",
  key: "k",
  at: "2026-11-02T04:30:00.000Z",
} as const;

it.each([
  ["a channel that is not there", { ok: false, error: "channel_not_found" }, "final", "channel_not_found"],
  ["a token that was withdrawn", { ok: false, error: "token_revoked" }, "final", "token_revoked"],
  ["a limit", { ok: false, error: "ratelimited" }, "retryable", "ratelimited"],
  ["an error in the middle", { ok: false, error: "fatal_error" }, "ambiguous", "fatal_error"],
  ["a refusal without a reason", { ok: false }, "ambiguous", undefined],
  ["an acceptance without an id", { ok: true }, "ambiguous", undefined],
  ["another kind of answer", {}, "ambiguous", undefined],
] as const)("a 200 that means %s: %j is %s", async (_case, body, kind, code) => {
  const server = await cannedServer({ status: 200, body: JSON.stringify(body) });
  const error = await failureOf(slackAlerts({ ...options, baseUrl: server.url }).send(alert), [
    options.token,
  ]);
  expect(error).toMatchObject({ port: "alerts", vendor: "slack", kind, code, status: 200 });
  expect(server.requests).toHaveLength(1);
  await server.stop();
});

it("an alert that is longer than Slack takes is cut, not refused", async () => {
  const server = await cannedServer({ status: 200, body: JSON.stringify({ ok: true, ts: "1.0" }) });
  const long = { ...alert, title: "t".repeat(400), text: "x".repeat(5000) };
  await slackAlerts({ ...options, baseUrl: server.url }).send(long);
  const { blocks } = JSON.parse(server.requests[0]?.body ?? "");
  expect(blocks[0].text.text).toHaveLength(150);
  expect(blocks[1].text.text).toHaveLength(3000);
  await server.stop();
});
