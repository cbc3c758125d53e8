import type { Emit } from "../../outbox/port.ts";
import type { ExpiredSessions } from "../../sessions/port.ts";

export interface NewReceivedApplication {
  /** `sk_…`, under which they apply. */
  shopkeeperId: string;
  shopName: string;
  area: string;
  description: string;
  name: string;
  email: string;
  /** E.164. */
  phone: string;
  /** Secret of the link that proves the address. */
  token: string;
}

export interface ReceivedApplication extends NewReceivedApplication {
  /** A day after it was filled in: ISO 8601, UTC. */
  expiresAt: string;
}

/** Applications to open a shop whose address nobody has proven yet. Nobody has applied by them. */
export interface ReceivedApplications extends ExpiredSessions {
  /** Keeps what was filled in for a day. @returns false when the id is kept or has applied already; nothing is emitted then. */
  hold(application: NewReceivedApplication, events: Emit): Promise<boolean>;
  /** What is kept and still good. */
  get(shopkeeperId: string): Promise<ReceivedApplication | undefined>;
  /** What a link is for; undefined once it was used or is no longer good. */
  findByToken(token: string): Promise<ReceivedApplication | undefined>;
  /** How many that are still good name an address, this one and those before it. */
  countOfAddress(shopkeeperId: string): Promise<number>;
  /** Forgets what was filled in; its link is no longer good. */
  discard(shopkeeperId: string): Promise<void>;
}
