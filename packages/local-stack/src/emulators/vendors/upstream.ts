import { createEmulator, type SeedConfig } from "emulate";

/** An emulator of the `emulate` package, behind our gateway. */
export interface Upstream {
  /** Passes a request on; `body` replaces the request's own, which may have been read. */
  forward(request: Request, body?: string): Promise<Response>;
  reset(): void;
  close(): Promise<void>;
}

export async function startUpstream(
  service: "resend" | "twilio" | "slack",
  seed: SeedConfig,
): Promise<Upstream> {
  const emulator = await createEmulator({ service, seed, port: 0 });
  const { port } = new URL(emulator.url);
  return {
    async forward(request, body) {
      const { pathname, search } = new URL(request.url);
      const headers = new Headers(request.headers);
      for (const name of ["host", "connection", "content-length", "accept-encoding"]) headers.delete(name);
      const answer = await fetch(`http://127.0.0.1:${port}${pathname}${search}`, {
        method: request.method,
        headers,
        body: body ?? (request.body ? request.body : undefined),
        ...(body === undefined && request.body ? { duplex: "half" } : {}),
      });
      // What fetch returns is read-only; the gateway adds headers of its own.
      const contentType = answer.headers.get("content-type") ?? "application/json";
      const noBody = answer.status === 204 || answer.status === 304;
      return new Response(noBody ? null : await answer.arrayBuffer(), {
        status: answer.status,
        headers: { "content-type": contentType },
      });
    },
    reset: () => emulator.reset(),
    close: () => emulator.close(),
  };
}
