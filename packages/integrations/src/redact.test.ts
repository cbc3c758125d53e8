import { expect, it } from "vitest";
import { withoutValues } from "./redact.ts";

it("values at any depth are removed, the rest of the text stays", () => {
  const data = { email: "asha@example.com", contact: { phones: ["+919876543210"] }, name: "Asha Rao" };
  expect(withoutValues("400: bad email asha@example.com of Asha Rao, +919876543210", data)).toBe(
    "400: bad email [removed] of [removed], [removed]",
  );
});

it("a value inside a longer one leaves nothing of the longer one", () => {
  expect(withoutValues("for asha@example.com", { name: "asha", email: "asha@example.com" })).toBe(
    "for [removed]",
  );
});
