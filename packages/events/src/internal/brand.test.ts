import { describe, expect, it, vi } from "vitest";
import { thrownBy } from "./testing/thrown-by.ts";

/** The package, loaded once more: as when an application and a library each bring their own. */
async function loadCopy() {
  vi.resetModules();
  const [events, mohallaMart, definitions] = await Promise.all([
    import("../index.ts"),
    import("../mohallamart.ts"),
    import("./is-event-definition.ts"),
  ]);
  return { ...events, ...mohallaMart, ...definitions };
}

describe("with two copies of the package", async () => {
  const [one, other] = [await loadCopy(), await loadCopy()];

  it("errors of one are recognised by the other, where instanceof fails", () => {
    const invalid = thrownBy(() => other.orderCreated.create({} as never));
    expect(invalid instanceof one.InvalidEventError).toBe(false);
    expect(one.InvalidEventError.isInstance(invalid)).toBe(true);
    const unknown = thrownBy(() => other.mohallaMartCatalogue.get("order.placed" as never));
    expect(unknown instanceof one.UnknownEventError).toBe(false);
    expect(one.UnknownEventError.isInstance(unknown)).toBe(true);
  });

  it("an error is of its own class only", () => {
    const invalid = thrownBy(() => other.orderCreated.create({} as never));
    expect(one.UnknownEventError.isInstance(invalid)).toBe(false);
    for (const value of [new Error("any"), { name: "InvalidEventError" }, null, undefined, "text"]) {
      expect(one.InvalidEventError.isInstance(value)).toBe(false);
    }
  });

  it("a definition of one is a trigger for the other's middleware, spread or not", () => {
    expect(one.isEventDefinition(other.orderCreated)).toBe(true);
    expect(one.isEventDefinition({ ...other.orderCreated, if: "true" })).toBe(true);
    expect(one.isEventDefinition({ event: "order.created", receive: () => ({}) })).toBe(false);
    expect(one.isEventDefinition("order.created")).toBe(false);
  });

  it("personal data marked by one is hidden by the other", () => {
    const redact = one.createRedactor(other.mohallaMartCatalogue);
    expect(redact("user.created", { email: "a@example.com" })).toEqual({ email: "[email]" });
  });
});
