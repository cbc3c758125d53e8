import type { Engine } from "../engine/engine.ts";
import type { RealtimeHub } from "../realtime/hub.ts";
import type { AppSync } from "../server/sync.ts";
import type { EventExamples, EventSchemas } from "./examples.ts";

/** What the dashboard shows and acts on. */
export interface DashboardOptions {
  engine: Engine;
  sync: AppSync;
  examples: EventExamples;
  /** What the form for sending an event checks data by; none unless given. */
  schemas?: EventSchemas | undefined;
  /** A page of whoever runs the engine, to which its own link. */
  home?: string | undefined;
  realtime: RealtimeHub;
  /** Asked for once by the page, and of everything that calls its API. */
  signingKey?: string | undefined;
}
