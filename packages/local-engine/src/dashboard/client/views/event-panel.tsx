import type { ComponentChildren } from "preact";
import type { EventDetail } from "../../api-types.ts";
import { formatTime } from "../model/format.ts";
import { ActionButton, Empty, ErrorLine, Facts, Identifier } from "../parts/basics.tsx";
import { Icon } from "../parts/icon.tsx";
import { PayloadView } from "../parts/payload.tsx";
import { RunLinks } from "../parts/run-links.tsx";
import { getJson, postJson } from "../runtime/api.ts";
import { useNow, useResource } from "../runtime/hooks.ts";
import { useKeys } from "../runtime/keyboard.ts";
import { navigate, pathTo } from "../runtime/router.ts";

/** Milliseconds between an event's time and its arrival from which both are shown. */
const noticeableDelay = 1_000;

/** One event: its data, the runs it started, and what can be done with it. */
export function EventPanel({ id, closePath }: { id: string; closePath: string }) {
  const { data: event, error } = useResource(
    id,
    () => getJson<EventDetail>(`/events/${encodeURIComponent(id)}`),
    (change) => change.runs.length > 0,
  );
  async function replay() {
    const { eventId } = await postJson<{ eventId: string }>(`/events/${encodeURIComponent(id)}/replay`);
    navigate(pathTo("events", eventId));
  }
  useKeys({ Escape: () => navigate(closePath) });
  return (
    <aside class="panel" aria-label="Event">
      <header class="panel-head">
        <h1>{event?.name ?? "Event"}</h1>
        <a class="quiet" href={closePath} aria-label="Close" title="Close (Esc)">
          <Icon name="close" />
        </a>
      </header>
      <ErrorLine error={error} />
      {event && <EventBody event={event} replay={replay} />}
    </aside>
  );
}

interface EventBodyProps {
  event: EventDetail;
  replay: () => Promise<void>;
}

function EventBody({ event, replay }: EventBodyProps) {
  return (
    <div class="panel-body">
      <EventActions event={event} replay={replay} />
      <EventFacts event={event} />
      <section aria-label="Runs">
        <h2>Runs</h2>
        {event.runs.length === 0 ? (
          <Empty icon="runs" title="It started no run">
            <p>
              No function has the trigger “{event.name}”, or its settings (rate limit, debounce, batch,
              condition) held it back. See the <a href="/functions">functions</a>.
            </p>
          </Empty>
        ) : (
          <RunLinks runs={event.runs} />
        )}
      </section>
      <PayloadView
        title="Event"
        payload={event.body}
        source={`/events/${encodeURIComponent(event.id)}/body`}
      />
    </div>
  );
}

function EventActions({ event, replay }: EventBodyProps) {
  const isInternal = event.name.startsWith("inngest/");
  return (
    <div class="actions">
      <a class="button plain" href={pathTo("cascade", event.id)}>
        <Icon name="cascade" size={14} />
        Cascade
      </a>
      {!isInternal && (
        <>
          <ActionButton
            icon="again"
            label="Replay"
            hint="Send again under a new id (r)"
            shortcut="r"
            action={replay}
          />
          <a class="button plain" href={`/send?from=${encodeURIComponent(event.id)}`}>
            <Icon name="send" size={14} />
            Edit and send
          </a>
        </>
      )}
    </div>
  );
}

function EventFacts({ event: { id, externalId, receivedAt, ts } }: { event: EventDetail }) {
  const now = useNow(false);
  const facts: [string, ComponentChildren][] = [
    ["Id", <Identifier key="id" id={id} label="the event's id" />],
  ];
  if (externalId !== undefined) {
    facts.push(["Sender's id", <Identifier key="external" id={externalId} label="the sender's id" />]);
  }
  facts.push(["Received", formatTime(receivedAt, now)]);
  if (Math.abs(ts - receivedAt) >= noticeableDelay) facts.push(["Timestamp", formatTime(ts, now)]);
  return <Facts facts={facts} />;
}
