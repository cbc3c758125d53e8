import { env } from "../env.ts";

/** The ways to what has pages of its own; nothing when no address is known. */
export function ElsewhereCard() {
  const { ENGINE_URL: engine, INBOX_URL: inbox, CATALOGUE_URL: catalogue } = env;
  const pages = [
    ...(engine ? [{ href: engine, label: "Engine", what: "events, runs and their steps" }] : []),
    ...(inbox
      ? [
          { href: inbox, label: "Sent messages", what: "as their recipients got them" },
          { href: `${inbox}/vendors`, label: "Vendors", what: "make the next requests to one of them fail" },
        ]
      : []),
    ...(catalogue
      ? [
          {
            href: catalogue,
            label: "Event catalogue",
            what: "every event, its fields, and who sends and reads it",
          },
        ]
      : []),
  ];
  if (pages.length === 0) return null;
  return (
    <section className="card" aria-labelledby="elsewhere">
      <h2 id="elsewhere">Elsewhere</h2>
      <ul>
        {pages.map(({ href, label, what }) => (
          <li key={href}>
            <a href={href}>{label}</a>: {what}
          </li>
        ))}
      </ul>
    </section>
  );
}
