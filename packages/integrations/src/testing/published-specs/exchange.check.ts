import { describe, expect, it } from "vitest";
import { type Exchange, judge } from "./exchange.ts";
import { loadSpec } from "./load-spec.ts";

const json = { "content-type": "application/json" };
const form = { "content-type": "application/x-www-form-urlencoded" };
const email = { from: "a@example.com", to: "b@example.com", subject: "Hello", text: "Hello" };
const send: Exchange = {
  method: "POST",
  path: "/emails",
  requestHeaders: { ...json, "idempotency-key": "key" },
  requestBody: JSON.stringify(email),
  status: 200,
  responseType: "application/json",
  responseBody: JSON.stringify({ id: "email_1" }),
};
const account = `AC${"0".repeat(32)}`;
const text: Exchange = {
  method: "POST",
  path: `/2010-04-01/Accounts/${account}/Messages.json`,
  requestHeaders: form,
  requestBody: new URLSearchParams({ To: "+12025550100", From: "+12025550101", Body: "Hello" }).toString(),
  status: 201,
  responseType: "application/json",
  responseBody: JSON.stringify({ sid: `SM${"0".repeat(32)}`, body: null, status: "queued" }),
};
const push: Exchange = {
  ...send,
  path: "/notifications",
  requestBody: JSON.stringify({
    app_id: "1",
    contents: { en: "Hello" },
    include_aliases: { external_id: ["1"] },
  }),
};

describe.each([
  { file: "resend.yaml", agrees: send },
  { file: "twilio_api_v2010.json", agrees: text },
  { file: "onesignal.json", agrees: push },
])("$file", ({ file, agrees }) => {
  it("agrees with an exchange as documented", async () => {
    expect((await violationsOf(file, agrees)).violations).toEqual([]);
  });
});

describe("a check finds", () => {
  it.each<[string, string, Exchange, RegExp]>([
    [
      "a missing field",
      "resend.yaml",
      { ...send, requestBody: JSON.stringify({ ...email, from: undefined }) },
      /request .*required property 'from'/,
    ],
    [
      "a field of another type",
      "resend.yaml",
      { ...send, requestBody: JSON.stringify({ ...email, html: 1 }) },
      /request .*html must be string/,
    ],
    [
      "a field that the vendor does not know",
      "resend.yaml",
      { ...send, requestBody: JSON.stringify({ ...email, replyTo: "c@example.com" }) },
      /field "replyTo" is not in the spec/,
    ],
    [
      "an unknown field in a form",
      "twilio_api_v2010.json",
      { ...text, requestBody: "To=%2B12025550100&Txt=Hello" },
      /field "Txt" is not in the spec/,
    ],
    [
      "a path parameter of another form",
      "twilio_api_v2010.json",
      { ...text, path: text.path.replace("AC0", "XX0") },
      /request \/path\/AccountSid must match pattern/,
    ],
    [
      "a header that is too long",
      "resend.yaml",
      { ...send, requestHeaders: { ...json, "idempotency-key": "k".repeat(257) } },
      /must NOT have more than 256 characters/,
    ],
    [
      "an answer with null where a text is due",
      "resend.yaml",
      { ...send, responseBody: JSON.stringify({ id: null }) },
      /answer 200 \/id must be string/,
    ],
    [
      "an answer with an unknown state",
      "twilio_api_v2010.json",
      { ...text, responseBody: JSON.stringify({ status: "on its way" }) },
      /answer 201 \/status must be equal to one of/,
    ],
    [
      "an error of another form than the documented one",
      "onesignal.json",
      { ...push, status: 400, responseBody: JSON.stringify({ errors: ["Bad"] }) },
      /answer 400 \/errors\/0 must be object/,
    ],
    [
      "a success that is not documented",
      "resend.yaml",
      { ...send, status: 202 },
      /answer 202 is not in the spec/,
    ],
    ["an answer that is not JSON", "resend.yaml", { ...send, responseBody: "{" }, /answer 200 is not JSON/],
    [
      "an answer of another content type",
      "resend.yaml",
      { ...send, responseType: "text/html" },
      /is text\/html, the spec has application\/json/,
    ],
    ["an operation that is not there", "resend.yaml", { ...send, path: "/mails" }, /no such operation/],
  ])("%s", async (_case, file, exchange, violation) => {
    expect((await violationsOf(file, exchange)).violations.join("\n")).toMatch(violation);
  });

  it("no fault with query parameters that a spec groups, and an unknown one among them", async () => {
    const search = { ...send, method: "GET", requestHeaders: {}, requestBody: "" };
    const found = { ...search, responseBody: JSON.stringify({ found: 0, hits: [] }) };
    const path = "/collections/products/documents/search?q=rice&query_by=name";
    expect((await violationsOf("typesense.yml", { ...found, path })).violations).toEqual([]);
    const wrong = await violationsOf("typesense.yml", { ...found, path: `${path}&qurey_by=name` });
    expect(wrong.violations.join("\n")).toMatch(
      /request \/query must NOT have additional properties \(qurey_by\)/,
    );
  });
});

async function violationsOf(file: string, exchange: Exchange) {
  return judge(await loadSpec(file), exchange);
}
