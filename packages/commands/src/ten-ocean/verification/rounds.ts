/**
 * The id of an event about a member's verification. The first has the event's own; what is asked for and decided again
 * later is another event, which would be taken for the first one under its id.
 */
export function idOfRound({ event }: { event: string }, userId: string, round: number): string {
  return [event, userId, ...(round === 1 ? [] : [round])].join(":");
}
