import type { Transport } from "../engine/transport.ts";

const commonPorts = [3000, 3001, 3030, 4000, 4321, 5000, 5173, 8000, 8080, 8787];
const commonPaths = [
  "/api/inngest",
  "/x/inngest",
  "/.netlify/functions/inngest",
  "/.redwood/functions/inngest",
];

export interface DiscoveryOptions {
  transport: Transport;
  /** Ports of 127.0.0.1 to look at; those that frameworks use unless given. */
  ports?: readonly number[];
}

/** Looks for apps that serve Inngest on this machine. Resolves to their addresses. */
export async function discoverApps({ transport, ports = commonPorts }: DiscoveryOptions): Promise<string[]> {
  const found = await Promise.all(ports.map((port) => discoverOn(transport, `http://127.0.0.1:${port}`)));
  return found.flat();
}

async function discoverOn(transport: Transport, origin: string): Promise<string[]> {
  for (const path of commonPaths) {
    try {
      const answer = await transport({ url: origin + path, headers: {}, body: "", method: "GET" });
      if (answer.header("x-inngest-sdk") !== undefined) return [origin + path];
    } catch {
      // Nothing listens on this port, or what does is not for us.
      return [];
    }
  }
  return [];
}
