import { expect, it } from "vitest";
import { linkTokenField, newLinkToken } from "./link-token.ts";

it("a token is read as it was made, and no other text is one", () => {
  const token = newLinkToken();
  expect(linkTokenField.parse(token)).toBe(token);
  expect(newLinkToken()).not.toBe(token);
  for (const other of ["", token.slice(1), `${token}A`, `${token.slice(1)}=`, `${token}\n`])
    expect(linkTokenField.safeParse(other).success, JSON.stringify(other)).toBe(false);
});
