import { describe, expect, it, vi } from "vitest";
import * as mohallaMart from "./mohallamart/errors.ts";
import * as tenOcean from "./ten-ocean/errors.ts";

interface ErrorClass {
  name: string;
  prototype: object;
  isInstance(value: unknown): boolean;
}

const classes: { product: string; errorClass: ErrorClass }[] = [
  ...Object.values(mohallaMart).map((errorClass) => ({ product: "mohallamart", errorClass })),
  ...Object.values(tenOcean).map((errorClass) => ({ product: "ten-ocean", errorClass })),
];

describe.each(classes)("$product's $errorClass.name", ({ errorClass }) => {
  it("has an isInstance of its own", () => {
    const line = `static override readonly isInstance: IsInstance<${errorClass.name}> = recognised(this, "…");`;
    expect(Object.hasOwn(errorClass, "isInstance"), `add \`${line}\``).toBe(true);
  });

  it("recognises what it and the classes under it make, and nothing of another class", () => {
    for (const { errorClass: other } of classes) {
      const isUnder = [other.prototype, Object.getPrototypeOf(other.prototype)].includes(
        errorClass.prototype,
      );
      expect(errorClass.isInstance(Object.create(other.prototype)), other.name).toBe(isUnder);
    }
  });
});

it("is recognised in another copy of the package", async () => {
  vi.resetModules();
  const other = await import("./mohallamart/errors.ts");
  const soldOut = new other.OutOfStockError([
    { productId: "prod_1", name: "Rice", requested: 2, available: 0 },
  ]);
  expect(soldOut).not.toBeInstanceOf(mohallaMart.OutOfStockError);
  expect(mohallaMart.OutOfStockError.isInstance(soldOut)).toBe(true);
  expect(mohallaMart.OrderRefusedError.isInstance(soldOut)).toBe(true);
  expect(mohallaMart.InvalidOrderError.isInstance(soldOut)).toBe(false);
});
