import type { Cascade, CascadeEvent, CascadeRun, CascadeStep } from "../../api-types.ts";
import { formatDuration, formatTime } from "../model/format.ts";
import { Empty, ErrorLine } from "../parts/basics.tsx";
import { Icon } from "../parts/icon.tsx";
import { RunStatusPill } from "../parts/status.tsx";
import { getJson } from "../runtime/api.ts";
import { useNow, useResource } from "../runtime/hooks.ts";
import { useKeys, useRowKeys } from "../runtime/keyboard.ts";
import { pathTo } from "../runtime/router.ts";

interface NodeProps {
  /** The id that was asked for. */
  focus: string;
  now: number;
}

/** Everything that followed from one event: its runs, what their steps sent and invoked, and so on. */
export function CascadeView({ id }: { id: string }) {
  const { data, error } = useResource(
    id,
    () => getJson<Cascade>(`/cascade/${encodeURIComponent(id)}`),
    (change) => change.runs.length > 0 || change.events,
  );
  const now = useNow(true, 5_000);
  useKeys({ Escape: () => history.back() });
  useRowKeys(".cascade-link");
  return (
    <section class="page cascade-page" aria-label="Cascade">
      <header class="page-head">
        <h1>Cascade</h1>
      </header>
      <ErrorLine error={error} />
      {data?.complete === false && (
        <p class="hint">It is too large to be shown whole; the rest is left out.</p>
      )}
      {data && (
        <ul class="cascade">
          {data.roots.map((event) => (
            <EventNode key={event.id} event={event} focus={data.focus} now={now} />
          ))}
        </ul>
      )}
      {!data && error !== undefined && (
        <Empty icon="cascade" title="Nothing is stored under this id">
          <p>
            See the <a href="/events">events</a> or the <a href="/runs">runs</a>.
          </p>
        </Empty>
      )}
    </section>
  );
}

function EventNode({ event, focus, now }: { event: CascadeEvent } & NodeProps) {
  const { id, name, receivedAt, runs, caused, isRepeated } = event;
  return (
    <li>
      <a
        class="cascade-link event"
        href={pathTo("events", id)}
        aria-current={id === focus ? "true" : undefined}
      >
        <Icon name="bolt" size={14} />
        <strong>{name}</strong>
        {isRepeated && <span class="hint">shown elsewhere</span>}
        <span class="when">{formatTime(receivedAt, now)}</span>
      </a>
      {runs.length + caused.length > 0 && (
        <ul>
          {runs.map((run) => (
            <RunNode key={run.id} run={run} focus={focus} now={now} />
          ))}
          {caused.map((one) => (
            <EventNode key={one.id} event={one} focus={focus} now={now} />
          ))}
        </ul>
      )}
    </li>
  );
}

function RunNode({ run, focus, now }: { run: CascadeRun } & NodeProps) {
  const { id, functionName, status, steps, ended, isRepeated, queuedAt, startedAt = queuedAt, endedAt } = run;
  return (
    <li>
      <a class="cascade-link run" href={pathTo("runs", id)} aria-current={id === focus ? "true" : undefined}>
        <RunStatusPill status={status} />
        <strong>{functionName}</strong>
        {isRepeated && <span class="hint">shown elsewhere</span>}
        <span class="when">{status === "Skipped" ? "" : formatDuration((endedAt ?? now) - startedAt)}</span>
      </a>
      {steps.length + ended.length > 0 && (
        <ul>
          {steps.map((step) => (
            <StepNode key={step.id} step={step} focus={focus} now={now} />
          ))}
          {ended.map((event) => (
            <EventNode key={event.id} event={event} focus={focus} now={now} />
          ))}
        </ul>
      )}
    </li>
  );
}

const stepIcons = { Sleep: "moon", WaitForEvent: "hourglass", InvokeFunction: "invoke" } as const;

function StepNode({ step, focus, now }: { step: CascadeStep } & NodeProps) {
  const { name, op, status, sent, invoked, received } = step;
  const known = Object.entries(stepIcons).find(([key]) => key === op);
  return (
    <li>
      <span class={`cascade-step status-${status}`}>
        <Icon name={known ? known[1] : sent.length > 0 ? "send" : "function"} size={14} />
        <span>{name}</span>
        {status !== "completed" && <span class="badge">{status}</span>}
        {received && (
          <a href={pathTo("events", received.id)}>
            got <strong>{received.name}</strong>
          </a>
        )}
      </span>
      {(invoked || sent.length > 0) && (
        <ul>
          {invoked && <RunNode run={invoked} focus={focus} now={now} />}
          {sent.map((event) => (
            <EventNode key={event.id} event={event} focus={focus} now={now} />
          ))}
        </ul>
      )}
    </li>
  );
}
