import { html } from "hono/html";
import type { EmulatorsState, VendorState } from "../control.ts";
import type { Fault, PendingFault } from "../faults.ts";
import type { Answered } from "../gateway.ts";
import { document, type Html, vendorsTitle } from "./document.ts";

/** What a person can choose, besides that an answer comes late. */
const faults: [label: string, fault: Omit<Fault, "times">][] = [
  ["503 Service unavailable", { status: 503 }],
  ["500 Server error", { status: 500 }],
  ["429 Too many requests", { status: 429, retryAfter: 5 }],
  ["401 Unauthorised", { status: 401 }],
  ["400 Refused", { status: 400 }],
  ["No answer, no effect", { drop: true }],
  ["Cut in the middle, with effect", { cut: true }],
  ["Malformed answer, with effect", { malformed: true }],
  ["The usual answer, late", {}],
];

/** One row a vendor: how its last requests ended, what the next ones will meet, and a form to add to that. */
export function vendorsPage({ vendors, rateLimits }: EmulatorsState): Html {
  const next = rateLimits ? "off" : "on";
  return document({
    title: vendorsTitle,
    script: "/vendors.js",
    links: [],
    main: html`<main class="vendors">
      <p id="rate-limits" data-live>
        The vendors' published rate limits ${rateLimits ? "apply" : "do not apply"}.
        <button type="button" data-limits="${next}">Switch them ${next}</button>
      </p>
      ${vendors.map(section)}
    </main>`,
  });
}

function section(vendor: VendorState): Html {
  const { name, url } = vendor;
  return html`<section aria-labelledby="${name}">
    <h2 id="${name}">${name}</h2>
    <code>${url}</code>
    ${status(vendor)}
    <form action="/admin/vendors/${name}/fail-next">
      <label>Next requests get <select name="kind">${faults.map(option)}</select></label>
      <label>after <input name="seconds" type="number" min="0" max="600" step="0.5" value="0"> s</label>
      <label>how often <input name="times" type="number" min="1" max="1000" value="1"></label>
      <button>Fail next</button>
    </form>
    ${name === "partners" ? parcelForm() : ""}
  </section>`;
}

/** What the delivery partner is to report of an order. */
function parcelForm(): Html {
  const statuses = ["picked-up", "out-for-delivery", "attempt-failed", "delivered"];
  return html`<form action="/admin/parcels" data-values>
    <label>The delivery partner reports of order <input name="orderId" required placeholder="ord_…"></label>
    <label>that it is <select name="status">${statuses.map((status) => html`<option>${status}</option>`)}</select></label>
    <button>Report</button>
    <output></output>
  </form>`;
}

function option([label, fault]: (typeof faults)[number]): Html {
  return html`<option value="${JSON.stringify(fault)}">${label}</option>`;
}

function status({ name, faults: pending, answered }: VendorState): Html {
  return html`<dl id="${name}-status" data-live>
    <dt>Last answers</dt>
    <dd>${answered.length > 0 ? answered.map(outcome) : "none yet"}</dd>
    <dt>Next answers</dt>
    <dd>${
      pending.length > 0
        ? html`${pending.map((fault) => html`<span class="chip bad">${describe(fault)}</span>`)}
          <button type="button" data-clear="/admin/vendors/${name}/faults">Clear</button>`
        : "as usual"
    }</dd>
  </dl>`;
}

function outcome({ at, request, outcome: ended }: Answered): Html {
  const isGood = typeof ended === "number" && ended < 400;
  return html`<span class="chip ${isGood ? "good" : "bad"}" title="${request} at ${at.slice(11, 19)}">${ended}</span>`;
}

/** As `429, again after 5 s × 2`. */
function describe({ status, retryAfter, delay, cut, drop, malformed, about, times }: PendingFault): string {
  const what = [
    status,
    retryAfter === undefined ? undefined : `again after ${retryAfter} s`,
    drop ? "no answer" : undefined,
    cut ? "cut" : undefined,
    malformed ? "malformed" : undefined,
    delay ? `${delay / 1000} s late` : undefined,
    about === undefined ? undefined : `about ${about}`,
  ].filter((part) => part !== undefined);
  return `${what.join(", ") || "as usual"}${times > 1 ? ` × ${times}` : ""}`;
}
