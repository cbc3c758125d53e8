import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Listens on a free port of 127.0.0.1. Resolves to the address at which an app serves Inngest there. */
export function listenOnFreePort(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${toAddress(server.address()).port}/api/inngest`),
    );
  });
}

/** Guarantee: a server listening on a host and port has an address object. */
function toAddress(address: ReturnType<Server["address"]>): AddressInfo {
  return address as AddressInfo;
}
