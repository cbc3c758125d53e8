import { useEffect, useMemo, useState } from "preact/hooks";
import type { EventDetail, EventName, Prefill } from "../../api-types.ts";
import { checkDraft, type DataSchemas } from "../model/event-draft.ts";
import { countOf } from "../model/format.ts";
import { prettyJson } from "../model/json.ts";
import { ErrorLine } from "../parts/basics.tsx";
import { Icon } from "../parts/icon.tsx";
import { JsonEditor } from "../parts/json-editor.tsx";
import { RunLinks } from "../parts/run-links.tsx";
import { getJson, getText, sendEvents } from "../runtime/api.ts";
import { useAction, useResource } from "../runtime/hooks.ts";
import { pathTo, type Route } from "../runtime/router.ts";

const firstDraft = `{
  "name": "",
  "data": {}
}`;

/** Writes an event, from the last one of its name or an example, and shows what it started. */
export function SendView({ route }: { route: Route }) {
  const [text, setText] = useState(firstDraft);
  const [sent, setSent] = useState<string[]>([]);
  const from = route.query.get("from");
  const load = useAction(async (eventId: string) => setText(await draftOf(eventId)));
  useEffect(() => {
    if (from !== null) load.start(from);
  }, [from]);
  const { data: schemas } = useResource(
    "schemas",
    () => getJson<DataSchemas>("/schemas"),
    () => false,
  );
  const draft = useMemo(() => checkDraft(text, schemas), [text, schemas]);
  const { start, isBusy, error } = useAction(async () => {
    if (!draft.ok) return;
    const { ids } = await sendEvents(text);
    setSent(ids);
  });
  return (
    <section class="page send-page" aria-label="Send event">
      <header class="page-head">
        <h1>Send event</h1>
      </header>
      <div class="send">
        <EventNames onChoose={setText} chosen={draft.ok ? draft.names : []} />
        <div class="send-editor">
          <JsonEditor
            label="Event as JSON"
            text={text}
            rows={18}
            hint={text === firstDraft ? "Choose an event to begin from, or give this one a name." : undefined}
            problem={draft.ok ? draft.doubt : draft.problem}
            onChange={setText}
            onSubmit={() => start()}
          />
          <div class="actions">
            <button
              type="button"
              class="button primary"
              disabled={!draft.ok || isBusy}
              onClick={() => start()}
            >
              <Icon name={isBusy ? "spinner" : "send"} size={14} />
              {draft.ok && draft.names.length > 1 ? `Send ${countOf(draft.names.length, "event")}` : "Send"}
              {draft.ok && draft.doubt && " all the same"}
            </button>
            <span class="hint">Ctrl Enter. A list sends several; “ts” in the future delays.</span>
          </div>
          <ErrorLine error={error ?? load.error} />
          {sent.map((id) => (
            <SentEvent key={id} id={id} />
          ))}
        </div>
      </div>
    </section>
  );
}

async function draftOf(eventId: string): Promise<string> {
  const event: unknown = JSON.parse(await getText(`/events/${encodeURIComponent(eventId)}/body`));
  if (typeof event !== "object" || event === null) return firstDraft;
  const kept = Object.entries(event).filter(([key]) => key !== "id" && key !== "ts");
  return prettyJson(JSON.stringify(Object.fromEntries(kept)));
}

interface EventNamesProps {
  onChoose: (text: string) => void;
  chosen: string[];
}

function EventNames({ onChoose, chosen }: EventNamesProps) {
  const { data: names = [] } = useResource(
    "event-names",
    () => getJson<EventName[]>("/event-names"),
    (change) => change.events || change.apps,
  );
  const { start, error } = useAction(async (name: string, example: number | undefined) => {
    const prefill = await getJson<Prefill>("/prefill", { name });
    const empty = JSON.stringify({ name, data: {} }, undefined, 2);
    const choice = example === undefined ? (prefill.last ?? prefill.examples[0]) : prefill.examples[example];
    onChoose(choice ?? empty);
  });
  return (
    <section class="event-names" aria-label="Known events">
      <h2>Begin from</h2>
      {names.length === 0 && (
        <p class="hint">
          Names appear here once an app is connected, an event was sent, or --examples is given.
        </p>
      )}
      <ul>
        {names.map((known) => (
          <li key={known.name} class={chosen.includes(known.name) ? "chosen" : ""}>
            <button type="button" class="name" onClick={() => start(known.name, undefined)}>
              <strong>{known.name}</strong>
              <span>{originText(known)}</span>
            </button>
            {Array.from({ length: known.examples }, (_, position) => (
              <button
                key={position}
                type="button"
                class="example"
                onClick={() => start(known.name, position)}
              >
                Example {position + 1}
              </button>
            ))}
          </li>
        ))}
      </ul>
      <ErrorLine error={error} />
    </section>
  );
}

function originText({ functions, lastSentAt }: EventName): string {
  const triggers = functions === 0 ? "no function" : countOf(functions, "function");
  return lastSentAt === undefined ? triggers : `${triggers} · last sent data`;
}

function SentEvent({ id }: { id: string }) {
  const { data: event } = useResource(
    id,
    () => getJson<EventDetail>(`/events/${encodeURIComponent(id)}`),
    (change) => change.runs.length > 0,
  );
  return (
    <div class="sent" role="status">
      <p>
        <Icon name="check" size={14} /> Sent <a href={pathTo("events", id)}>{event?.name ?? id}</a>
        {event?.runs.length === 0 && ". It has started no run so far."}
      </p>
      <RunLinks runs={event?.runs ?? []} />
    </div>
  );
}
