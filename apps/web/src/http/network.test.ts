import { expect, it } from "vitest";
import { networkOf } from "./network.ts";

it.each([
  ["203.0.113.9", 1, "203.0.113.9"],
  ["1.2.3.4, 203.0.113.9", 1, "203.0.113.9"],
  ["1.2.3.4, 203.0.113.9, 10.0.0.1", 2, "203.0.113.9"],
  ["203.0.113.9", 2, "203.0.113.9"],
  ["::ffff:203.0.113.9", 1, "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", 1, "20010db800010002"],
  ["2001:db8:1:2::1", 1, "20010db800010002"],
  ["unknown", 1, "unknown"],
  ["", 1, "unknown"],
  [null, 1, "unknown"],
])("%j behind %i proxies is %s", (forwardedFor, trustedProxies, network) => {
  expect(networkOf(forwardedFor, trustedProxies)).toBe(network);
});
