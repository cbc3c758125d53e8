import { partsOf } from "@org/stores/ten-ocean/forum/post-text";
import { LinkifyIt } from "linkify-it";

/** A piece of a post as it is shown. */
export type PostPart =
  | { kind: "text"; text: string }
  | { kind: "mention"; text: string; userId: string }
  | { kind: "link"; text: string; url: string };

/** Only what opens a page: no mail programs, no files, no addresses without a scheme but web sites'. */
const links = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: false })
  .add("mailto:", null)
  .add("ftp:", null)
  .add("//", null);

/** The pieces of a kept text: names for the ids that it has, and its addresses as links. */
export function toPostParts(body: string, names: Readonly<Record<string, string>>): PostPart[] {
  return partsOf(body, names).flatMap((part): PostPart[] =>
    "userId" in part ? [{ kind: "mention", ...part }] : withLinks(part.text),
  );
}

function withLinks(text: string): PostPart[] {
  const parts: PostPart[] = [];
  let end = 0;
  for (const { index, lastIndex, url } of links.match(text) ?? []) {
    if (!isWebAddress(url)) continue;
    if (index > end) parts.push({ kind: "text", text: text.slice(end, index) });
    parts.push({ kind: "link", text: text.slice(index, lastIndex), url });
    end = lastIndex;
  }
  if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
  return parts;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ["http:", "https:"].includes(new URL(url).protocol);
}
