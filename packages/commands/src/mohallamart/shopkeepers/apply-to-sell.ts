import { shopkeeperApplicationReceived } from "@org/events/mohallamart/shopkeeper-application-received";
import type { ReceivedApplications } from "@org/stores/mohallamart/port";
import { ulid } from "ulid";
import { newLinkToken } from "../../internal/link-token.ts";
import type { Outcome } from "../../outcome.ts";
import { type EntriesOf, type InvalidCode, readRequest } from "../../request.ts";
import { type ApplicationField, applicationRequest } from "./application-request.ts";

/** A fresh id for the form that an applicant is about to fill in; nobody can guess it. */
export function newShopkeeperId(): string {
  return `sk_${ulid()}`;
}

/**
 * Someone fills in the application to open a shop. Whatever address they name, the same is written and nothing is looked up:
 * they have applied once the link that goes there was followed. The same request again is the same one.
 */
export function applyToSell({
  receivedApplications,
}: {
  receivedApplications: Pick<ReceivedApplications, "hold">;
}) {
  return async (
    entries: EntriesOf<typeof applicationRequest>,
  ): Promise<Outcome<{ shopkeeperId: string }, InvalidCode, ApplicationField>> => {
    const read = readRequest(applicationRequest, entries);
    if (!read.ok) return read;
    const { shopkeeperId } = read.request;
    const token = newLinkToken();
    await receivedApplications.hold(
      { ...read.request, token },
      { emit: [shopkeeperApplicationReceived.create({ shopkeeperId })] },
    );
    return { ok: true, shopkeeperId };
  };
}
