import { expect, it } from "vitest";
import { isFromElsewhere } from "./from-elsewhere.ts";

const own = "https://mohallamart.example";
const local = "http://127.0.0.1:3000";

it.each([
  ["its own page", own, own, "mohallamart.example", false],
  ["no browser", own, null, "mohallamart.example", false],
  ["another site", own, "https://evil.example", "mohallamart.example", true],
  ["another site that names itself in Host", own, "https://evil.example", "evil.example", true],
  ["its own name without https", own, "http://mohallamart.example", "mohallamart.example", true],
  ["a sandboxed page", own, "null", "mohallamart.example", true],
  ["a sandboxed page, here", local, "null", "127.0.0.1:3000", true],
  ["another name of this machine", local, "http://localhost:3000", "localhost:3000", false],
  ["another port of this machine", local, "http://127.0.0.1:4000", "127.0.0.1:3000", true],
])("a form from %s", (_who, ownOrigin, origin, host, refused) => {
  const headers = new Headers({ host, ...(origin === null ? {} : { origin }) });
  expect(isFromElsewhere({ url: `${ownOrigin}/cart`, headers }, ownOrigin)).toBe(refused);
});

it.each([
  ["/api/webhooks/razorpay", false],
  ["/checkout/shop_1/ord_1/paid", false],
  ["/ten-ocean/unsubscribe/token", false],
  ["/checkout/shop_1/ord_1/paid/else", true],
  ["/ten-ocean/unsubscribe", true],
])("%s is taken from everywhere only where what is sent proves itself", (path, refused) => {
  const headers = new Headers({ host: "mohallamart.example", origin: "https://elsewhere.example" });
  expect(isFromElsewhere({ url: own + path, headers }, own)).toBe(refused);
});
