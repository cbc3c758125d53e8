import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { labelsIn } from "../language/labels.ts";
import { PaymentChoice } from "./payment-choice.tsx";
import { checkoutFormWords } from "./words.ts";

const labels = labelsIn(checkoutFormWords, "en-IN");

it("there is no choice where no payment vendor is configured", () => {
  const html = renderToStaticMarkup(<PaymentChoice form={{ values: {} }} online={false} labels={labels} />);
  expect(html).toContain('<input type="hidden" name="payment" value="cash"/>');
  expect(html).not.toContain("Pay online");
});

it.each(["cash", "prepaid"])("%s stays chosen in a form that comes back", (payment) => {
  const html = renderToStaticMarkup(<PaymentChoice form={{ values: { payment } }} online labels={labels} />);
  expect(html.match(/checked=""[^>]*value="(\w+)"|value="(\w+)"[^>]*checked=""/)?.slice(1)).toContain(
    payment,
  );
});
