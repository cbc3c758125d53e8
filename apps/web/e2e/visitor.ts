import { type HTMLElement, parse } from "node-html-parser";

/** A page as a browser without JavaScript has it. */
export interface VisitedPage {
  status: number;
  /** Where redirects have led, with the query. */
  path: string;
  document: HTMLElement;
  /** What a person reads in the page's main part, spaces tidied. */
  text: string;
}

export interface FormPost {
  path: string;
  body: FormData;
}

interface Cookie {
  name: string;
  value: string;
  /** The addresses that it is for. */
  folder: string;
}

/** As RFC 6265 says in 5.1.4. */
function isFor({ folder }: Cookie, pathname: string): boolean {
  return pathname === folder || pathname.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

function headerOf(everywhere: ReadonlyMap<string, string>, foldered: readonly Cookie[]): string {
  const named = [...everywhere, ...foldered.map(({ name, value }) => [name, value] as const)];
  return named.map(([name, value]) => `${name}=${value}`).join("; ");
}

let visitors = 0;

/**
 * Uses the web app as a person without JavaScript does: opens pages, fills in the forms it finds there, keeps cookies
 * and follows redirects within the app. Each has a network of their own, as a proxy would report it.
 */
export function createVisitor(baseUrl: string, headers: Record<string, string> = {}) {
  const cookies = new Map<string, string>();
  const foldered = new Map<string, Cookie>();
  visitors += 1;
  const network = `10.0.${visitors >> 8}.${visitors & 255}`;

  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, baseUrl);
    const forHere = [...foldered.values()].filter((kept) => isFor(kept, url.pathname));
    const cookie = headerOf(cookies, forHere);
    const response = await fetch(url, {
      ...init,
      redirect: "manual",
      headers: {
        cookie,
        origin: new URL(baseUrl).origin,
        "x-forwarded-for": network,
        ...headers,
        ...init.headers,
      },
    });
    for (const header of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (name === undefined || value === undefined) continue;
      const [, folder = "/"] = /; ?path=([^;]+)/i.exec(header) ?? [];
      if (folder !== "/") foldered.set(`${name} ${folder}`, { name, value, folder });
      else if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  async function visit(path: string, init?: RequestInit): Promise<VisitedPage> {
    const response = await request(path, init);
    const location = response.headers.get("location");
    if (location !== null && response.status < 400) {
      await response.body?.cancel();
      const { origin, pathname, search } = new URL(location, baseUrl);
      if (origin !== new URL(baseUrl).origin) throw new Error(`${path} leads to another site: ${location}`);
      return visit(pathname + search);
    }
    const document = parse(await response.text());
    const main = document.querySelector("main")?.textContent ?? "";
    return { status: response.status, path, document, text: main.replace(/\s+/g, " ").trim() };
  }

  return {
    open: (path: string) => visit(path),
    send: ({ path, body }: FormPost) => visit(path, { method: "POST", body }),
    request,
    /** By name, those that are for every address; they can be looked at, changed and put into another visitor. */
    cookies,
    /** As a proxy reports it. */
    network,
    /** All that it has, whatever they are for. */
    cookieHeader: () => headerOf(cookies, [...foldered.values()]),
  };
}

export type Visitor = ReturnType<typeof createVisitor>;

/**
 * The form that a CSS selector finds something in, ready to be sent, with the given entries filled in. A list stands
 * for a field that is in the form several times.
 */
export function fillIn(
  page: VisitedPage,
  selector: string,
  entries: Record<string, string | readonly string[]> = {},
): FormPost {
  const form = page.document.querySelector(selector)?.closest("form");
  if (!form) throw new Error(`There is no form with ${selector} on ${page.path}: ${page.text.slice(0, 300)}`);
  const body = new FormData();
  for (const field of form.querySelectorAll("input, select")) {
    const type = field.getAttribute("type") ?? "";
    // Of several radio buttons a browser sends the chosen one, of boxes those that are ticked.
    if (["radio", "checkbox"].includes(type) && !field.hasAttribute("checked")) continue;
    body.append(field.getAttribute("name") ?? "", fieldValue(field, type));
  }
  for (const [name, value] of Object.entries(entries)) {
    body.delete(name);
    for (const text of [value].flat()) body.append(name, text);
  }
  return { path: page.path, body };
}

function fieldValue(field: HTMLElement, type: string): string {
  if (field.tagName === "SELECT") {
    const chosen = field.querySelector("option[selected]") ?? field.querySelector("option");
    return chosen?.getAttribute("value") ?? "";
  }
  return field.getAttribute("value") ?? (type === "checkbox" ? "on" : "");
}
