import type { Stack } from "@org/local-stack";
import { expect, it } from "vitest";
import { englishTexts } from "../src/testing/english-texts.ts";
import { addToCart, checkOut, newPerson, untilHandled } from "./customer.ts";
import { createVisitor, fillIn, type VisitedPage } from "./visitor.ts";

const english = await englishTexts();

/** What of our English texts a page says, with its frame; products and shops have their own words. */
function englishOn({ document }: VisitedPage): string[] {
  for (const script of document.querySelectorAll("script, style")) script.remove();
  const text = (document.querySelector("body")?.textContent ?? "").replace(/\s+/g, " ");
  return english.filter((part) => text.includes(part));
}

function expectIn(language: string, page: VisitedPage): void {
  expect([page.path, page.status]).toEqual([page.path, 200]);
  expect(page.document.querySelector("html")?.getAttribute("lang")).toBe(language);
  expect([page.path, englishOn(page)]).toEqual([page.path, []]);
}

interface Shelf {
  shopId: string;
  productId: string;
}

/** The way of a customer, in the languages that are not English. */
export function orderingInLanguages(stack: () => Stack, shelf: () => Promise<Shelf>): void {
  it("speaks Hindi to whose browser does, from the shelf to the order's page, its form and its messages", async () => {
    const customer = createVisitor(stack().urls.web, { "accept-language": "hi-IN,hi;q=0.9,en;q=0.5" });
    const person = newPerson();
    const { shopId, productId } = await shelf();
    expectIn("hi-IN", await customer.open("/"));
    expectIn("hi-IN", await customer.open(`/products/${productId}`));
    await addToCart(customer, productId);
    expectIn("hi-IN", await customer.open("/cart"));
    expectIn("hi-IN", await customer.open(`/checkout/${shopId}`));
    const refused = await customer.send(await checkOut(customer, shopId, person, { name: "", phone: "12" }));
    expectIn("hi-IN", refused);
    expect(refused.text).toContain("अपना नाम लिखें।");
    expect(refused.text).toContain("नीचे 2 जानकारियों में बदलाव ज़रूरी है।");

    const placed = await customer.send(await checkOut(customer, shopId, person));
    const order = await untilHandled(customer, placed.path);
    expectIn("hi-IN", order);
    expect(order.text).toContain("धन्यवाद, Asha Rao जी");
    expectIn("hi-IN", await customer.open(`${placed.path}/cancel`));
    const sent = stack().emulators.outbox();
    const email = sent.find(({ to, subject }) => to === person.email && subject?.includes("से आपका ऑर्डर"));
    expect(email?.html).toContain('lang="hi-IN"');
    const sms = sent.find(({ to }) => to === `+91${person.phone.replace(/\D/g, "")}`);
    expect(sms?.text).toContain("को आपका ऑर्डर मिल गया");
  });

  it("speaks the language that is chosen in the footer, without scripts, and remembers it in this browser", async () => {
    const visitor = createVisitor(stack().urls.web);
    const page = await visitor.open("/cart");
    expect(page.document.querySelector("html")?.getAttribute("lang")).toBe("en-IN");
    await visitor.send(fillIn(page, 'button[name="language"]', { language: "kn-IN" }));
    expectIn("kn-IN", await visitor.open("/cart"));
    const signIn = await visitor.open("/sign-in");
    expectIn("kn-IN", signIn);
    const wrong = await visitor.send(fillIn(signIn, 'input[name="email"]', { email: "asha" }));
    expect(wrong.text).toContain("ಇಮೇಲ್ ವಿಳಾಸವನ್ನು ಹೀಗೆ ಬರೆಯಿರಿ");
    await visitor.send(fillIn(page, 'button[name="language"]', { language: "xx" }));
    expectIn("kn-IN", await visitor.open("/cart"));
  });

  it("leaves the pages of shops and of 10 Ocean in English, and says so", async () => {
    const visitor = createVisitor(stack().urls.web, { "accept-language": "kn" });
    const sell = await visitor.open("/sell");
    expect(sell.document.querySelector("main [lang]")?.getAttribute("lang")).toBe("en-IN");
    const portal = await visitor.open("/ten-ocean");
    expect(portal.document.querySelector("html")?.getAttribute("lang")).toBe("en-IN");
  });
}
