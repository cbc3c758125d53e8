import type { OneSignalSdk } from "./one-signal.ts";

/** What this browser remembers of whose notifications it shows. */
export interface DeviceMemory {
  /** Whose device it is at the vendor now. */
  linked?: string;
  /** Those who asked for notifications here, so that they have them again when they sign in again. */
  wantedBy: readonly string[];
}

export interface Device {
  memory: { read(): DeviceMemory; write(memory: DeviceMemory): void };
  load(): Promise<OneSignalSdk>;
}

/** How many people of one browser are remembered. */
const mostPeople = 10;

/** Ties the browser to whoever is signed in, when they asked for that here, and to nobody else. */
export async function followSession(
  { memory, load }: Device,
  userId: string | undefined,
  token?: string,
): Promise<void> {
  const { linked, wantedBy } = memory.read();
  const next = userId !== undefined && wantedBy.includes(userId) ? userId : undefined;
  if (next === undefined && linked === undefined) return;
  const sdk = await load();
  if (next !== undefined && next === linked) {
    // A proof holds for an hour, so each page brings the next.
    if (token !== undefined) await sdk.login(next, token);
    return;
  }
  // First nobody's: what comes meanwhile is shown to nobody else.
  if (linked !== undefined) await sdk.logout();
  memory.write({ wantedBy });
  if (next === undefined) return;
  await sdk.login(next, token);
  memory.write({ wantedBy, linked: next });
}

export type Answer = "on" | "refused" | "unsupported";

/** Asks for the browser's leave to show notifications of a person, and ties it to them. Only when they press for it. */
export async function turnOn({ memory, load }: Device, userId: string, token?: string): Promise<Answer> {
  const sdk = await load();
  if (!sdk.Notifications.isPushSupported()) return "unsupported";
  await sdk.Notifications.requestPermission();
  if (!sdk.Notifications.permission) return "refused";
  const { linked, wantedBy } = memory.read();
  if (linked !== undefined && linked !== userId) await sdk.logout();
  await sdk.login(userId, token);
  await sdk.User.PushSubscription.optIn();
  const others = wantedBy.filter((each) => each !== userId);
  memory.write({ wantedBy: [userId, ...others].slice(0, mostPeople), linked: userId });
  return "on";
}

/** Shows no more notifications of a person here. */
export async function turnOff({ memory, load }: Device, userId: string): Promise<void> {
  const sdk = await load();
  await sdk.User.PushSubscription.optOut();
  await sdk.logout();
  memory.write({ wantedBy: memory.read().wantedBy.filter((each) => each !== userId) });
}

const name = "push-device";

/** What is remembered in a browser's storage; nothing where it has none or it was tampered with. */
export function storedMemory(storage: Pick<Storage, "getItem" | "setItem">): Device["memory"] {
  return {
    read() {
      try {
        const { linked, wantedBy } = Object(JSON.parse(storage.getItem(name) ?? "{}"));
        const people = Array.isArray(wantedBy) ? wantedBy.filter((each) => typeof each === "string") : [];
        return { wantedBy: people, ...(typeof linked === "string" ? { linked } : {}) };
      } catch {
        return { wantedBy: [] };
      }
    },
    write(memory) {
      try {
        storage.setItem(name, JSON.stringify(memory));
      } catch {
        // A browser that keeps nothing asks again on the next page.
      }
    },
  };
}
