import { expect, it } from "vitest";
import { IntegrationError } from "./error.ts";
import { describeError } from "./log.ts";

it("says what and where, with codes, and leaves out what may quote a person", () => {
  const error = new IntegrationError("Resend answered 422.", {
    port: "email",
    vendor: "resend",
    kind: "final",
    status: 422,
    code: "validation_error",
  });
  Object.assign(error, { request: { to: "asha@example.com" }, cause: new Error("asha@example.com") });
  expect(describeError(error)).toEqual({
    name: "IntegrationError",
    message: "Resend answered 422.",
    stack: error.stack,
    status: 422,
    code: "validation_error",
  });
});

it("takes what is no error as its text", () => {
  expect(describeError("gone")).toEqual({ message: "gone" });
});
