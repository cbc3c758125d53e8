import { expect, it } from "vitest";
import { failureOf } from "../contracts/failure.ts";
import { startEmailAlerts } from "./email.bench.ts";
import { emailAlerts } from "./email.ts";

const alert = {
  group: "g",
  severity: "warning",
  title: "Slow <b>",
  text: "It is slow.",
  key: "k",
  at: "2026-11-02T04:30:00.000Z",
} as const;

it("each address gets a message of its own, once per key, and none can put markup into it", async () => {
  const bench = await startEmailAlerts();
  await bench.sender.send(alert);
  await bench.sender.send(alert);
  expect(bench.mailbox().map(({ to }) => to)).toEqual(["ops@example.com", "owner@example.com"]);
  expect(bench.mailbox()[0]?.html).toContain("Slow &lt;b&gt;");
  await bench.stop();
});

it("without an address an alert fails, it does not vanish", async () => {
  const email = { send: () => Promise.reject(new Error("unused")), sendBatch: async () => [] };
  const error = await failureOf(emailAlerts({ email, to: [] }).send(alert));
  expect(error).toMatchObject({ port: "alerts", vendor: "email", kind: "final" });
});

it("an address that is none keeps no alert from the others, and alerts fail when there is no other", async () => {
  const sendBatch = async (emails: readonly { to: string }[]) =>
    emails.map(({ to }) => (to === "nobody" ? { refused: "No address." } : { messageId: to }));
  const email = { send: () => Promise.reject(new Error("unused")), sendBatch };
  const alerts = (...to: string[]) => emailAlerts({ email, to });
  expect(await alerts("nobody", "owner@example.com").send(alert)).toEqual({
    messageId: "owner@example.com",
  });
  expect(await failureOf(alerts("nobody").send(alert))).toMatchObject({ port: "alerts", kind: "final" });
});
