import { expect, it } from "vitest";
import { saidFailure } from "./said.ts";

const unanswered = "Resend answered 503 when asked to send an email. Try again.";

it.each([
  [
    "NonRetriableError",
    unanswered,
    4,
    "Resend answered 503 when asked to send an email, at each of 4 attempts.",
  ],
  ["NonRetriableError", unanswered, 1, "Resend answered 503 when asked to send an email."],
  ["Error", unanswered, undefined, "Resend answered 503 when asked to send an email."],
  ["RetryAfterError", "The stock is gone.", 4, "The stock is gone."],
  ["TypeError", "x is not a function", 4, "TypeError: x is not a function"],
  ["IntegrationError", "Look it up there before repeating it.", 1, "Look it up there before repeating it."],
  ["", "The engine gave no reason.", undefined, "The engine gave no reason."],
])("says of a %s %j after %s attempts what is wrong", (name, message, attempts, said) => {
  expect(saidFailure({ error: { name, message }, ...(attempts !== undefined && { attempts }) })).toBe(said);
});
