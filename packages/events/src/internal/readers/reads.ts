import type { EventDefinition } from "../define-event.ts";
import { watchedData } from "./watched-data.ts";

/** A field that a reader took out of an event. */
export interface Read {
  /** The function's id. */
  reader: string;
  event: string;
  /** `items[].quantity`. */
  path: string;
}

type Listener = (read: Read) => void;

const listeners = Symbol.for("@org/events/reads");

/** Shared by every copy of this package, as whoever records and the middleware need not have the same. */
function registered(): Set<Listener> {
  const shared = ofProcess();
  shared[listeners] ??= new Set();
  return shared[listeners];
}

/** Guarantee: only this file, in any copy, writes under the symbol. */
function ofProcess(): { [listeners]?: Set<Listener> } {
  return globalThis as { [listeners]?: Set<Listener> };
}

/** Whether anybody is told of reads in this process. */
export function isRecorded(): boolean {
  return registered().size > 0;
}

/**
 * Tells of every field of an event that a function reads from now on, once each. For tests: while nobody records, events are
 * handed to functions as they are.
 * @returns ends the recording
 */
export function recordReads(onRead: Listener): () => void {
  const told = new Set<string>();
  const listener: Listener = (read) => {
    const key = JSON.stringify([read.reader, read.event, read.path]);
    if (told.has(key)) return;
    told.add(key);
    onRead(read);
  };
  registered().add(listener);
  return () => {
    registered().delete(listener);
  };
}

/**
 * An event's data for its reader: as it is, or watched while somebody records. The middleware calls it for Inngest's functions;
 * who reads events otherwise calls it on what `receive` returned.
 */
export function readBy<Data>(reader: string, { event, schema }: EventDefinition, data: Data): Data {
  const told = registered();
  if (told.size === 0) return data;
  return watchedData(data, schema, (path) => {
    for (const listener of told) listener({ reader, event, path });
  });
}
