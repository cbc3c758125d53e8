import type { EventClient, EventToSend } from "@org/events";
import type { TestEngine } from "@org/local-engine/test";
import type { Emulators } from "@org/local-stack";
import type { Fault } from "../history/history.ts";
import { beforeRelease } from "./release.ts";
import type { StartedStep } from "./workers.ts";

type WorkerFault = Extract<Fault, { kind: "worker" }>;
type RelayFault = Extract<Fault, { kind: "relay" }>["what"];

interface Sent {
  at: number;
  event: EventToSend;
}

const hour = 60 * 60_000;
/** As long as the engine knows the ids of events, and a day more. */
const rememberedFor = 3 * 24 * hour;

export interface CityFaultsOptions {
  now: () => number;
  emulators: Emulators;
  /** Whether the web app is the released one from the beginning. */
  released?: boolean;
}

/** Brings about what goes wrong. */
export function createFaults({ now, emulators, released = true }: CityFaultsOptions) {
  const armed: { fault: WorkerFault; left: number }[] = [];
  let relay: RelayFault[] = [];
  let late: Sent[] = [];
  let sent: Sent[] = [];
  /** Until then, something that was refused may wait to be tried again. */
  let behindUntil = 0;
  let lastFaultAt = Number.NEGATIVE_INFINITY;

  function onStep({ functionId, stepId }: StartedStep, { faults }: Pick<TestEngine, "faults">): void {
    for (const each of armed) each.left -= 1;
    const due = armed.findIndex(({ left }) => left <= 0);
    const [found] = due === -1 ? [] : armed.splice(due, 1);
    if (found?.fault.what === "fail") faults.failStep({ functionId, stepId });
    if (found?.fault.what === "lose") faults.loseAnswer({ functionId, stepId });
    if (found?.fault.what === "crash") faults.crashAfterStep({ functionId, stepId });
  }

  function bring(fault: Fault): void {
    lastFaultAt = now();
    switch (fault.kind) {
      case "vendor":
        emulators.failNext(fault.vendor, fault.fault);
        return;
      case "worker":
        armed.push({ fault, left: fault.after });
        return;
      case "relay":
        relay.push(...Array.from({ length: fault.batches }, () => fault.what));
        return;
      case "release":
        released = true;
        return;
      case "again": {
        const old = sent.findLast(({ at }) => at <= now() - fault.hoursAgo * hour);
        if (old) late.push({ event: old.event, at: now() });
        return;
      }
    }
  }

  /** What the engine is to get, in one call each; it gets them when the relay is done, so that nothing runs beside it. */
  const onTheWay: EventToSend[][] = [];

  function pass(events: EventToSend[]): void {
    sent.push(...events.map((event) => ({ event, at: now() })));
    sent = sent.filter(({ at }) => at > now() - rememberedFor);
    if (events.length > 0) onTheWay.push(events);
  }

  function disturb(fault: RelayFault, events: EventToSend[]): void {
    if (fault === "refused" || fault === "lost") behindUntil = now() + hour;
    if (fault === "refused") throw new Error("The engine is away.");
    if (fault === "late") {
      late.push(...events.slice(0, 1).map((event) => ({ event, at: now() + hour })));
      pass(events.slice(1));
      return;
    }
    if (fault === "backwards") for (const event of events.toReversed()) pass([event]);
    else pass(events);
    if (fault === "twice") pass(events);
    if (fault === "lost") throw new Error("The engine's answer was lost.");
  }

  /** What the relay sends through. */
  const client: EventClient = {
    async send(payload) {
      const events = [payload].flat().map((event) => (released ? event : beforeRelease(event)));
      const fault = relay.shift();
      if (fault) disturb(fault, events);
      else pass(events);
      return { ids: events.map(({ id }) => id ?? "") };
    },
  };

  return {
    bring,
    client,
    onStep,
    /** What the engine is to get now, in one call each: with it what comes late or again, once its time has come. */
    takeSent(): EventToSend[][] {
      const due = late.filter(({ at }) => at <= now()).map(({ event }) => event);
      late = late.filter(({ at }) => at > now());
      return [...onTheWay.splice(0), ...(due.length > 0 ? [due] : [])];
    },
    relayIsBehind: () => now() <= behindUntil,
    /** Ends what has not happened yet: vendors are well, workers stay, events pass. */
    lift(): void {
      emulators.clearFaults();
      armed.length = 0;
      relay = [];
    },
    /** Milliseconds since 1970. */
    lastFaultAt: () => lastFaultAt,
  };
}
