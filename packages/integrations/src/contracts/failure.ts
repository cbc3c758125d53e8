import { inspect } from "node:util";
import { expect } from "vitest";
import { IntegrationError } from "../error.ts";
import { leaksIn } from "./leaks.ts";

/** What the test sends, and what therefore must not be in any error or log. */
export const personal = {
  name: "Asha Raghunathan",
  email: "asha.raghunathan@example.com",
  phone: "+919812345670",
  text: "Your parcel waits behind the blue door",
} as const;

/**
 * The `IntegrationError` that a call is rejected with.
 * Fails when it resolves, when it throws something else, and when the error holds a secret or a personal value anywhere.
 */
export async function failureOf(
  call: Promise<unknown>,
  secrets: readonly string[] = [],
): Promise<IntegrationError> {
  const error = await call.then(
    (result) => expect.unreachable(`resolved with ${inspect(result)}`),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(IntegrationError);
  expectNothingPersonal(error, secrets);
  return integrationError(error);
}

export function expectNothingPersonal(value: unknown, secrets: readonly string[] = []): void {
  const all = [...Object.values(personal), personal.phone.slice(1), ...secrets];
  expect(leaksIn(value, all)).toEqual([]);
}

/** Holds because the caller has just asserted it. */
function integrationError(error: unknown): IntegrationError {
  return error as IntegrationError;
}
