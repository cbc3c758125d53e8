import { createServer, request } from "node:http";
import { Resend } from "resend";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulators } from "../start-emulators.ts";

const emulators = await startEmulators({ rateLimits: false });
const resend = new Resend(emulators.resend.apiKey, { baseUrl: emulators.resend.url });
const inbox = emulators.inbox.url;
const email = {
  from: "shop@example.com",
  to: "asha@example.com",
  subject: "<b>Hello</b>",
  html: '<p>Hello <a href="http://127.0.0.1:3000/order">order</a></p><script>alert(1)</script>',
};

afterAll(() => emulators.stop());
beforeEach(() => emulators.reset());

function post(path: string, body: unknown, method = "POST"): Promise<Response> {
  return fetch(`${inbox}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** The API wraps what it returns in `data`. */
async function getJson<Data>(path: string): Promise<{ data: Data }> {
  return (await (await fetch(`${inbox}${path}`)).json()) as { data: Data };
}

describe("inbox", () => {
  it("says so when nothing was sent", async () => {
    expect(await (await fetch(inbox)).text()).toContain("Nothing was sent yet");
  });

  it("lists messages, escapes what they say and shows the email in a sandbox", async () => {
    const { data } = await resend.emails.send(email);
    const page = await fetch(inbox);
    const body = await page.text();
    expect(body).toContain("&lt;b&gt;Hello&lt;/b&gt;");
    expect(body).not.toContain("<b>Hello</b>");
    expect(body).toContain(`src="/messages/resend/${data?.id}/html"`);
    expect(body).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("serves the email itself under a policy that runs no script and loads nothing", async () => {
    const { data } = await resend.emails.send(email);
    const answer = await fetch(`${inbox}/messages/resend/${data?.id}/html`);
    expect(await answer.text()).toContain("http://127.0.0.1:3000/order");
    const policy = answer.headers.get("content-security-policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("sandbox");
    expect(policy).not.toContain("allow-scripts");
  });

  it("gives messages as JSON, newest first, by channel and recipient", async () => {
    await resend.emails.send(email);
    await resend.emails.send({ ...email, to: "ravi@example.com" });
    const messages = async (query: string) => {
      const { data } = await getJson<{ to: string }[]>(`/messages${query}`);
      return data.map(({ to }) => to);
    };
    expect(await messages("")).toEqual(["ravi@example.com", "asha@example.com"]);
    expect(await messages("?to=asha@example.com&channel=email")).toEqual(["asha@example.com"]);
    expect(await messages("?channel=sms")).toEqual([]);
    expect((await fetch(`${inbox}/messages/resend/none`)).status).toBe(404);
  });

  it("tells an open page that something was sent", async () => {
    const changes = await fetch(`${inbox}/changes`);
    const reader = changes.body?.pipeThrough(new TextDecoderStream()).getReader();
    // The listener is in place once the stream's headers have arrived; the first chunk proves delivery.
    await resend.emails.send(email);
    expect((await reader?.read())?.value).toBe("data: changed\n\n");
    await reader?.cancel();
  });

  it("injects faults, switches rate limits and resets over HTTP", async () => {
    expect((await post("/admin/vendors/resend/fail-next", { status: 503 })).status).toBe(201);
    const vendors = await getJson<unknown>("/admin/vendors");
    expect(vendors.data).toMatchObject({
      rateLimits: false,
      vendors: expect.arrayContaining([
        expect.objectContaining({ name: "resend", faults: [{ status: 503, times: 1 }] }),
        expect.objectContaining({ name: "twilio", faults: [] }),
      ]),
    });
    expect((await resend.emails.send(email)).error?.statusCode).toBe(503);
    expect((await resend.emails.send(email)).error).toBeNull();
    expect(await (await post("/admin/rate-limits", { enabled: true }, "PUT")).json()).toEqual({
      data: { enabled: true },
    });
    emulators.setRateLimits(false);
    await post("/admin/reset", {});
    expect(emulators.outbox()).toEqual([]);
  });

  it("takes back one vendor's faults and keeps the messages", async () => {
    await resend.emails.send(email);
    emulators.failNext("resend", { status: 503, times: 5 });
    emulators.failNext("twilio", { drop: true });
    const cleared = await fetch(`${inbox}/admin/vendors/resend/faults`, { method: "DELETE" });
    expect([cleared.status, await cleared.json()]).toEqual([200, { data: [] }]);
    expect((await resend.emails.send(email)).error).toBeNull();
    expect(emulators.outbox()).toHaveLength(2);
    const faults = emulators.state().vendors.flatMap(({ name, faults: [fault] }) => (fault ? [name] : []));
    expect(faults).toEqual(["twilio"]);
    expect((await fetch(`${inbox}/admin/vendors/fax/faults`, { method: "DELETE" })).status).toBe(404);
  });

  it("shows how each vendor's last requests ended and what the next ones meet", async () => {
    emulators.failNext("resend", { status: 429, retryAfter: 5 });
    await resend.emails.send(email);
    await resend.emails.send(email);
    emulators.failNext("resend", { cut: true, delay: 1_500, times: 2 });
    const page = await fetch(`${inbox}/vendors`);
    const shown = (await page.text()).replace(/<[^>]*>|\s+/g, " ");
    expect(shown).toMatch(
      /resend .*Last answers +(\d+ +)*429 +200 +Next answers +cut, 1\.5 s late × 2 +Clear/,
    );
    expect(shown).toMatch(/twilio .*Next answers +as usual/);
    expect(shown).toContain("rate limits do not apply");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("tells an open page of vendors about each request", async () => {
    const changes = await fetch(`${inbox}/vendors/changes`);
    const reader = changes.body?.pipeThrough(new TextDecoderStream()).getReader();
    await fetch(`${emulators.twilio.url}/`);
    expect((await reader?.read())?.value).toMatch(/^data: changed\n\n/);
    await reader?.cancel();
  });

  it("has the delivery partner report a parcel where it has an address, and says what is wrong otherwise", async () => {
    const hook = createServer((_request, response) => response.writeHead(200).end());
    await new Promise<void>((listening) => hook.listen(0, "127.0.0.1", listening));
    const { port } = Object(hook.address());
    const reporting = await startEmulators({ parcelWebhookUrl: `http://127.0.0.1:${port}/delivery` });
    const report = (body: object) =>
      fetch(`${reporting.inbox.url}/admin/parcels`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const told = { orderId: "ord_1", status: "delivered" };
    expect((await report(told)).status).toBe(202);
    expect(reporting.outbox()).toMatchObject([
      { vendor: "partners", subject: "parcel.updated", resource: { type: "parcel.updated", data: told } },
    ]);
    const wrong = await report({ orderId: "ord_1", status: "eaten" });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining("status")]);
    expect(await (await fetch(`${reporting.inbox.url}/vendors`)).text()).toContain('action="/admin/parcels"');
    await reporting.stop();
    await new Promise((closed) => hook.close(closed));
    const nowhere = await post("/admin/parcels", told);
    expect([nowhere.status, await nowhere.text()]).toEqual([409, expect.stringContaining("no address")]);
  });

  it("explains what is wrong with an admin request", async () => {
    const unknown = await post("/admin/vendors/resend/fail-next", { explode: true });
    expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining("explode")]);
    expect((await post("/admin/vendors/fax/fail-next", {})).status).toBe(404);
    const form = await fetch(`${inbox}/admin/reset`, { method: "POST", body: new URLSearchParams() });
    expect(form.status).toBe(415);
  });

  it("answers only to a local name", async () => {
    const status = await new Promise((resolve) => {
      request(inbox, { headers: { host: "evil.example" } }, (answer) => resolve(answer.statusCode)).end();
    });
    expect(status).toBe(421);
  });
});
