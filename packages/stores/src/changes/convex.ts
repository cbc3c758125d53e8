import type { Log } from "@org/integrations/log";
import type { ConvexDeployment, Subscription } from "../convex/deployment.ts";
import { functions } from "../convex/functions.ts";
import type { ChangeListener } from "./port.ts";

interface Shown {
  id: string;
  subjects: string[];
}

/** One subscription for all who listen in this process, opened when the first one does. */
export function convexChanges(deployment: ConvexDeployment, { log }: { log: Log }): ChangeListener {
  const listeners = new Map<string, Set<() => void>>();
  let subscription: Subscription | undefined;
  let known: ReadonlySet<string> | undefined;
  let isClosed = false;

  function tell(subjects: Iterable<string>): void {
    for (const subject of subjects) for (const onChange of listeners.get(subject) ?? []) onChange();
  }

  function heard(shown: Shown[]): void {
    const fresh = shown.filter(({ id }) => !known?.has(id));
    // With none of those that were known there may be more than are shown.
    const mayBeMore = known !== undefined && known.size > 0 && fresh.length === shown.length;
    const isFirst = known === undefined;
    known = new Set(shown.map(({ id }) => id));
    tell(isFirst || mayBeMore ? [...listeners.keys()] : new Set(fresh.flatMap(({ subjects }) => subjects)));
  }

  function open(): void {
    subscription = deployment.subscribe(functions.outbox.latest, {}, heard, (isConnected) => {
      // What happened in between is in the next result, or more than it shows.
      if (isConnected) tell([...listeners.keys()]);
      else if (!isClosed) log.warn({}, "no changes are heard of for a moment, and pages look by themselves");
    });
  }

  return {
    get isListening() {
      return !isClosed && known !== undefined && subscription?.isConnected === true;
    },
    listen(subject, onChange) {
      if (!subscription && !isClosed) open();
      const all = listeners.get(subject) ?? new Set();
      listeners.set(subject, all.add(onChange));
      return () => {
        all.delete(onChange);
        if (all.size === 0 && listeners.get(subject) === all) listeners.delete(subject);
      };
    },
    async close() {
      isClosed = true;
      await subscription?.end();
    },
  };
}
