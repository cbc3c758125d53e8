/** A thing with its place in line: the smallest `order` comes first. `id` names it, so that it can be taken back. */
export interface Queued<Payload> {
  id: string;
  order: number;
  payload: Payload;
}

interface Entry<Payload> extends Queued<Payload> {
  tieBreak: number;
  position: number;
}

export interface OrderedQueue<Payload> {
  /** Puts the item in line, replacing one with the same id. */
  set(item: Queued<Payload>): void;
  remove(id: string): void;
  /** The smallest order, or undefined when the queue is empty. */
  first(): number | undefined;
  /** The first item, which stays in line. */
  peek(): Payload | undefined;
  /** Takes out the first item whose order is at most `limit`. */
  take(limit?: number): Queued<Payload> | undefined;
  readonly size: number;
}

/**
 * A binary heap with removal by id.
 * @param nextTieBreak orders items of equal `order`; by default the one put in earlier comes first.
 */
export function createOrderedQueue<Payload>(
  nextTieBreak: () => number = createCounter(),
): OrderedQueue<Payload> {
  const heap: Entry<Payload>[] = [];
  const byId = new Map<string, Entry<Payload>>();

  const before = (a: Entry<Payload>, b: Entry<Payload>) =>
    a.order < b.order || (a.order === b.order && a.tieBreak < b.tieBreak);

  const place = (entry: Entry<Payload>, position: number) => {
    heap[position] = entry;
    entry.position = position;
  };

  function up(entry: Entry<Payload>) {
    let position = entry.position;
    while (position > 0) {
      const parentPosition = (position - 1) >> 1;
      const parent = heap[parentPosition];
      if (!parent || !before(entry, parent)) break;
      place(parent, position);
      position = parentPosition;
    }
    place(entry, position);
  }

  function down(entry: Entry<Payload>) {
    let position = entry.position;
    for (;;) {
      const left = heap[2 * position + 1];
      const right = heap[2 * position + 2];
      const child = right && left && before(right, left) ? right : left;
      if (!child || !before(child, entry)) break;
      const childPosition = child.position;
      place(child, position);
      position = childPosition;
    }
    place(entry, position);
  }

  function removeEntry(entry: Entry<Payload>) {
    byId.delete(entry.id);
    const last = heap.pop();
    if (!last || last === entry) return;
    place(last, entry.position);
    up(last);
    down(last);
  }

  return {
    set(item) {
      const existing = byId.get(item.id);
      if (existing) removeEntry(existing);
      const entry = { ...item, tieBreak: nextTieBreak(), position: heap.length };
      byId.set(item.id, entry);
      heap.push(entry);
      up(entry);
    },
    remove(id) {
      const entry = byId.get(id);
      if (entry) removeEntry(entry);
    },
    first: () => heap[0]?.order,
    peek: () => heap[0]?.payload,
    take(limit = Number.POSITIVE_INFINITY) {
      const first = heap[0];
      if (!first || first.order > limit) return undefined;
      removeEntry(first);
      return { id: first.id, order: first.order, payload: first.payload };
    },
    get size() {
      return heap.length;
    },
  };
}

function createCounter(): () => number {
  let count = 0;
  return () => count++;
}
