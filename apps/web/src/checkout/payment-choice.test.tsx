import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PaymentChoice } from "./payment-choice.tsx";

it("there is no choice where no payment vendor is configured", () => {
  const html = renderToStaticMarkup(<PaymentChoice form={{ values: {} }} online={false} />);
  expect(html).toContain('<input type="hidden" name="payment" value="cash"/>');
  expect(html).not.toContain("Pay online");
});

it.each(["cash", "prepaid"])("%s stays chosen in a form that comes back", (payment) => {
  const html = renderToStaticMarkup(<PaymentChoice form={{ values: { payment } }} online />);
  expect(html.match(/checked=""[^>]*value="(\w+)"|value="(\w+)"[^>]*checked=""/)?.slice(1)).toContain(
    payment,
  );
});
