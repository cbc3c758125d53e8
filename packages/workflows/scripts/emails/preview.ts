import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { createServer, type Plugin, type ViteDevServer } from "vite";
import type * as Render from "../../src/render-email.ts";
import { type EmailTemplate, emailTemplates } from "../../src/testing/email-templates.ts";
import type * as Page from "./page.tsx";

export interface Preview {
  url: string;
  stop(): Promise<void>;
}

const workspace = join(import.meta.dirname, "../..");

/** Serves the templates on 127.0.0.1 as their sources stand; another port is taken when this one is in use. */
export async function startPreview({ port }: { port: number }): Promise<Preview> {
  const server = await createServer({
    configFile: false,
    root: workspace,
    appType: "custom",
    logLevel: "warn",
    // Nothing of ours runs in the browser, so nothing has to be bundled for it.
    optimizeDeps: { noDiscovery: true },
    server: { host: "127.0.0.1", port },
    plugins: [emailPages()],
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error("The preview listens nowhere.");
  return { url, stop: () => server.close() };
}

function emailPages(): Plugin {
  return {
    name: "email-pages",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        answer(server, request, response).then((answered) => answered || next(), next);
      });
    },
    // A new or a removed template counts as well, which no open page has imported.
    hotUpdate({ server }) {
      if (this.environment.name === "client") server.environments.client.hot.send({ type: "full-reload" });
    },
  };
}

const pagePolicy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self' ws:; frame-src 'self'; base-uri 'none'";
/** As in a mailbox: pictures, but no script. */
const emailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; sandbox allow-popups";

/** @returns whether the address is one of ours. */
async function answer(
  server: ViteDevServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  if (pathname === "/style.css") {
    send(response, "text/css", await readFile(join(import.meta.dirname, "style.css"), "utf8"));
    return true;
  }
  if (pathname !== "/" && !pathname.startsWith("/html/")) return false;
  const templates = await emailTemplates((file) => server.ssrLoadModule(file));
  if (pathname === "/") {
    const { previewPage } = typedModule<typeof Page>(await server.ssrLoadModule("/scripts/emails/page.tsx"));
    const open = templates.find(({ name }) => name === searchParams.get("template")) ?? templates[0];
    const text = open && (await bodiesOf(server, open)).text;
    const page = previewPage({ templates, open, text, isNarrow: searchParams.get("width") === "phone" });
    send(response, "text/html", page, pagePolicy);
    return true;
  }
  const template = templates.find(({ name }) => pathname === `/html/${name}`);
  if (!template) return false;
  send(response, "text/html", (await bodiesOf(server, template)).html, emailPolicy);
  return true;
}

/** What is wrong with a template is shown in its place. */
async function bodiesOf(server: ViteDevServer, { component, example }: EmailTemplate) {
  if (!example) {
    const text = `${component} has no example data: give it ${component}.PreviewProps.`;
    return { html: text, text };
  }
  try {
    const { renderEmail } = typedModule<typeof Render>(await server.ssrLoadModule("/src/render-email.ts"));
    return await renderEmail(example);
  } catch (error) {
    const text = `${component} cannot be rendered. ${error instanceof Error ? error.message : String(error)}`;
    return { html: text.replaceAll("<", "&lt;"), text };
  }
}

/** Holds because each caller names the module of the path that it loads. */
function typedModule<Module>(loaded: object): Module {
  return loaded as Module;
}

function send(response: ServerResponse, type: string, body: string, policy?: string): void {
  response.setHeader("content-type", `${type}; charset=utf-8`);
  response.setHeader("cache-control", "no-store");
  if (policy) response.setHeader("content-security-policy", policy);
  response.end(body);
}
