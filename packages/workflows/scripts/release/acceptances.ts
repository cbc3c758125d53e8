import { type Problem, type Stranding, strandings } from "./compare.ts";

/** A line of a changeset: `accepts: mohallamart/process-order:take-stock removed <reason>`. */
export interface Acceptance {
  subject: string;
  what: Stranding;
  reason: string;
}

/** What pending changesets (their Markdown) accept of workflows, each with a reason of three words or more. */
export function acceptancesIn(changesets: readonly string[]): Acceptance[] {
  const line = /^accepts:[ \t]+(\S+\/\S+)[ \t]+(\S+)[ \t]+(\S+(?:[ \t]+\S+){2,})[ \t]*\r?$/gm;
  return changesets.flatMap((text) =>
    [...text.matchAll(line)].flatMap(([, subject = "", word, reason = ""]) => {
      const what = strandings.find((one) => one === word);
      return what ? [{ subject, what, reason }] : [];
    }),
  );
}

/** What to write, in a pending changeset of the package, to accept it. */
export function lineToAccept({ subject, what }: Problem): string {
  return `accepts: ${subject} ${what} <why it is right, in a few words>`;
}
