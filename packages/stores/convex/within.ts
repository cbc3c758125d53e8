/** What one call reads of rows that may be long, so that it stays far below what Convex reads in one call. */
const mostCharacters = 2_000_000;

/** The first rows, as many as are wanted and one call may read; `hasMore` when it read no further. */
export async function within<Row>(
  rows: AsyncIterable<Row>,
  limit: number,
  textOf: (row: Row) => string,
): Promise<{ rows: Row[]; hasMore: boolean }> {
  const taken: Row[] = [];
  let characters = 0;
  for await (const row of rows) {
    taken.push(row);
    characters += textOf(row).length;
    if (taken.length >= limit || characters >= mostCharacters) return { rows: taken, hasMore: true };
  }
  return { rows: taken, hasMore: false };
}
