/** A worker's connection, as far as choosing among them goes. */
export interface WorkerSeat {
  connectionId: string;
  instanceId: string;
  appNames: readonly string[];
  isReady: boolean;
  /** Requests that it takes at a time. */
  capacity: number;
  /** Hands it an executor request, encoded. */
  request(payload: Uint8Array): void;
  askToReconnect(): void;
}

/** The connected workers. */
export interface Workers {
  add(seat: WorkerSeat): void;
  remove(seat: WorkerSeat): void;
  /**
   * Calls back with the ready worker of an app that has the least to do; waits while all are busy. The callback has to
   * count as the worker's load when it returns. Resolves to undefined when no worker of the app is ready.
   */
  assign<Result>(appName: string, use: (seat: WorkerSeat) => Result): Promise<Result | undefined>;
  /** A request has ended, or a worker has come or gone: those who wait look again. */
  changed(): void;
  all(): readonly WorkerSeat[];
}

export function createWorkers(countOf: (connectionId: string) => number): Workers {
  const seats = new Set<WorkerSeat>();
  let waiting: (() => void)[] = [];

  /** Among equals the one that was chosen longest ago. */
  function findFree(appName: string): WorkerSeat | "busy" | undefined {
    const ready = [...seats].filter(({ isReady, appNames }) => isReady && appNames.includes(appName));
    if (ready.length === 0) return undefined;
    const loads = ready.map((seat) => ({ seat, load: countOf(seat.connectionId) }));
    const free = loads.filter(({ seat, load }) => load < seat.capacity);
    const least = Math.min(...free.map(({ load }) => load));
    const chosen = free.find(({ load }) => load === least)?.seat;
    if (!chosen) return "busy";
    seats.delete(chosen);
    seats.add(chosen);
    return chosen;
  }

  function changed() {
    const woken = waiting;
    waiting = [];
    for (const look of woken) look();
  }

  return {
    add(seat) {
      seats.add(seat);
      changed();
    },
    remove(seat) {
      seats.delete(seat);
      changed();
    },
    assign: (appName, use) =>
      new Promise((resolve) => {
        const look = () => {
          const found = findFree(appName);
          if (found === "busy") waiting.push(look);
          else resolve(found && use(found));
        };
        look();
      }),
    changed,
    all: () => [...seats],
  };
}
