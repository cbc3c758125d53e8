import type { OneSignalSdk } from "./one-signal.ts";

/** What this browser remembers of whose notifications it shows; people by the ids that the vendor knows them by. */
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
  pushId: string | undefined,
  token?: string,
): Promise<void> {
  const { linked, wantedBy } = memory.read();
  const next = pushId !== undefined && wantedBy.includes(pushId) ? pushId : undefined;
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
export async function turnOn({ memory, load }: Device, pushId: string, token?: string): Promise<Answer> {
  const sdk = await load();
  if (!sdk.Notifications.isPushSupported()) return "unsupported";
  await sdk.Notifications.requestPermission();
  if (!sdk.Notifications.permission) return "refused";
  const { linked, wantedBy } = memory.read();
  if (linked !== undefined && linked !== pushId) await sdk.logout();
  await sdk.login(pushId, token);
  await sdk.User.PushSubscription.optIn();
  const others = wantedBy.filter((each) => each !== pushId);
  memory.write({ wantedBy: [pushId, ...others].slice(0, mostPeople), linked: pushId });
  return "on";
}

/** Shows no more notifications of a person here. */
export async function turnOff({ memory, load }: Device, pushId: string): Promise<void> {
  const sdk = await load();
  await sdk.User.PushSubscription.optOut();
  await sdk.logout();
  memory.write({ wantedBy: memory.read().wantedBy.filter((each) => each !== pushId) });
}

const name = "push-device";

/** Who asked without the name of a product asked on the marketplace's pages: the next page ties them anew, by this id. */
function ofProduct(pushId: string): string {
  return pushId.includes(":") ? pushId : `mohallamart:${pushId}`;
}

/** What is remembered in a browser's storage; nothing where it has none or it was tampered with. */
export function storedMemory(storage: Pick<Storage, "getItem" | "setItem">): Device["memory"] {
  return {
    read() {
      try {
        const { linked, wantedBy } = Object(JSON.parse(storage.getItem(name) ?? "{}"));
        const people = Array.isArray(wantedBy) ? wantedBy.filter((each) => typeof each === "string") : [];
        return { wantedBy: people.map(ofProduct), ...(typeof linked === "string" ? { linked } : {}) };
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
