import Link from "next/link";
import type { ReactNode } from "react";
import { deadLetterPath } from "../dead-letter-view.ts";
import { channelNames, recipientNames } from "../delivery-words.ts";
import { RunLink } from "../run-link.tsx";
import { StatusMark } from "../status-mark.tsx";
import { Branch } from "./branch.tsx";
import styles from "./cascade.module.css";
import { type Size, type Sizes, unfolding } from "./folding.ts";
import { After, Values } from "./line-parts.tsx";
import type { EventNode, RunNode, StepNode, CascadeTree as Tree } from "./tree.ts";

interface CascadeTreeProps {
  tree: Pick<Tree, "roots">;
  /** Of the same tree. */
  sizes: Sizes;
  /** When it all began; ISO 8601, UTC. Times are shown as how long after it something was. */
  began: string;
  /** Whether a long one is unfolded as well where nothing is wrong. */
  unfolded: boolean;
  /** The engine's page of a run, with `{runId}` in it. */
  runPage?: string | undefined;
}

/** What every line of a cascade needs. */
interface Shown extends Pick<CascadeTreeProps, "began" | "runPage" | "sizes"> {
  opens: (size: Size) => boolean;
}

/** Events, what each started, and what followed from that, as lists in lists. */
export function CascadeTree({ tree, sizes, began, unfolded, runPage }: CascadeTreeProps) {
  const shown = { began, runPage, sizes, opens: unfolding(sizes, unfolded) };
  const alone = tree.roots.length === 1;
  return (
    <ul className={styles.tree}>
      {tree.roots.map((node) => (
        <EventItem key={node.event.id} node={node} shown={shown} open={alone} />
      ))}
    </ul>
  );
}

interface EventItemProps {
  node: EventNode;
  shown: Shown;
  /** Even in a long cascade. */
  open?: boolean;
}

function EventItem({ node, shown, open = false }: EventItemProps) {
  const { event, runs, caused } = node;
  const { id, name, v, data, createdAt, acceptedAt, lastError } = event;
  const size = shown.sizes.of(node);
  const line = (
    <>
      <span className={styles.kind}>Event</span> <strong>{name}</strong>
      <After at={createdAt} began={shown.began} />
    </>
  );
  return (
    <li data-event={name}>
      <Branch line={line} size={size} open={open || shown.opens(size)}>
        {acceptedAt === undefined && (
          <p className={styles.wrong}>The engine does not have it yet. {lastError}</p>
        )}
        <Values title="Data" value={data}>
          <code>{id}</code> {v !== undefined && <span className="muted">version {v}</span>}
        </Values>
        <Under within={size.within}>
          {runs.map((run) => (
            <RunItem key={run.runId ?? run.functionId} run={run} shown={shown} />
          ))}
          <EventItems nodes={caused} shown={shown} />
        </Under>
      </Branch>
    </li>
  );
}

function EventItems({ nodes, shown }: { nodes: readonly EventNode[]; shown: Shown }) {
  return nodes.map((node) => <EventItem key={node.event.id} node={node} shown={shown} />);
}

function Under({ within, children }: { within: number; children: ReactNode }) {
  return within > 0 && <ul>{children}</ul>;
}

function RunItem({ run, shown }: { run: RunNode; shown: Shown }) {
  const { runId, functionId, status, startedAt, endedAt, output, failure, steps, deliveries, replays } = run;
  const size = shown.sizes.of(run);
  const line = (
    <>
      <span className={styles.kind}>Run</span> <strong>{functionId}</strong>{" "}
      <span className={styles.state} data-state={status}>
        {status}
      </span>
      <After
        at={startedAt ?? endedAt}
        began={shown.began}
        until={startedAt === undefined ? undefined : endedAt}
      />
    </>
  );
  return (
    <li data-ran={`${functionId} ${status}`}>
      <Branch line={line} size={size} open={shown.opens(size)}>
        {failure !== undefined && (
          <p className={styles.wrong}>
            {failure}{" "}
            {runId !== undefined && <Link href={deadLetterPath({ runId })}>What to do about it</Link>}
          </p>
        )}
        {runId !== undefined && (
          <Values title="Output" value={output}>
            <RunLink runId={runId} page={shown.runPage} />
          </Values>
        )}
        <Under within={size.within}>
          {steps.map((each) => (
            <StepItem key={each.step.id} node={each} shown={shown} />
          ))}
          {deliveries.map((delivery) => (
            <DeliveryItem key={delivery.key} delivery={delivery} began={shown.began} />
          ))}
          <EventItems nodes={replays} shown={shown} />
        </Under>
      </Branch>
    </li>
  );
}

function StepItem({ node, shown }: { node: StepNode; shown: Shown }) {
  const { step, invoked, sent } = node;
  const { name, status, attempts, startedAt, endedAt, result } = step;
  const size = shown.sizes.of(node);
  const line = (
    <>
      <span className={styles.kind}>Step</span> {name}{" "}
      {status !== "completed" && (
        <span className={styles.state} data-state={status}>
          {status}
        </span>
      )}
      {attempts > 1 && <span className="muted"> at attempt {attempts}</span>}
      <After at={startedAt} began={shown.began} until={endedAt} />
    </>
  );
  return (
    <li data-step={`${name} ${status}`}>
      <Branch line={line} size={size} open={shown.opens(size)}>
        <Values title="Result" value={result} />
        <Under within={size.within}>
          {invoked && <RunItem run={invoked} shown={shown} />}
          <EventItems nodes={sent} shown={shown} />
        </Under>
      </Branch>
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
