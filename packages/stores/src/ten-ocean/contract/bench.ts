import type { EventToSend } from "@org/events";
import type { NewResident, TenOceanStores } from "../port.ts";

/** A store that the contract suite can look behind. */
export interface TenOceanBench {
  stores: TenOceanStores;
  /** The events that are on their way to the engine, in order. */
  emitted(): Promise<EventToSend[]>;
  /** Empties the store. */
  reset(): Promise<void>;
  /** Makes a moment that is kept in a column so much earlier, as `1 day`. */
  passTime(table: string, column: string, interval: string): Promise<void>;
}

/** The n-th resident of the house. */
export const resident = (n: number): NewResident => ({
  userId: `user_${n}`,
  email: `resident${n}@example.com`,
  firstName: "Resident",
  lastName: String(n),
  unitId: "unit_4B",
});

/** An event of the test's own. */
export const marked = (name: string) => ({ emit: [{ name, v: "1", data: {} }] });

/** The names of what was emitted. */
export async function emittedNames({ emitted }: TenOceanBench): Promise<string[]> {
  return (await emitted()).map(({ name }) => name);
}

export async function registerResidents({ stores }: TenOceanBench, howMany: number): Promise<void> {
  for (let n = 1; n <= howMany; n += 1) await stores.residents.register(resident(n), { emit: [] });
}

/** Registered, and confirmed to live in the house. */
export async function moveInResidents(bench: TenOceanBench, howMany: number): Promise<void> {
  await registerResidents(bench, howMany);
  const { residents } = bench.stores;
  for (let n = 1; n <= howMany; n += 1) {
    await residents.changeStanding(`user_${n}`, "resident", { emit: [] });
  }
}
