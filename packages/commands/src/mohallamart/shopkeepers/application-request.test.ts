import { expect, it } from "vitest";
import { readRequest } from "../../request.ts";
import { applicationRequest } from "./application-request.ts";

const entries = {
  shopkeeperId: "sk_1",
  shopName: " Meena's  Tiffin Room ",
  area: "Indiranagar, Bengaluru",
  description: "Idli,\n dosa & filter coffee: from 7 am!",
  name: "Meena Iyer",
  email: "Meena@Example.com",
  phone: "98450 00003",
};

const read = (changes: Partial<typeof entries> = {}) =>
  readRequest(applicationRequest, { ...entries, ...changes });

it("is tidied", () => {
  const request = {
    ...entries,
    shopName: "Meena's Tiffin Room",
    description: "Idli, dosa & filter coffee: from 7 am!",
    email: "meena@example.com",
    phone: "+919845000003",
  };
  expect(read()).toEqual({ ok: true, request });
});

it.each([
  [{ shopName: " " }, { shopName: "Enter the shop's name." }],
  [{ description: "x".repeat(301) }, { description: "Shorten the text to 300 characters." }],
  [{ email: "nobody" }, { email: expect.stringContaining("asha@example.com") }],
  [{ phone: "12" }, { phone: expect.stringContaining("mobile number") }],
])("%j is refused at its field", (changes, fields) => {
  const message = "One entry needs a change.";
  expect(read(changes)).toEqual({ ok: false, code: "invalid", message, fields });
});

it("a form with a damaged id is out of date", () => {
  const message = expect.stringContaining("Open the page again");
  expect(read({ shopkeeperId: "shop_789" })).toMatchObject({ ok: false, code: "damaged", message });
});
