import { expect, it } from "vitest";
import { relyingPartyOf } from "./relying-party.ts";

it.each([
  ["https://mohallamart.example", "mohallamart.example", "https://mohallamart.example"],
  ["https://shop.example:8443", "shop.example", "https://shop.example:8443"],
  ["http://localhost:3000", "localhost", "http://localhost:3000"],
])("at %s passkeys are for %s", (url, id, origin) => {
  expect(relyingPartyOf(url)).toEqual({ id, origin });
});

it.each(["http://127.0.0.1:3000", "https://203.0.113.9", "https://[2001:db8::1]", "http://shop.example"])(
  "at %s browsers have none",
  (url) => {
    expect(relyingPartyOf(url)).toBeUndefined();
  },
);
