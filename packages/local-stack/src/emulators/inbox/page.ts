import { html, raw } from "hono/html";
import type { SentMessage } from "../outbox.ts";
import { document, type Html, type Link } from "./document.ts";

export interface InboxView {
  /** Newest first. */
  messages: SentMessage[];
  channel?: string;
  /** `<vendor>/<id>` of the open message; default: the newest. */
  selected?: string;
}

const channels = { email: "Email", sms: "SMS", push: "Push", chat: "Chat", webhook: "Webhooks" };

export function inboxPage({ messages, channel, selected }: InboxView): Html {
  const open = messages.find((message) => keyOf(message) === selected) ?? messages[0];
  return document({
    title: "Sent messages",
    script: "/messages.js",
    links: channelLinks(channel),
    main: html`<main>
      <ol id="messages" aria-label="Messages">${messages.map((message) => row(message, message === open, channel))}</ol>
      ${open ? detail(open) : nothing()}
    </main>`,
  });
}

/** An email as a document of its own; its links open in a new tab. */
export function emailDocument(email: string): string {
  return `<!doctype html><base target="_blank">${email}`;
}

function channelLinks(channel: string | undefined): Link[] {
  const named = Object.entries(channels).map(([name, label]) => ({ label, href: `/?channel=${name}` }));
  return [{ label: "All", href: "/" }, ...named].map((link) => ({
    ...link,
    isCurrent: link.href === (channel ? `/?channel=${channel}` : "/"),
  }));
}

function row(message: SentMessage, isOpen: boolean, channel: string | undefined): Html {
  const query = new URLSearchParams({ ...(channel ? { channel } : {}), message: keyOf(message) });
  return html`<li>
    <a href="/?${query.toString()}" ${isOpen ? raw('aria-current="true"') : ""}>
      <span class="to">${message.to}</span>
      <time datetime="${message.at}">${shortTime(message.at)}</time>
      <span class="what"><span class="tag ${message.channel}">${message.channel}</span>${message.subject ?? message.text ?? ""}</span>
    </a>
  </li>`;
}

function detail(message: SentMessage): Html {
  return html`<article>
    <h2>${message.subject ?? channels[message.channel]}</h2>
    <dl>
      <dt>To</dt><dd>${message.to}</dd>
      ${message.from ? html`<dt>From</dt><dd>${message.from}</dd>` : ""}
      <dt>When</dt><dd><time datetime="${message.at}">${message.at.replace("T", " ").replace("Z", " UTC")}</time></dd>
      <dt>Through</dt><dd>${message.vendor} · <code>${message.id}</code></dd>
    </dl>
    ${
      message.html
        ? html`<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="The email as its recipient sees it" src="/messages/${keyOf(message)}/html"></iframe>`
        : html`<p class="bubble">${message.text ?? ""}</p>`
    }
    ${message.html && message.text ? html`<details><summary>Plain text</summary><pre>${message.text}</pre></details>` : ""}
    <details><summary>As the vendor's API returns it</summary><pre>${JSON.stringify(message.resource, null, 2)}</pre></details>
  </article>`;
}

function nothing(): Html {
  return html`<article id="nothing">
    <h2>Nothing was sent yet</h2>
    <p>Emails, texts and other messages of this machine appear here as soon as they leave. None reaches a real person.</p>
  </article>`;
}

function keyOf({ vendor, id }: SentMessage): string {
  return `${vendor}/${id}`;
}

function shortTime(at: string): string {
  return at.slice(11, 19);
}
