import type { City } from "../world/city.ts";

/** What a command answered: `ok`, or the code of its refusal. */
export type ActOutcome = "ok" | string;

/** The acts of one kind among many. */
export type ActOf<Acts extends { kind: string }, Kind extends Acts["kind"]> = Extract<Acts, { kind: Kind }>;

/** How each kind of act is done, through the command that a page would call. */
export type Doings<Acts extends { kind: string }> = {
  readonly [Kind in Acts["kind"]]: (city: City, act: ActOf<Acts, Kind>) => Promise<ActOutcome>;
};

export function codeOf(outcome: { ok: true } | { ok: false; code: string }): ActOutcome {
  return outcome.ok ? "ok" : outcome.code;
}
