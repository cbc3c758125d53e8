import { timingSafeEqual } from "node:crypto";
import { IntegrationError } from "../error.ts";

/** A report that is not read, and how to answer it. */
export function notGenuine(vendor: string): IntegrationError {
  return unread(vendor, 401, "is not signed by it. Check the secret on both sides.");
}

export function notReadable(vendor: string): IntegrationError {
  return unread(vendor, 400, "has another form than it documents.");
}

function unread(vendor: string, status: number, what: string): IntegrationError {
  const port = "delivery-reports";
  return new IntegrationError(`A delivery report ${what}`, { port, vendor, kind: "final", status });
}

/** Compares without telling by its time how much of a secret was right. */
export function isSecret(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
}

export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
