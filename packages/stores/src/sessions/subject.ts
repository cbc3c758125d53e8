/** Begins the subject of every session of the association: both products may use one id for different people. */
export const tenOceanSubjectPrefix = "ten-ocean:";

/** What a session of the association's keeps of a member. */
export function tenOceanSubject(memberId: string): string {
  return `${tenOceanSubjectPrefix}${memberId}`;
}
