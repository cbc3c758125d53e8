import type { PageLinks } from "../../links/port.ts";

export interface RegistrationParties {
  userId: string;
  /** Of the unit that they live in; absent when they named none. */
  floor?: number;
}

/** The links to the page of somebody's registration; they end when another address becomes theirs. */
export type RegistrationLinks = PageLinks<RegistrationParties>;
