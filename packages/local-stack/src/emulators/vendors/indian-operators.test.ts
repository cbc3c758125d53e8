import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { twilioClient } from "../../testing/twilio-client.ts";
import { startEmulators } from "../start-emulators.ts";

let time = 0;
const emulators = await startEmulators({ now: () => time });
const { msg91, twilio } = emulators;
const india = "+919800000001";

afterAll(() => emulators.stop());
beforeEach(async () => {
  time = Date.parse("2026-11-02T12:00:00+05:30");
  await emulators.reset();
});

const news = { product: "Rice", price: "Rs 80.00", previousPrice: "Rs 90.00", link: "A".repeat(26) };

async function byMsg91(name: keyof typeof msg91.templates, values: Record<string, string>, to = india) {
  const answer = await fetch(`${msg91.url}/api/v5/flow`, {
    method: "POST",
    headers: { authkey: msg91.authKey },
    body: JSON.stringify({
      template_id: msg91.templates[name],
      recipients: [{ mobiles: to.slice(1), ...values, CRQID: "r".repeat(32) }],
    }),
  });
  return Object(await answer.json()).type;
}

const byTwilio = (body: string, to = india) =>
  twilioClient(twilio)
    .messages.create({ from: twilio.from, to, body })
    .then(
      () => "success",
      ({ code }) => code,
    );

const text = ({ product, price, previousPrice, link }: typeof news) =>
  `MohallaMart: ${product} is now ${price} instead of ${previousPrice}. See it or stop these texts: https://mohallamart.test/u/${link}`;

describe("operators of India", () => {
  it.each([
    ["30 characters", "R".repeat(30), "success", "success"],
    ["31 characters", "R".repeat(31), "error", 30007],
  ])("a value of %s, through MSG91 and Twilio", async (_case, product, msg91Says, twilioSays) => {
    expect(await byMsg91("product-price-drop", { ...news, product })).toBe(msg91Says);
    expect(await byTwilio(text({ ...news, product }))).toBe(twilioSays);
    expect(emulators.outbox()).toHaveLength(msg91Says === "success" ? 2 : 0);
  });

  it.each([
    ["09:59:59", false],
    ["10:00:00", true],
    ["20:59:59", true],
    ["21:00:00", false],
  ])("a promotional text at %s passes: %s; one about an order always does", async (clock, passes) => {
    time = Date.parse(`2026-11-02T${clock}+05:30`);
    expect(await byMsg91("product-price-drop", news)).toBe(passes ? "success" : "error");
    expect(await byTwilio(text(news))).toBe(passes ? "success" : 30007);
    expect(await byMsg91("order-packed", { shop: "Asha Stores", order: "ord_1", link: "x" })).toBe("success");
    expect(
      await byTwilio("MohallaMart: Asha Stores has packed your order ord_1. https://mohallamart.test/o/x"),
    ).toBe("success");
  });

  it("elsewhere nobody drops anything", async () => {
    time = Date.parse("2026-11-02T03:00:00+05:30");
    expect(await byTwilio(text({ ...news, product: "R".repeat(31) }), "+14155550123")).toBe("success");
  });
});
