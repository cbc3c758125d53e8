import { type LocalServer, localServer } from "../contracts/local-server.ts";

/** Our side of a vendor's webhooks: 200 when `take` returns, 401 when it throws. */
export async function webhookReceiver(
  take: (request: { url: string; body: string; headers: Headers }) => void,
): Promise<LocalServer> {
  const { url, stop } = await localServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    try {
      take({ url: `http://${request.headers.host}${request.url}`, body, headers });
      response.writeHead(200).end();
    } catch {
      response.writeHead(401).end();
    }
  });
  return { url: `${url}/webhooks`, stop };
}
