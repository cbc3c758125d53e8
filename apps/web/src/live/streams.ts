import { createPlaces, type Places } from "../http/places.ts";
import { createSharedLooks, type SharedLooks } from "./shared-looks.ts";

interface Streams {
  places: Places;
  looks: SharedLooks;
  stopping: AbortController;
}

declare global {
  // Like the pools in database.ts: one for all kinds of routes.
  var orgWebStreams: Streams | undefined;
}

/** What all streams of this process share. */
export function streams(): Streams {
  globalThis.orgWebStreams ??= {
    places: createPlaces({ total: 500, each: 40 }),
    looks: createSharedLooks(),
    stopping: new AbortController(),
  };
  return globalThis.orgWebStreams;
}

/** A server waits for its requests when it stops, and a stream would last for minutes; browsers follow again elsewhere. */
export function endStreamsAtStop(): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => streams().stopping.abort());
}
