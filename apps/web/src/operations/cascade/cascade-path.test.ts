import { expect, it } from "vitest";
import { cascadePath, readCascadeSubject } from "./cascade-path.ts";

const orders = { findByNumber: async (typed: string) => (typed === "05w5 rvdc" ? "ord_5" : undefined) };

it.each([
  "ord_456",
  "user_123",
  "order.created:ord_456",
  "operations/events.lost:7",
  "01K8Z3M4T5V6W7X8Y9Z0A1B2C3",
])("takes the id %s as it is, and names it in an address", async (id) => {
  expect(await readCascadeSubject(` ${id} `, orders)).toEqual({ subject: id });
  expect(new URL(cascadePath(id), "http://here.invalid").searchParams.get("about")).toBe(id);
});

it("takes an order's number for its id", async () => {
  expect(await readCascadeSubject("05w5 rvdc", orders)).toEqual({ subject: "ord_5" });
  expect(await readCascadeSubject("05W5-RVDD", orders)).toEqual({
    mistake: "No order has this number. Ask for it once more.",
  });
});

it.each(["", "ord", "asha@example.com", "order 1", "ord_1\u0000", "%%%%"])("%j is no id", async (text) => {
  expect(await readCascadeSubject(text, orders)).toEqual({
    mistake: expect.stringContaining("Enter an order's number"),
  });
});
