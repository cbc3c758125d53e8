import { perVendor } from "../emulators/vendors.ts";
import { freePort } from "../network/ports.ts";

/** The address everyone expects in development; tests take any free port. */
export const usualPorts = {
  web: 3000,
  worker: 3939,
  engine: 8288,
  postgres: 5433,
  convex: 3210,
  catalogue: 8290,
  inbox: 4000,
  ...perVendor((_name, index) => 4001 + index),
};

export type PortName = keyof typeof usualPorts;
export type Ports = Record<PortName, number>;

/**
 * A port for each part: the wanted one, or the next free one above it that no other part wants. One of a part that is
 * `elsewhere` stays as wanted, since whoever listens there may be that part.
 */
export async function choosePorts(
  wanted: Partial<Ports> = {},
  elsewhere: ReadonlySet<PortName> = new Set(),
): Promise<Ports> {
  const chosen: Ports = { ...usualPorts };
  const reserved = new Set(Object.values(wanted));
  for (const name of portNames()) {
    const port = wanted[name] ?? 0;
    reserved.delete(port);
    chosen[name] = port !== 0 && elsewhere.has(name) ? port : await freePort(port, reserved);
    reserved.add(chosen[name]);
  }
  return chosen;
}

/** `Object.keys` of a constant object literal: exactly its own keys. */
function portNames(): PortName[] {
  return Object.keys(usualPorts) as PortName[];
}
