import type { Cascade } from "@org/stores/cascades/port";
import { redact } from "@org/stores/dead-letters/redacted";
import { env } from "../../env.ts";
import { operations } from "../../stores.ts";
import { subjectsOf } from "../delivery-subject.ts";
import { askEngine, type EngineAnswer, type EngineRun } from "./engine.ts";
import { type CascadeTree, treeOf } from "./tree.ts";

export interface FoundCascade extends CascadeTree {
  /** Of events; 0 when nothing is kept about it. */
  count: number;
  /** When the first of them was emitted; ISO 8601, UTC. */
  began: string | undefined;
  complete: boolean;
  /** Why the engine's runs are missing, or some of them; a sentence. */
  mistake: string | undefined;
}

/** The Inngest apps that the workers serve. */
const apps = ["mohallamart", "ten-ocean-tenant-assc", "operations"];
/** More messages about one thing than anyone reads. */
const mostDeliveries = 200;

/**
 * All that followed from an order, a person or an event, by what the store and the engine know.
 * @param options.personal whether personal values are in it; otherwise their kinds stand in their places
 */
export async function findCascade(about: string, options: { personal: boolean }): Promise<FoundCascade> {
  const { cascades, deliveries } = operations();
  const { events, letters, complete } = await cascades.find(about);
  const subjects = new Set([about, ...subjectsOf(events.slice(0, 1))]);
  const [engine, ...messages] = await Promise.all([
    runsInEngine(events),
    ...[...subjects].map((subject) => deliveries.list({ subject, limit: mostDeliveries })),
  ]);
  const [first] = events;
  const began = first?.createdAt;
  const tree = treeOf({
    events: options.personal
      ? events
      : events.map((each) => ({ ...each, data: redact(each.name, each.data) })),
    letters,
    engine: options.personal ? engine.events : withoutValues(engine.events),
    // What is about the same person may be older than what is followed.
    deliveries: messages
      .flat()
      .filter(({ recordedAt, subject }) => subject === about || recordedAt >= (began ?? "")),
  });
  return { ...tree, count: events.length, began, complete, mistake: engine.mistake };
}

async function runsInEngine(events: Cascade["events"]): Promise<EngineAnswer> {
  const { ENGINE_API_URL: url, INNGEST_SIGNING_KEY: signingKey } = env;
  if (url !== undefined) return askEngine(events, { url, signingKey, apps });
  return { events: new Map(), mistake: "The engine’s address is not set (ENGINE_API_URL)." };
}

/** No event has this name, so that every text is hidden. */
const unknownEvent = "";

/** What runs and steps gave has no schema. */
function withoutValues(events: EngineAnswer["events"]): EngineAnswer["events"] {
  return new Map(
    [...events].map(([id, { runs, ...event }]) => [id, { ...event, runs: runs.map(runWithoutValues) }]),
  );
}

function runWithoutValues(run: EngineRun): EngineRun {
  const hidden = (value: unknown) => redact(unknownEvent, value);
  return {
    ...run,
    output: hidden(run.output),
    steps: run.steps?.map(({ invoked, ...step }) => ({
      ...step,
      ...(invoked && { invoked: runWithoutValues(invoked) }),
      result: hidden(step.result),
    })),
  };
}
