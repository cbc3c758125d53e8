/** Rules that span fields. They stand apart from the contracts, so that the compiled ones carry them and no zod. */

interface Changed {
  changed: readonly string[];
}

export function startExactlyWhenChanged({ changed, startsAt }: Changed & { startsAt?: unknown }): boolean {
  return changed.includes("time") === (startsAt !== undefined);
}

export function statusExactlyWhenChanged({ changed, status }: Changed & { status?: unknown }): boolean {
  return changed.includes("status") === (status !== undefined);
}

export function sinceBeforeUntil({ since, until }: { since: string; until: string }): boolean {
  return since < until;
}

export function standingDiffers({ from, to }: { from: string; to: string }): boolean {
  return from !== to;
}

export function removedByExactlyWhenLeft(removal: { reason: string; removedBy?: string }): boolean {
  return (removal.reason === "left") === (removal.removedBy !== undefined);
}
