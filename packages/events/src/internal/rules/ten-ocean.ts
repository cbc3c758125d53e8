/**
 * Rules that span fields. They stand apart from the contracts, so that the compiled ones carry them and no zod.
 * The gate knows a rule by its code: another form of the same is one that it cannot prove.
 */

interface Changed {
  changed: readonly string[];
}

export const startExactlyWhenChanged = ({ changed, startsAt }: Changed & { startsAt?: unknown }) =>
  changed.includes("time") === (startsAt !== undefined);

export const statusExactlyWhenChanged = ({ changed, status }: Changed & { status?: unknown }) =>
  changed.includes("status") === (status !== undefined);

export const sinceBeforeUntil = ({ since, until }: { since: string; until: string }) => since < until;

export const standingDiffers = ({ from, to }: { from: string; to: string }) => from !== to;

export const removedByExactlyWhenLeft = ({ reason, removedBy }: { reason: string; removedBy?: string }) =>
  (reason === "left") === (removedBy !== undefined);
