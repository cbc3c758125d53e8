import type { Engine } from "../engine/engine.ts";
import type { RealtimeHub } from "../realtime/hub.ts";
import type { AppSync } from "../server/sync.ts";
import type { EventExamples } from "./examples.ts";

/** What the dashboard shows and acts on. */
export interface DashboardOptions {
  engine: Engine;
  sync: AppSync;
  examples: EventExamples;
  realtime: RealtimeHub;
  /** Asked for once by the page, and of everything that calls its API. */
  signingKey?: string | undefined;
}
