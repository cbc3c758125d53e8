/** What is to happen, in the order of time; what is due at the same time happens in the order in which it was put. */
export interface Agenda {
  put(at: number, happen: () => void): void;
  /** The time of the next thing. */
  next(): number | undefined;
  /** Takes everything due by a time. */
  take(by: number): (() => void)[];
}

export function createAgenda(): Agenda {
  let entries: { at: number; happen: () => void }[] = [];
  return {
    put(at, happen) {
      const after = entries.findIndex((entry) => entry.at > at);
      entries.splice(after < 0 ? entries.length : after, 0, { at, happen });
    },
    next: () => entries[0]?.at,
    take(by) {
      const due = entries.filter((entry) => entry.at <= by);
      entries = entries.filter((entry) => entry.at > by);
      return due.map(({ happen }) => happen);
    },
  };
}
