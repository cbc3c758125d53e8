/** Goes on from page to page; each says where the next one begins, or null. */
export async function everyPage<Position, Row>(
  first: Position,
  read: (position: Position) => Promise<{ rows: Row[]; next: Position | null }>,
): Promise<Row[]> {
  const all: Row[] = [];
  for (let position: Position | null = first; position !== null; ) {
    const page: { rows: Row[]; next: Position | null } = await read(position);
    all.push(...page.rows);
    position = page.next;
  }
  return all;
}
