import { expect, test } from "vitest";
import { parseApplication } from "./parse-application.ts";

const entries = {
  shopkeeperId: "sk_1",
  shopName: " Meena's  Tiffin Room ",
  area: "Indiranagar, Bengaluru",
  description: "Idli,\n dosa & filter coffee: from 7 am!",
  name: "Meena Iyer",
  email: "Meena@Example.com",
  phone: "98450 00003",
};

function formOf(changes: Partial<typeof entries> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...entries, ...changes })) form.append(name, value);
  return form;
}

test("is tidied", () => {
  expect(parseApplication(formOf()).application).toEqual({
    ...entries,
    shopName: "Meena's Tiffin Room",
    description: "Idli, dosa & filter coffee: from 7 am!",
    email: "meena@example.com",
    phone: "+919845000003",
  });
});

test.each([
  [{ shopName: " " }, { shopName: "Enter the shop's name." }],
  [{ description: "x".repeat(301) }, { description: "Shorten the text to 300 characters." }],
  [{ email: "nobody" }, { email: expect.stringContaining("asha@example.com") }],
  [{ phone: "12" }, { phone: expect.stringContaining("mobile number") }],
])("%j is refused at its field", (changes, errors) => {
  expect(parseApplication(formOf(changes)).refusal).toEqual({ errors, message: undefined });
});

test("a form with a damaged id is out of date", () => {
  const { refusal } = parseApplication(formOf({ shopkeeperId: "shop_789" }));
  expect(refusal?.message).toContain("Open the page again");
});
