/** ISO 8601, UTC. @param milliseconds since 1970 */
export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
