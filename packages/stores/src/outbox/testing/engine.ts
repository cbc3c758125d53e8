import type { EventClient, EventToSend } from "@org/events";
import type { Log } from "@org/integrations/log";

/** An engine that keeps what it accepts, and can be told to refuse. */
export interface RecordingEngine extends EventClient {
  /** Every call's events, those refused as well. */
  calls: EventToSend[][];
  accepted(): EventToSend[];
  /** Decides each call; a thrown error refuses it. */
  decide(rule: (events: EventToSend[]) => void | Promise<void>): void;
}

export function recordingEngine(): RecordingEngine {
  const calls: EventToSend[][] = [];
  const accepted: EventToSend[] = [];
  let rule: (events: EventToSend[]) => void | Promise<void> = () => undefined;
  return {
    calls,
    accepted: () => accepted,
    decide(next) {
      rule = next;
    },
    async send(payload) {
      const events = Array.isArray(payload) ? payload : [payload];
      calls.push(events);
      await rule(events);
      accepted.push(...events);
      return { ids: events.map(({ id }) => id ?? "") };
    },
  };
}

export interface RecordedLine {
  level: string;
  fields: object;
  message: string;
}

export function recordingLog(): Log & { lines: RecordedLine[] } {
  const lines: RecordedLine[] = [];
  const at = (level: string) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return { lines, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
