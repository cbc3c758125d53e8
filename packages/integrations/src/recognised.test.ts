import { expect, expectTypeOf, it, vi } from "vitest";
import { IntegrationError } from "./error.ts";
import { type IsInstance, recognised } from "./recognised.ts";

const options = { port: "sms", vendor: "twilio", kind: "final" } as const;

class UnknownNumberError extends IntegrationError {
  static override readonly isInstance: IsInstance<UnknownNumberError> = recognised(
    this,
    "test/UnknownNumberError",
  );
}

/** The same module, loaded once more as another version of the package would be. */
function otherCopy() {
  vi.resetModules();
  return import("./error.ts");
}

it("recognises the error of another copy of the package, which instanceof does not", async () => {
  const { IntegrationError: Other } = await otherCopy();
  const error = new Other("Twilio answered 400.", options);
  expect(error).not.toBeInstanceOf(IntegrationError);
  expect(IntegrationError.isInstance(error)).toBe(true);
  expect(Other.isInstance(new IntegrationError("Twilio answered 400.", options))).toBe(true);
});

it("recognises the errors under a class, of any copy, and not those above or beside it", async () => {
  const { IntegrationError: Other } = await otherCopy();
  const error = new UnknownNumberError("No such number.", options);
  expect([IntegrationError.isInstance(error), Other.isInstance(error)]).toEqual([true, true]);
  expect(UnknownNumberError.isInstance(error)).toBe(true);
  expect(UnknownNumberError.isInstance(new IntegrationError("Refused.", options))).toBe(false);
});

it.each([undefined, null, "IntegrationError", new Error("Refused."), { name: "IntegrationError" }])(
  "does not take %o for one",
  (value) => {
    expect(IntegrationError.isInstance(value)).toBe(false);
  },
);

it("narrows to the class that was asked", () => {
  const error: unknown = new UnknownNumberError("No such number.", options);
  if (UnknownNumberError.isInstance(error)) expectTypeOf(error).toEqualTypeOf<UnknownNumberError>();
});
