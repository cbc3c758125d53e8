import { expect, it } from "vitest";
import { safeNextPath } from "./next-path.ts";

it.each([
  ["/", "/"],
  ["/account", "/account"],
  ["/orders/ord_1?from=mail&x=%2F%2Fevil.example", "/orders/ord_1?from=mail&x=%2F%2Fevil.example"],
  ["/a/../account#part", "/account"],
])("%s leads to %s", (text, path) => {
  expect(safeNextPath(text)).toBe(path);
});

it.each([
  undefined,
  "",
  "account",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  " //evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "/./\\evil.example",
  "https://evil.example/",
  "https:/evil.example",
  "javascript:alert(1)",
  "//evil.example:99999999/",
  "http://here.invalid@evil.example/",
])("%j leads nowhere", (text) => {
  expect(safeNextPath(text)).toBeUndefined();
});
