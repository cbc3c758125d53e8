import type { Alert } from "../alerts/port.ts";
import { personal } from "../contracts/failure.ts";

const { name, email, phone, text } = personal;

/** The credential that every adapter is given for the vendors that quote. */
export const token = "token-that-nobody-may-see";

/** What partners sign with; never sent. */
export const signingSecret = `whsec_${btoa("what signatures are made with")}`;

export const key = "personal-data:test";

/** As requests with basic authentication carry the token. */
const basicAuthorization = Buffer.from(`rzp_key:${token}`).toString("base64");

/** None of which may be in an error or a log. */
export const secrets = [
  name,
  email,
  phone,
  phone.slice(1),
  phone.slice(3),
  text,
  token,
  signingSecret,
  basicAuthorization,
];

export const personalSms = {
  to: phone,
  body: `${name}: ${text}`,
  // A value has at most 30 characters.
  template: { name: "text", values: { name, email, text: text.slice(0, 30) } },
  key,
};

export const personalAlert: Alert = {
  group: "g",
  severity: "critical",
  title: `${name} ${phone}`,
  text: `${text} ${email}`,
  key,
  at: "2026-11-02T04:30:00.000Z",
};
