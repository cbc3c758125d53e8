import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { readDeadLetterView } from "./dead-letter-view.ts";
import { DeadLetterViews } from "./dead-letter-views.tsx";

const latestFailedAt = "2026-11-02T04:30:00.000Z";
const open = [
  { app: "mohallamart", workflow: "deliver-email", open: 2, latestFailedAt },
  { app: "ten-ocean", workflow: "send-digest", open: 1, latestFailedAt },
];

/** Each view with its address, and the one that is shown. */
function viewsAt(address: string) {
  const view = readDeadLetterView(Object.fromEntries(new URLSearchParams(address)));
  const html = renderToStaticMarkup(<DeadLetterViews view={view} open={open} />);
  const links = [...html.matchAll(/<a([^>]*)>([^<]*)<\/a>/g)].map(([, attributes = "", name = ""]) => ({
    name,
    href: /href="([^"]*)"/.exec(attributes)?.[1]?.replaceAll("&amp;", "&") ?? "",
    isShown: attributes.includes('aria-current="page"'),
  }));
  return { links, shown: links.filter(({ isShown }) => isShown).map(({ name }) => name) };
}

it("each view's address leads to it, and every workflow with open runs has one", () => {
  const { links } = viewsAt("");
  expect(links.map(({ name }) => name)).toEqual([
    ...["Open, 3", "deliver-email, 2", "send-digest, 1"],
    ...["Replayed", "Discarded", "All"],
  ]);
  for (const { name, href } of links) expect(viewsAt(href.split("?")[1] ?? "").shown).toEqual([name]);
});

it("no view is shown as such when the list was narrowed down by hand", () => {
  expect(viewsAt("?workflow=deliver-email&status=replayed").shown).toEqual([]);
});
