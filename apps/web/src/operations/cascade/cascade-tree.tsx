import Link from "next/link";
import { formatMoment } from "../../format.ts";
import { deadLetterPath } from "../dead-letter-view.ts";
import { channelNames, recipientNames } from "../delivery-words.ts";
import { RunLink } from "../run-link.tsx";
import { StatusMark } from "../status-mark.tsx";
import { formatDuration } from "../workflow-view.ts";
import styles from "./cascade.module.css";
import type { EventNode, RunNode, StepNode, CascadeTree as Tree } from "./tree.ts";

interface CascadeTreeProps {
  tree: Pick<Tree, "roots">;
  /** When it all began; ISO 8601, UTC. Times are shown as how long after it something was. */
  began: string;
}

/** Events, what each started, and what followed from that, as lists in lists. */
export function CascadeTree({ tree, began }: CascadeTreeProps) {
  return (
    <ul className={styles.tree}>
      {tree.roots.map((node) => (
        <EventItem key={node.event.id} node={node} began={began} />
      ))}
    </ul>
  );
}

function EventItem({ node: { event, runs, caused }, began }: { node: EventNode; began: string }) {
  const { id, name, v, data, createdAt, acceptedAt, lastError } = event;
  return (
    <li data-event={name}>
      <p className={styles.line}>
        <span className={styles.kind}>Event</span> <strong>{name}</strong>
        <After at={createdAt} began={began} />
      </p>
      {acceptedAt === undefined && (
        <p className={styles.wrong}>The engine does not have it yet. {lastError}</p>
      )}
      <Values title="Data" value={data}>
        <code>{id}</code> {v !== undefined && <span className="muted">version {v}</span>}
      </Values>
      {runs.length + caused.length > 0 && (
        <ul>
          {runs.map((run) => (
            <RunItem key={run.runId ?? run.functionId} run={run} began={began} />
          ))}
          {caused.map((each) => (
            <EventItem key={each.event.id} node={each} began={began} />
          ))}
        </ul>
      )}
    </li>
  );
}

function RunItem({ run, began }: { run: RunNode; began: string }) {
  const { runId, functionId, status, startedAt, endedAt, output, failure, steps, deliveries, replays } = run;
  return (
    <li data-ran={`${functionId} ${status}`}>
      <p className={styles.line}>
        <span className={styles.kind}>Run</span> <strong>{functionId}</strong>{" "}
        <span className={styles.state} data-state={status}>
          {status}
        </span>
        <After
          at={startedAt ?? endedAt}
          began={began}
          until={startedAt === undefined ? undefined : endedAt}
        />
      </p>
      {failure !== undefined && <p className={styles.wrong}>{failure}</p>}
      {runId !== undefined && (
        <Values title="Output" value={output}>
          <RunLink runId={runId} />
          {failure !== undefined && <Link href={deadLetterPath({ runId })}>What to do about it</Link>}
        </Values>
      )}
      {steps.length + deliveries.length + replays.length > 0 && (
        <ul>
          {steps.map((each) => (
            <StepItem key={each.step.id} node={each} began={began} />
          ))}
          {deliveries.map((delivery) => (
            <DeliveryItem key={delivery.key} delivery={delivery} began={began} />
          ))}
          {replays.map((each) => (
            <EventItem key={each.event.id} node={each} began={began} />
          ))}
        </ul>
      )}
    </li>
  );
}

function StepItem({ node: { step, invoked, sent }, began }: { node: StepNode; began: string }) {
  const { name, status, attempts, startedAt, endedAt, result } = step;
  return (
    <li data-step={`${name} ${status}`}>
      <p className={styles.line}>
        <span className={styles.kind}>Step</span> {name}{" "}
        {status !== "completed" && (
          <span className={styles.state} data-state={status}>
            {status}
          </span>
        )}
        {attempts > 1 && <span className="muted"> at attempt {attempts}</span>}
        <After at={startedAt} began={began} until={endedAt} />
      </p>
      <Values title="Result" value={result} />
      {(invoked !== undefined || sent.length > 0) && (
        <ul>
          {invoked && <RunItem run={invoked} began={began} />}
          {sent.map((each) => (
            <EventItem key={each.event.id} node={each} began={began} />
          ))}
        </ul>
      )}
    </li>
  );
}

type Delivery = RunNode["deliveries"][number];

export function DeliveryItem({ delivery, began }: { delivery: Delivery; began: string }) {
  const { workflow, recipient, channel, status, reason, recordedAt, report } = delivery;
  return (
    <li data-message={`${workflow} ${channel} ${status}`}>
      <p className={styles.line}>
        <span className={styles.kind}>Message</span> {channelNames[channel]} to{" "}
        {recipientNames[recipient].toLowerCase()} <StatusMark status={report?.state ?? status} />
        <After at={recordedAt} began={began} />
      </p>
      {reason !== undefined && <p className={styles.wrong}>{reason}</p>}
    </li>
  );
}

/** How long after the beginning, and for how long; the exact moment shows when pointed at. */
function After({ at, began, until }: { at: string | undefined; began: string; until?: string | undefined }) {
  if (at === undefined) return null;
  const after = Math.max(0, Date.parse(at) - Date.parse(began));
  return (
    <span className={styles.after}>
      <time dateTime={at} title={formatMoment(at)}>
        +{formatDuration(after)}
      </time>
      {until !== undefined && `, took ${formatDuration(Math.max(0, Date.parse(until) - Date.parse(at)))}`}
    </span>
  );
}

function Values({ title, value, children }: { title: string; value: unknown; children?: React.ReactNode }) {
  if (value === undefined || value === null)
    return children ? <p className={styles.ids}>{children}</p> : null;
  return (
    <details className={styles.values}>
      <summary>{title}</summary>
      {children && <p className={styles.ids}>{children}</p>}
      <pre>{JSON.stringify(value, null, 2)}</pre>
    </details>
  );
}
