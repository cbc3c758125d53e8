import crypto from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export interface Chance {
  /** Milliseconds since 1970: what every clock of this process shows. */
  now: () => number;
  seed: number;
}

/**
 * Makes this process a function of its input: `Date` shows the given time, and every source of randomness of Node and of
 * JavaScript follows from the seed. Whatever a command, a workflow, an emulator or a library draws is the same in each play,
 * also what somebody adds tomorrow. Timers stay real. Returns the function that gives time and chance back.
 */
export function fixChance({ now, seed }: Chance): () => void {
  const random = xoroshiro128plus(seed);
  const fraction = () => uniformFloat64(random);
  const undoDate = replace(globalThis, "Date", dateAt(now));
  const undoMath = replace(Math, "random", fraction);
  const undoCrypto = fixCrypto(fraction);
  return () => {
    undoCrypto();
    undoMath();
    undoDate();
  };
}

function dateAt(now: () => number): DateConstructor {
  const RealDate = Date;
  return new Proxy(RealDate, {
    construct: (target, values, newTarget) =>
      Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
  });
}

function fixCrypto(fraction: () => number): () => void {
  const fill = (bytes: Uint8Array) => {
    for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.floor(fraction() * 256);
  };
  const bytesOf = (view: ArrayBufferView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

  function getRandomValues<View extends ArrayBufferView>(view: View): View {
    fill(bytesOf(view));
    return view;
  }

  function randomUUID(): string {
    const bytes = new Uint8Array(16);
    fill(bytes);
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Buffer.from(bytes).toString("hex");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  function randomBytes(size: number, callback?: (error: null, bytes: Buffer) => void): Buffer | undefined {
    const bytes = Buffer.alloc(size);
    fill(bytes);
    if (!callback) return bytes;
    process.nextTick(callback, null, bytes);
    return undefined;
  }

  /** `randomInt(max)`, `randomInt(min, max)`, each with a callback or without. */
  function randomInt(...values: (number | ((error: null, value: number) => void))[]): number | undefined {
    const numbers = values.filter((value) => typeof value === "number");
    const callback = values.find((value) => typeof value === "function");
    const [low, high] = numbers.length > 1 ? [numbers[0] ?? 0, numbers[1] ?? 0] : [0, numbers[0] ?? 0];
    const drawn = low + Math.floor(fraction() * (high - low));
    if (!callback) return drawn;
    process.nextTick(callback, null, drawn);
    return undefined;
  }

  function randomFillSync<View extends ArrayBufferView>(view: View, offset = 0, size?: number): View {
    const bytes = bytesOf(view);
    fill(bytes.subarray(offset, size === undefined ? undefined : offset + size));
    return view;
  }

  // `getRandomValues` of the module is that of the global one, which is replaced below.
  const replaced = { randomUUID, randomBytes, randomInt, randomFillSync };
  const undo = Object.entries(replaced).map(([name, value]) => replace(crypto, name, value));
  undo.push(replace(globalThis.crypto, "getRandomValues", getRandomValues));
  undo.push(replace(globalThis.crypto, "randomUUID", randomUUID));
  syncBuiltinESMExports();
  return () => {
    for (const back of undo) back();
    syncBuiltinESMExports();
  };
}

/** Puts a value in the place of a property; the returned function puts back what was there, own or inherited. */
function replace(owner: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true, enumerable: true });
  return () => {
    if (before) Object.defineProperty(owner, name, before);
    else Reflect.deleteProperty(owner, name);
  };
}
