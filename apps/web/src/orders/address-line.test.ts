import { expect, it } from "vitest";
import { addressLine } from "./address-line.ts";

it("has the parts that there are, in the order in which they are written", () => {
  expect(addressLine({ line1: "Flat 4B", line2: "12th Main", landmark: "Temple", pinCode: "560038" })).toBe(
    "Flat 4B, 12th Main, Temple, 560038",
  );
  expect(addressLine({ line1: "Flat 4B", pinCode: "560038" })).toBe("Flat 4B, 560038");
});
