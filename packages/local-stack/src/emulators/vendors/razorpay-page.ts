import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { OrderEntity } from "./razorpay-store.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Checkout {
  order: OrderEntity;
  /** Who is paid, as the shop gave its name. */
  shop: string;
  callbackUrl: string;
  cancelUrl?: string;
}

/** Where the customer decides: pay, be declined, or go back. Works without JavaScript. */
export function paymentPage({ order, shop, callbackUrl, cancelUrl }: Checkout): Html {
  const amount = inRupees(order.amount);
  const hidden = (method: string) => html`<input type="hidden" name="order_id" value="${order.id}">
    <input type="hidden" name="callback_url" value="${callbackUrl}">
    <input type="hidden" name="method" value="${method}">`;
  return page(
    `Pay ${shop}`,
    html`<p class="label">${shop}</p>
      <p class="amount">${amount}</p>
      <dl>
        <dt>Order</dt><dd>${order.receipt ?? "–"}</dd>
        <dt>Reference</dt><dd><code>${order.id}</code></dd>
      </dl>
      <h1>How do you pay?</h1>
      <form method="post" action="/v1/checkout/pay" data-method="card">
        <h2>Card</h2>
        <p class="label"><code>4111 1111 1111 1111</code></p>
        ${hidden("card")}
        <button class="primary" name="outcome" value="paid">Pay ${amount}</button>
        <button name="outcome" value="failed">Let the bank decline it</button>
      </form>
      <form method="post" action="/v1/checkout/pay" data-method="upi">
        <h2>UPI</h2>
        ${hidden("upi")}
        <label for="vpa">UPI ID</label>
        <input id="vpa" name="vpa" value="asha@okbank" required maxlength="100" inputmode="email" autocomplete="off">
        <button class="primary" name="outcome" value="paid">Approve ${amount} in the UPI app</button>
        <button name="outcome" value="failed">Decline it in the UPI app</button>
        <button name="outcome" value="timeout">Let the request time out</button>
      </form>
      ${cancelUrl ? html`<p class="back"><a href="${cancelUrl}">Go back without paying</a></p>` : ""}`,
  );
}

export interface Outcome {
  /** Why there is no payment; null when there is one. */
  refusal: string | null;
  callbackUrl: string;
  /** What the shop's page gets. */
  fields: Record<string, string>;
}

/** Tells how it went and takes the customer back: by itself where scripts run, with the button where not. */
export function outcomePage({ refusal, callbackUrl, fields }: Outcome): Html {
  const title = refusal === null ? "Paid" : "Not paid";
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return page(
    title,
    html`<p class="sign ${refusal === null ? "good" : "bad"}" aria-hidden="true">${refusal === null ? "✓" : "✕"}</p>
      <h1 class="amount">${title}</h1>
      <p class="label">${refusal ?? "Your bank approved the payment."}</p>
      <form method="post" action="${callbackUrl}">
        ${inputs}
        <button class="primary">Back to the shop</button>
      </form>
      <script src="/v1/checkout/return.js" defer></script>`,
  );
}

export function messagePage(title: string, text: string): Html {
  return page(title, html`<h1 class="amount">${title}</h1><p class="label">${text}</p>`);
}

/** Time to see the outcome before the browser goes on. */
export const returnScript = `setTimeout(() => document.forms[0].submit(), 1200);`;

function page(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title}</title>
    <style>${raw(style)}</style>
  </head>
  <body>
    <main>${content}</main>
    <footer>Payment page of this machine. No money moves.</footer>
  </body>
</html>`;
}

const rupees = new Intl.NumberFormat("en-IN", { style: "currency", currency: "INR" });

function inRupees(paise: number): string {
  return rupees.format(paise / 100);
}

const style = `
:root {
  --page: #eef1f6; --sheet: #ffffff; --ink: #16202e; --soft: #5b6778; --line: #d9dfe8; --accent: #1f56d6; --good: #14804a; --bad: #c03422;
  color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --page: #10141a; --sheet: #1a2029; --ink: #e8ecf2; --soft: #98a4b5; --line: #2e3744; --accent: #7ea6ff; --good: #58c78d; --bad: #ff8a78; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; grid-template-rows: 1fr auto; place-items: center; padding: 1.5rem; background: var(--page); color: var(--ink); }
main { width: min(24rem, 100%); padding: 2rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 1rem; box-shadow: 0 1rem 3rem rgb(16 32 64 / .08); }
.label { margin: 0; color: var(--soft); }
.amount { margin: 0 0 1.25rem; font-size: 2.25rem; font-weight: 650; letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .35rem 1.25rem; margin: 0 0 1.5rem; padding: 1rem 0; border-block: 1px solid var(--line); }
dt { color: var(--soft); } dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
code { font-size: .85rem; }
form { display: grid; gap: .6rem; margin-top: 1.25rem; }
h1 { margin: 0; font-size: 1.1rem; line-height: 1.3; } h1.amount { font-size: 2.25rem; margin: 0 0 1.25rem; } h2 { margin: 0; font-size: 1rem; }
form + form { padding-top: 1.25rem; border-top: 1px solid var(--line); }
input:not([type="hidden"]) { font: inherit; min-width: 0; padding: .65rem .8rem; border: 1px solid var(--soft); border-radius: .6rem; background: var(--page); color: var(--ink); }
button { font: inherit; font-weight: 600; padding: .75rem 1rem; border-radius: .6rem; border: 1px solid var(--line); background: transparent; color: var(--ink); cursor: pointer; }
button.primary { border-color: var(--accent); background: var(--accent); color: var(--sheet); }
button:hover { filter: brightness(1.08); }
button:focus-visible, input:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.back { margin: 1.25rem 0 0; text-align: center; } a { color: var(--soft); }
.sign { display: grid; place-items: center; width: 3rem; height: 3rem; margin: 0 0 1rem; border-radius: 50%; border: 2px solid currentColor; font-size: 1.4rem; }
.good { color: var(--good); } .bad { color: var(--bad); }
footer { padding-top: 1.5rem; color: var(--soft); font-size: .85rem; }
`;
