import { expect, it } from "vitest";
import { networkOf } from "../http/network.ts";
import { placeOf } from "./place.ts";

const chrome =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36";
const safari =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
const edge =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0";
const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

it.each([
  [chrome, "Chrome on Android"],
  [safari, "Safari on iOS"],
  [edge, "Microsoft Edge on Windows"],
  [firefox, "Firefox on Linux"],
  ["curl/8.9.1", "Unknown browser"],
  ["Asha Rao/9 (asha@example.com)", "Unknown browser"],
  ["", "Unknown browser"],
  [null, "Unknown browser"],
])("%s is %s", (userAgent, browser) => {
  expect(placeOf(userAgent, "unknown").browser).toBe(browser);
});

it.each([
  ["203.0.113.9", "the network 203.0.…"],
  ["2400:cb00:2049:1::a29f:1804", "the network 2400:cb00:…"],
  ["10.0.0.7", "a private network"],
  ["127.0.0.1", "a private network"],
  ["::1", "a private network"],
  ["fd12:3456:789a::1", "a private network"],
  ["not an address", "an unknown network"],
  [null, "an unknown network"],
])("an address such as %s is kept as %s", (forwardedFor, network) => {
  expect(placeOf(null, networkOf(forwardedFor, 1)).network).toBe(network);
});
