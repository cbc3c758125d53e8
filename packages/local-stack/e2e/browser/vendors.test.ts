import { launchChromium, openTab } from "@org/tooling/chromium";
import { afterAll, beforeEach, expect, it } from "vitest";
import { startEmulators } from "../../src/emulators/start-emulators.ts";
import { twilioClient } from "../../src/testing/twilio-client.ts";

const browser = await launchChromium();
const emulators = await startEmulators({ rateLimits: false });
const twilio = twilioClient(emulators.twilio);
const sms = { from: emulators.twilio.from, to: "+919800000001", body: "Hello" };

afterAll(async () => {
  await browser.close();
  await emulators.stop();
});
beforeEach(() => emulators.reset());

async function openVendors() {
  const { page, complaints } = await openTab(browser);
  await page.goto(`${emulators.inbox.url}/vendors`);
  return { page, complaints, vendor: page.getByRole("region", { name: "twilio" }) };
}

it("a person fails the next requests and watches the vendor recover", async () => {
  const { page, complaints, vendor } = await openVendors();
  await vendor.getByLabel("Next requests get").selectOption("503 Service unavailable");
  await vendor.getByLabel("how often").fill("2");
  await vendor.getByRole("button", { name: "Fail next" }).click();
  await vendor.getByText("503 × 2").waitFor();
  for (const _ of [1, 2]) await expect(twilio.messages.create(sms)).rejects.toMatchObject({ status: 503 });
  await vendor.getByText("as usual", { exact: true }).waitFor();
  await twilio.messages.create(sms);
  const answers = vendor.locator("dd").first().locator(".chip");
  await expect.poll(async () => (await answers.allTextContents()).slice(-3)).toEqual(["503", "503", "201"]);
  expect(complaints).toEqual([]);
  await page.close();
});

it("a person takes faults back; what is being filled in stays", async () => {
  const { page, complaints, vendor } = await openVendors();
  await vendor.getByLabel("after").fill("2.5");
  emulators.failNext("twilio", { drop: true });
  await vendor.getByText("no answer", { exact: true }).waitFor();
  expect(await vendor.getByLabel("after").inputValue()).toBe("2.5");
  await vendor.getByRole("button", { name: "Clear" }).click();
  await vendor.getByText("as usual", { exact: true }).waitFor();
  await twilio.messages.create(sms);
  expect(emulators.outbox()).toHaveLength(1);
  expect(complaints).toEqual([]);
  await page.close();
});

it("a person switches the rate limits", async () => {
  const { page, complaints } = await openVendors();
  await page.getByRole("button", { name: "Switch them on" }).click();
  await page.getByRole("button", { name: "Switch them off" }).click();
  await page.getByText("rate limits do not apply").waitFor();
  expect(emulators.state().rateLimits).toBe(false);
  expect(complaints).toEqual([]);
  await page.close();
});
