import { beforeEach, expect, it, vi } from "vitest";
import { IntegrationError } from "../error.ts";
import type { Log } from "../log.ts";
import { alertsEverywhere } from "./everywhere.ts";
import type { Alert, AlertSender } from "./port.ts";

const alert: Alert = {
  group: "g",
  severity: "critical",
  title: "A run failed",
  text: "…",
  key: "run_1",
  at: "2026-11-02T04:30:00.000Z",
};
const ignore = () => {};
const warn = vi.fn<Log["warn"]>();
const log: Log = { debug: ignore, info: ignore, error: ignore, warn };

beforeEach(() => {
  warn.mockReset();
});

function taking(messageId: string): AlertSender & { sent: Alert[] } {
  const sent: Alert[] = [];
  return {
    sent,
    async send(taken) {
      sent.push(taken);
      return { messageId };
    },
  };
}

function failing(vendor: string): AlertSender {
  return {
    async send() {
      throw new IntegrationError(`${vendor} answered 400.`, {
        port: "alerts",
        vendor,
        kind: "final",
        code: "no",
      });
    },
  };
}

it("all are told, the first one's id counts", async () => {
  const [slack, email] = [taking("slack_1"), taking("email_1")];
  expect(await alertsEverywhere([slack, email], log).send(alert)).toEqual({ messageId: "slack_1" });
  expect([slack.sent, email.sent]).toEqual([[alert], [alert]]);
  expect(warn).not.toHaveBeenCalled();
});

it("one that fails does not keep the others from it, and is logged", async () => {
  const email = taking("email_1");
  expect(await alertsEverywhere([failing("slack"), email], log).send(alert)).toEqual({
    messageId: "email_1",
  });
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    { group: "g", vendor: "slack", kind: "final", code: "no" },
    expect.any(String),
  );
});

it("when all fail it fails as the first one did", async () => {
  const sender = alertsEverywhere([failing("slack"), failing("email")], log);
  await expect(sender.send(alert)).rejects.toMatchObject({ vendor: "slack", kind: "final" });
});
