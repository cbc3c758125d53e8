import { randomBytes } from "node:crypto";

export const visitCookie = "visit";

/** Seconds without anything done after which a visit is over. */
export const visitLength = 30 * 60;

/** Says nothing of who it is, and is no two visits' own. */
export function newVisitId(): string {
  return randomBytes(16).toString("base64url");
}

/** @returns undefined for what this app has not given out. */
export function parseVisitId(value: string | undefined): string | undefined {
  return value !== undefined && /^[A-Za-z0-9_-]{22}$/.test(value) ? value : undefined;
}

/** Whether the browser asks not to be tracked: then it gets no cookie, and nothing that it does is recorded. */
export function refusesTracking(headers: Pick<Headers, "get">): boolean {
  return headers.get("dnt") === "1" || headers.get("sec-gpc") === "1";
}
