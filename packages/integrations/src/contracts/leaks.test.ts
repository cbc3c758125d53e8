import { expect, it } from "vitest";
import { leaksIn } from "./leaks.ts";

const email = "asha.raghunathan@example.com";
const phone = "+919812345670";
const circular: { self?: object; email: string } = { email };
circular.self = circular;

it.each<[string, unknown]>([
  ["a message", new Error(`${email} is blocked`)],
  ["a cause", new Error("failed", { cause: { request: { to: email } } })],
  ["a cause's cause", new Error("a", { cause: new Error("b", { cause: new Error(email) }) })],
  ["one of several errors", new AggregateError([new Error(email)], "both failed")],
  ["a hidden property", Object.defineProperty(new Error("failed"), "body", { value: email })],
  [
    "a hidden property of a cause",
    new Error("a", { cause: Object.defineProperty({}, "x", { value: email }) }),
  ],
  ["a symbol's property", Object.assign(new Error("failed"), { [Symbol("request")]: { to: [email] } })],
  [
    "a getter",
    {
      get to() {
        return email;
      },
    },
  ],
  ["what toJSON says", { toJSON: () => ({ to: email }) }],
  ["what toString says", { toString: () => email }],
  ["a key", { [email]: 1 }],
  ["a map", new Map([["to", email]])],
  ["bytes", { body: Buffer.from(email) }],
  ["a URL", "https://api.example.com/?to=asha.raghunathan%40example.com"],
  ["base64 at the start", Buffer.from(`${email}:token`).toString("base64")],
  ["base64 in the middle", Buffer.from(`u:${email}:token`).toString("base64")],
  ["base64 at another place", Buffer.from(`us:${email}:token`).toString("base64")],
  ["something circular", circular],
])("a value in %s is found", (_case, value) => {
  expect(leaksIn(value, [email])).toEqual([email]);
});

it("a value in a form is found", () => {
  expect(
    leaksIn(new URLSearchParams({ To: phone, Name: "Asha Rao" }).toString(), [phone, "Asha Rao"]),
  ).toHaveLength(2);
});

it("what is not there is not found", () => {
  const error = new Error("Resend answered 503.", { cause: { code: "ECONNRESET" } });
  expect(leaksIn(error, [email, phone, "Asha Rao"])).toEqual([]);
});
