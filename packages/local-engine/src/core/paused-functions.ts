import type { PauseRecord } from "./records.ts";
import type { EngineState } from "./state.ts";

/** A pause has no end of its own: the last moment that a date can name. */
const never = 8_640_000_000_000_000;

export interface Pauses {
  find(functionId: string): PauseRecord | undefined;
  put(pause: PauseRecord): void;
  remove(functionId: string): void;
}

/** The pauses as they are now. Each is read from the store once, because every start of a run asks. */
export function createPauses(state: EngineState): Pauses {
  const known = new Map<string, PauseRecord | undefined>();
  return {
    find(functionId) {
      if (!known.has(functionId)) known.set(functionId, readMark(state, functionId));
      return known.get(functionId);
    },
    put(pause) {
      known.set(pause.functionId, pause);
      const { functionId: key, ...rest } = pause;
      const row = { kind: "paused" as const, key, value: JSON.stringify(rest), expiresAt: never };
      state.put("marks", `paused:${key}`, row);
    },
    remove(functionId) {
      known.set(functionId, undefined);
      state.remove("marks", `paused:${functionId}`);
    },
  };
}

function readMark(state: EngineState, functionId: string): PauseRecord | undefined {
  const value = state.store.mark("paused", functionId)?.value;
  return value === undefined ? undefined : { functionId, ...parsePause(value) };
}

/** Guarantee: the value was written by `put`. */
function parsePause(value: string): Omit<PauseRecord, "functionId"> {
  return JSON.parse(value) as Omit<PauseRecord, "functionId">;
}
