/** What a person may accept although the gate refuses it. */
const acceptable = ["unproved", "unmarked", "upcaster"] as const;

export type Acceptable = (typeof acceptable)[number];

/** A line of a changeset: `accepts: order.created unproved <reason>`. */
export interface Acceptance {
  event: string;
  what: Acceptable;
  reason: string;
}

/** What the pending changesets (their Markdown) accept, each with a reason of three words or more. */
export function acceptancesIn(changesets: readonly string[]): Acceptance[] {
  const line =
    /^accepts:[ \t]+(\S+)[ \t]+(unproved|unmarked|upcaster)[ \t]+(\S+(?:[ \t]+\S+){2,})[ \t]*\r?$/gm;
  return changesets.flatMap((text) =>
    [...text.matchAll(line)].flatMap(([, event = "", word, reason = ""]) => {
      const what = acceptable.find((one) => one === word);
      return what ? [{ event, what, reason }] : [];
    }),
  );
}

/** What to write, in any pending changeset of the package, to accept it. */
export function lineToAccept(event: string, what: Acceptable): string {
  return `accepts: ${event} ${what} <why it is right, in a few words>`;
}
