import { globSync } from "node:fs";
import { dirname, join } from "node:path";

const app = join(import.meta.dirname, "../../../../apps/web/app");

/** What every address of the web app looks like: `[orderId]` stands for one part, `(mohallamart)` for none. */
const routes: readonly RegExp[] = globSync("**/{page.tsx,route.ts}", { cwd: app }).map((file) => {
  const parts = dirname(file)
    .split("/")
    .filter((part) => part !== "." && !part.startsWith("("))
    .map((part) => (part.startsWith("[") ? "[^/]+" : part.replaceAll(".", "\\.")));
  return new RegExp(`^/${parts.join("/")}$`);
});

const front = ["/", "/ten-ocean"];

/**
 * What is wrong with the links of an email: whoever reads it has something to do or to see, and a link leads there, not to
 * a front page or to an address that nothing answers.
 */
export function deadEndsOf(html: string): string[] {
  const links = [...html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href = ""]) => href);
  const paths = links.flatMap((href) => {
    const url = URL.parse(href.replaceAll("&amp;", "&"));
    return url?.protocol.startsWith("http") ? [url.pathname] : [];
  });
  const unknown = paths.filter((path) => !routes.some((route) => route.test(path)));
  if (unknown.length > 0) return unknown.map((path) => `leads nowhere: ${path}`);
  const leads = paths.some((path) => !front.includes(path) && !isUnsubscribing(path));
  return leads || tellsOfTheEnd(html) ? [] : ["leads nobody anywhere"];
}

/** The end of such emails is no place where their readers act on them. */
function isUnsubscribing(path: string): boolean {
  return /^\/u\/|^\/ten-ocean\/unsubscribe\//.test(path);
}

/** Whose access has ended is left no page but the front. */
function tellsOfTheEnd(html: string): boolean {
  return /You are no longer a resident of|Your access to [^<]+ is suspended/.test(html);
}
