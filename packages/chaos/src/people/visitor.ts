import { type HTMLElement, parse } from "node-html-parser";

/** A page as a browser without JavaScript has it. */
export interface VisitedPage {
  status: number;
  /** Where redirects have led, with the query. */
  path: string;
  document: HTMLElement;
  /** What a person reads in the page's main part, spaces tidied. */
  text: string;
  /** What it says is wrong. */
  alert: string;
}

export interface FormPost {
  path: string;
  body: FormData | URLSearchParams;
  /** Of a form that another site posts. */
  headers?: Record<string, string>;
}

/** Milliseconds that a person waits for a page. */
const patience = 20_000;

/**
 * Somebody with a browser and a network of their own. Its calls throw what `fetch` throws when the connection breaks or
 * nothing comes for too long.
 */
export function createVisitor(baseUrl: string, network: string) {
  const { origin } = new URL(baseUrl);
  const cookies = new Map<string, string>();

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL(path, baseUrl), {
      ...init,
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
      headers: { cookie, origin, "x-forwarded-for": network, ...init.headers },
    });
    for (const header of response.headers.getSetCookie()) {
      const [, name = "", value] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (value === "") cookies.delete(name);
      else if (value !== undefined) cookies.set(name, value);
    }
    return response;
  }

  async function follow(path: string, response: Response): Promise<VisitedPage> {
    const location = response.headers.get("location");
    if (location !== null && response.status < 400) {
      await response.body?.cancel();
      const next = new URL(location, baseUrl);
      if (next.origin !== origin) throw new Error(`${path} leads to another site: ${location}`);
      return open(next.pathname + next.search);
    }
    const document = parse(await response.text());
    const read = (selector: string) =>
      (document.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
    return {
      status: response.status,
      path,
      document,
      text: read("main"),
      alert: read('main [role="alert"]'),
    };
  }

  const open = async (path: string): Promise<VisitedPage> => follow(path, await request(path));

  return {
    open,
    request,
    /**
     * Sends a form. An answer that leads on has been given, also when the page that it leads to cannot be opened: then
     * the page has the address and no text.
     */
    async send({ path, body, headers }: FormPost): Promise<VisitedPage> {
      const response = await request(path, { method: "POST", body, headers });
      const location = response.headers.get("location");
      if (location === null || response.status >= 400) return follow(path, response);
      const next = new URL(location, baseUrl);
      const unseen = {
        status: response.status,
        path: next.pathname + next.search,
        document: parse(""),
        text: "",
        alert: "",
      };
      return follow(path, response).catch(() => unseen);
    },
  };
}

export type Visitor = ReturnType<typeof createVisitor>;

/** The form that a CSS selector finds something in, ready to be sent, with the given entries filled in. */
export function fillIn(page: VisitedPage, selector: string, entries: Record<string, string> = {}): FormPost {
  const form = page.document.querySelector(selector)?.closest("form");
  if (!form)
    throw new Error(
      `There is no form with ${selector} on ${page.path} (${page.status}): ${page.text.slice(0, 200)}`,
    );
  const body = new FormData();
  for (const field of form.querySelectorAll("input, select, textarea")) {
    const type = field.getAttribute("type") ?? "";
    // Of several radio buttons a browser sends the chosen one, of boxes those that are ticked.
    if (["radio", "checkbox"].includes(type) && !field.hasAttribute("checked")) continue;
    body.append(field.getAttribute("name") ?? "", fieldValue(field, type));
  }
  for (const [name, value] of Object.entries(entries)) body.set(name, value);
  return { path: page.path, body };
}

/** What a form's field says, to know the form by. */
export function entry({ body }: FormPost, name: string): string {
  const value = body.get(name);
  return typeof value === "string" ? value : "";
}

function fieldValue(field: HTMLElement, type: string): string {
  if (field.tagName === "TEXTAREA") return field.textContent;
  if (field.tagName === "SELECT") {
    const chosen = field.querySelector("option[selected]") ?? field.querySelector("option");
    return chosen?.getAttribute("value") ?? "";
  }
  return field.getAttribute("value") ?? (type === "checkbox" ? "on" : "");
}
