import type { RealtimeMessageView } from "../../api-types.ts";
import { choicesOf, filterMessages } from "../model/messages.ts";
import { Empty, ErrorLine, Moment } from "../parts/basics.tsx";
import { PayloadText } from "../parts/payload.tsx";
import { useNow } from "../runtime/hooks.ts";
import { useMessages } from "../runtime/message-feed.ts";
import { pathTo, type Route, setQuery } from "../runtime/router.ts";

const kinds: Record<RealtimeMessageView["kind"], string> = {
  data: "",
  "datastream-start": "stream begins",
  chunk: "chunk",
  "datastream-end": "stream ends",
};

/** Messages as they are published, newest first, by channel and topic. */
export function RealtimeView({ route }: { route: Route }) {
  const { messages, isLost } = useMessages();
  const now = useNow(true, 5_000);
  const filter = {
    channel: route.query.get("channel") ?? undefined,
    topic: route.query.get("topic") ?? undefined,
  };
  const { channels, topics } = choicesOf(messages, filter);
  const shown = filterMessages(messages, filter);
  return (
    <section class="page list-page" aria-label="Realtime">
      <header class="page-head">
        <h1>Realtime</h1>
        <div class="filters">
          <NameChoice name="channel" label="Channel" value={filter.channel} names={channels} />
          <NameChoice name="topic" label="Topic" value={filter.topic} names={topics} />
        </div>
      </header>
      <ErrorLine error={isLost ? "the stream of messages broke off; connecting again." : undefined} />
      {shown.length === 0 ? (
        <NoMessages isFiltered={messages.length > 0} />
      ) : (
        <ul class="messages">
          {shown.map((message) => (
            <MessageRow key={message.id} message={message} now={now} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface NameChoiceProps {
  /** The parameter in the address. */
  name: "channel" | "topic";
  label: string;
  value: string | undefined;
  names: string[];
}

function NameChoice({ name, label, value = "", names }: NameChoiceProps) {
  const choices = value === "" || names.includes(value) ? names : [value, ...names];
  return (
    <select
      aria-label={label}
      class={value === "" ? "" : "set"}
      value={value}
      onChange={({ currentTarget }) => setQuery(name, currentTarget.value)}
    >
      <option value="">Any {name}</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  );
}

function MessageRow({ message, now }: { message: RealtimeMessageView; now: number }) {
  const { channel, topic, kind, payload, createdAt, runId } = message;
  return (
    <li class="message">
      <details>
        <summary>
          <strong>{topic}</strong>
          <span class="message-channel">{channel}</span>
          {kinds[kind] !== "" && <span class="message-kind">{kinds[kind]}</span>}
          <code class="preview">{payload.text.slice(0, 200)}</code>
          <span class="when">
            <Moment time={createdAt} now={now} />
          </span>
        </summary>
        <pre class="json open">
          <PayloadText payload={payload} />
        </pre>
        {!payload.complete && <p>Only the beginning of {payload.bytes} bytes is kept for this page.</p>}
        {runId !== undefined && (
          <p>
            Published by run <a href={pathTo("runs", runId)}>{runId}</a>
          </p>
        )}
      </details>
    </li>
  );
}

function NoMessages({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <Empty icon="search" title="No message matches">
        <p>
          Choose another channel or topic, or <a href="/realtime">show all messages</a>.
        </p>
      </Empty>
    );
  }
  return (
    <Empty icon="broadcast" title="No messages yet">
      <p>
        Messages of <code>step.realtime.publish</code> and <code>inngest.realtime.publish</code> appear here
        the moment they are published. They are not stored.
      </p>
    </Empty>
  );
}
