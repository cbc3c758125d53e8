import type { SessionPlace } from "@org/stores/sessions/port";
import Bowser from "bowser";
import ipaddr from "ipaddr.js";

/**
 * Where a request comes from, as its session's owner is shown it. Of the network only the first half is left, and of the
 * browser its name and system: enough to know one's own places, not enough to find anybody.
 * @param network as `networkOf` says
 */
export function placeOf(userAgent: string | null, network: string): SessionPlace {
  return { browser: browserInWords(userAgent ?? ""), network: networkInWords(network) };
}

const browsers: readonly string[] = Object.values(Bowser.BROWSER_MAP);
const systems: readonly string[] = Object.values(Bowser.OS_MAP);

function browserInWords(userAgent: string): string {
  if (userAgent === "") return "Unknown browser";
  const { browser, os } = Bowser.parse(userAgent);
  // Only names that the library knows: anything else is whatever the request says.
  const name = browsers.find((known) => known === browser.name) ?? "Unknown browser";
  const system = systems.find((known) => known === os.name);
  return system === undefined ? name : `${name} on ${system}`;
}

/** Of addresses that many have at once; those of the others say something. */
const privateRanges = ["private", "loopback", "linkLocal", "uniqueLocal", "carrierGradeNat", "unspecified"];

function networkInWords(network: string): string {
  const isHalf = /^[0-9a-f]{16}$/.test(network);
  const address = isHalf ? `${(network.match(/.{4}/g) ?? []).join(":")}::` : network;
  if (!ipaddr.isValid(address)) return "an unknown network";
  const parsed = ipaddr.process(address);
  if (privateRanges.some((range) => range === parsed.range())) return "a private network";
  const parts = isHalf ? parsed.toString().split(":").slice(0, 2) : address.split(".").slice(0, 2);
  return `the network ${parts.join(isHalf ? ":" : ".")}${isHalf ? ":" : "."}…`;
}
