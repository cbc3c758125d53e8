import type { VisitEvent } from "@org/commands/mohallamart/analytics/page-events";
import { cookies, headers } from "next/headers";
import { after } from "next/server";
import { mohallaMartCommands } from "../commands.ts";
import { clientNetwork } from "../http/client-network.ts";
import { cookieOptions } from "../http/cookie-options.ts";
import { ownCookie } from "../http/own-cookie.ts";
import { log } from "../log.ts";
import { currentPerson } from "../session/current-person.ts";
import { limiter } from "../vendors.ts";
import { newVisitId, parseVisitId, refusesTracking, visitCookie, visitLength } from "./visit.ts";

/**
 * The visit that the current request belongs to, which it keeps from ending. Only in a server action or a route handler;
 * a page that is being rendered cannot set cookies.
 * @returns undefined when the browser asks not to be tracked, or its network begins visits without end.
 */
export async function currentVisit(): Promise<string | undefined> {
  if (refusesTracking(await headers())) return undefined;
  const jar = await cookies();
  const known = parseVisitId(jar.get(ownCookie(visitCookie))?.value);
  if (!known && !(await limiter().allows("visits", await clientNetwork()))) return undefined;
  const visitId = known ?? newVisitId();
  jar.set(ownCookie(visitCookie), visitId, cookieOptions(visitLength));
  return visitId;
}

/** Records what the visitor of the current request did; nobody waits for it. Where `currentVisit` may be used. */
export async function track(...events: VisitEvent[]): Promise<void> {
  const visitId = await currentVisit();
  if (visitId === undefined || events.length === 0) return;
  const occurredAt = new Date().toISOString();
  after(async () => {
    try {
      await record(visitId, events, occurredAt);
    } catch (error) {
      log.warn({ error, events: events.length }, "what a visitor did was not recorded");
    }
  });
}

async function record(visitId: string, events: readonly VisitEvent[], occurredAt: string): Promise<void> {
  if (!(await limiter().allows("visit-events", visitId))) return;
  const person = await currentPerson();
  const userId = person?.role === "customer" ? person.id : undefined;
  await mohallaMartCommands().recordVisit({ visitId, userId, events, occurredAt });
}
