import type { PageLinks } from "../../links/port.ts";

export interface ApplicationParties {
  shopkeeperId: string;
  /** The account that applied; absent once it is closed. */
  applicantId?: string;
}

/** The links to the page of an application to open a shop. */
export type ApplicationLinks = PageLinks<ApplicationParties>;
