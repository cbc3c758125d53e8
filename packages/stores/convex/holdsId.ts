/** Whether one of the ids stands in the data, where it is not a part of a longer one. */
export function holdsId(data: unknown, ids: readonly string[]): boolean {
  const words = new Set((JSON.stringify(data) ?? "").split(/[^A-Za-z0-9_]+/));
  return ids.some((id) => words.has(id));
}
