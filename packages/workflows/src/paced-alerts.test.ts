import type { AlertSender } from "@org/integrations/alerts/port";
import { expect, it } from "vitest";
import { alertTurns, pacedAlerts } from "./paced-alerts.ts";

it("lets alerts that come together leave one a second, and passes on what their sender says", async () => {
  const waits: number[] = [];
  const clock = { now: () => 0, wait: async (milliseconds: number) => void waits.push(milliseconds) };
  const alerts: AlertSender = { send: async ({ key }) => ({ messageId: key }) };
  const paced = pacedAlerts(alerts, alertTurns({}, clock));
  const at = "2026-11-02T04:30:00.000Z";
  const alert = (key: string) =>
    ({ key, at, group: key, severity: "warning", title: key, text: key }) as const;
  const sent = await Promise.all(["a", "b", "c"].map((key) => paced.send(alert(key))));
  expect(sent).toEqual([{ messageId: "a" }, { messageId: "b" }, { messageId: "c" }]);
  expect(waits).toEqual([1_000, 2_000]);
});
