import { screenshot } from "@org/tooling/chromium";
import { expect, it } from "vitest";
import { useDashboard } from "./dashboard-visit.ts";

const open = useDashboard();

it("shows messages as they are published, by channel and topic", async () => {
  const { stage, page, complaints } = await open("/events");
  const publish = (channel: string, topic: string, body: unknown) =>
    fetch(`${stage.server.url}/v1/realtime/publish?channel=${channel}&topic=${topic}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
  await page.getByRole("link", { name: /Realtime/ }).click();
  await page.getByText("No messages yet").waitFor();
  await publish("order:1", "status", { text: "packed" });
  await publish("order:1", "position", { latitude: 12.9 });
  await publish("order:2", "status", { text: "on its way" });
  const rows = page.locator(".message");
  await expect.poll(() => rows.count()).toBe(3);
  expect(await rows.first().textContent()).toContain("on its way");
  await page.getByLabel("Channel").selectOption("order:1");
  await page.getByLabel("Topic").selectOption("status");
  await expect.poll(() => rows.count()).toBe(1);
  await publish("order:1", "status", { text: "delivered" });
  await expect.poll(() => rows.count()).toBe(2);
  await rows.first().locator("summary").click();
  await page.locator("pre.json", { hasText: '"delivered"' }).waitFor();
  await screenshot(page, "dashboard/realtime");
  await page.getByLabel("Topic").selectOption("");
  await expect.poll(() => rows.count()).toBe(3);
  expect(complaints).toEqual([]);
});
