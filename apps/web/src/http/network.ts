import { SocketAddress } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * The network that a request comes from, as the outermost trusted proxy saw it: an IPv4 address, or the first half of an
 * IPv6 address, since one customer has all of the other half.
 * @param forwardedFor the X-Forwarded-For header; each proxy appends who it was called by.
 * @param trustedProxies how many of its entries, from the right, were written by proxies of our own.
 */
export function networkOf(forwardedFor: string | null, trustedProxies: number): string {
  const entries = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  const address = entries.at(-trustedProxies) ?? entries[0] ?? "";
  const parsed = parseAddress(address);
  if (!parsed) return "unknown";
  if (parsed.kind() === "ipv4") return parsed.toString();
  return Buffer.from(parsed.toByteArray().slice(0, 8)).toString("hex");
}

/** An address as proxies write it: alone, in brackets, or with a port (`203.0.113.9:4711`, `[2001:db8::1]:443`). */
function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const unquoted = text.replace(/^"(.*)"$/, "$1");
  const address = ipaddr.isValid(unquoted) ? unquoted : SocketAddress.parse(unquoted)?.address;
  return address === undefined ? undefined : ipaddr.process(address);
}
