import type { Emit } from "../../outbox/port.ts";
import type { ExpiredSessions } from "../../sessions/port.ts";
import type { NewResident, Resident } from "./port.ts";

export interface NewRegistration extends NewResident {
  /** Secret of the link that proves the address. */
  token: string;
}

export interface Registration extends NewRegistration {
  /** A day after it was filled in: ISO 8601, UTC. */
  expiresAt: string;
}

/** Registrations whose address nobody has proven yet. They take no address, and nobody can tell whether it is known. */
export interface Registrations extends ExpiredSessions {
  /**
   * Keeps what was filled in for a day. The same does the same whoever has the address.
   * @returns false when the `userId` is kept or registered already; nothing changes or is emitted then.
   * @throws UnknownUnitError, ResidentRemovedError
   */
  hold(registration: NewRegistration, events: Emit): Promise<boolean>;
  /** What is kept and still good. */
  get(userId: string): Promise<Registration | undefined>;
  /** What a link is for; undefined once it was used or is no longer good. */
  findByToken(token: string): Promise<Registration | undefined>;
  /** How many that are still good name an address, this one and those before it. */
  countOfAddress(userId: string): Promise<number>;
  /**
   * Registers by a link, once: what is kept becomes a resident with status `pending`, with the events. The other ones
   * of the address are gone with it.
   * @returns undefined when the link is not good.
   * @throws EmailTakenError when the address was registered meanwhile, ResidentRemovedError; what is kept is gone then.
   */
  prove(token: string, events: Emit<Resident>): Promise<Resident | undefined>;
  /** Forgets what was filled in. */
  discard(userId: string): Promise<void>;
}
