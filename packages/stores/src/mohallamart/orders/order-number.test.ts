import { expect, it } from "vitest";
import { orderNumber, readOrderNumber } from "./order-number.ts";

const orderId = "ord_01M80H8F44JAVZ989205W5RVDC";

it("an order's number is the end of its id, in two groups", () => {
  expect(orderNumber(orderId)).toBe("05W5-RVDC");
});

it.each(["ord_456", "ord_01m80h8f44javz989205w5rvdc", "01M80H8F44JAVZ989205W5RVDC", ""])(
  "%j is its own number",
  (id) => {
    expect(orderNumber(id)).toBe(id);
  },
);

it.each(["05W5-RVDC", "05w5rvdc", " 05W5 RVDC ", "O5W5–RVDC", "o5w5-rv dc"])("%j is read", (typed) => {
  expect(readOrderNumber(typed)).toBe("05W5RVDC");
});

it("takes I and L for 1", () => {
  expect(readOrderNumber("il00-0000")).toBe("11000000");
});

it.each(["", "05W5", "05W5-RVDCX", "05W5-RVD!", "UUUU-UUUU", "ord_456", orderId])(
  "%j is no number",
  (typed) => {
    expect(readOrderNumber(typed)).toBeUndefined();
  },
);
