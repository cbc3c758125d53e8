import type { ReactNode } from "react";
import { formatDay, formatTime, type Precision } from "../format.ts";
import type { Step, StepState } from "./step.ts";
import styles from "./timeline.module.css";

interface TimelineProps {
  title: string;
  steps: readonly Step[];
  settled: boolean;
  /** The page's own path, for browsers without JavaScript. */
  page: string;
  /** Default: India's. */
  times?: TimelineTimes;
  /** Default: English. */
  words?: TimelineWords;
}

/** Puts ISO 8601 times into words. */
interface TimelineTimes {
  time(iso: string, to: Precision): string;
  /** Told where it is another than that of the line before; absent where `time` tells it. */
  day?(iso: string): string;
}

export interface TimelineWords extends Record<StepState, string> {
  /** Where a browser without JavaScript looks again: what the link says, and the sentence around it. */
  again: string;
  sentence(link: ReactNode): ReactNode;
}

const inIndia: TimelineTimes = { time: formatTime, day: formatDay };

const english: TimelineWords = {
  done: "Done",
  pending: "In progress",
  failed: "Failed",
  unknown: "Not certain",
  again: "Look again",
  sentence: (link) => [link, " to see what has happened since."],
};

/** The steps so far, with seconds only where two share a minute; changes are announced to screen readers. */
export function Timeline({ title, steps, settled, page, times = inIndia, words = english }: TimelineProps) {
  const inMinute = Map.groupBy(steps, ({ at }) => minuteOf(at));
  const days = newDays(steps, times);
  const isShared = (at: string) => (inMinute.get(minuteOf(at))?.length ?? 0) > 1;
  return (
    <section className={`card ${styles.timeline}`} aria-labelledby="progress">
      <h2 id="progress">{title}</h2>
      <ol aria-live="polite">
        {steps.map(({ id, title, detail, state, at }) => (
          <li key={id} className={styles.step} data-step={id} data-state={state}>
            <StateMark state={state} />
            <div className={styles.said}>
              <div className={styles.what}>
                <span className="visually-hidden">{words[state]}: </span>
                <span className={styles.title}>{title}</span>
                {detail && <p className={styles.detail}>{detail}</p>}
              </div>
              {at && (
                <time className={styles.time} dateTime={at}>
                  {days.has(id) && <span className={styles.day}>{days.get(id)}</span>}
                  {times.time(at, isShared(at) ? "second" : "minute")}
                </time>
              )}
            </div>
          </li>
        ))}
      </ol>
      {!settled && (
        <noscript>
          <p>{words.sentence(<a href={page}>{words.again}</a>)}</p>
        </noscript>
      )}
    </section>
  );
}

/** Of the steps that are on another day than the one before them: its name. */
function newDays(steps: readonly Step[], { day: dayOf }: TimelineTimes): Map<string, string> {
  if (!dayOf) return new Map();
  const timed = steps.flatMap(({ id, at }) => (at === undefined ? [] : [{ id, day: dayOf(at) }]));
  const changes = timed.filter(({ day }, index) => index > 0 && day !== timed[index - 1]?.day);
  return new Map(changes.map(({ id, day }) => [id, day]));
}

/** `2026-11-21T20:00` of an ISO 8601 time. */
function minuteOf(at: string | undefined): string | undefined {
  return at?.slice(0, 16);
}

function StateMark({ state }: { state: StepState }) {
  return (
    <svg viewBox="0 0 24 24" className={styles.mark} aria-hidden="true">
      <circle cx="12" cy="12" r="10" className={styles.ring} />
      {state === "done" && <path d="M7.5 12.5l3 3 6-6.5" />}
      {state === "failed" && <path d="M8.5 8.5l7 7m0-7l-7 7" />}
      {state === "unknown" && <path d="M12 7v6m0 3.5v.1" />}
      {state === "pending" && <path d="M12 2a10 10 0 0 1 10 10" className={styles.turning} />}
    </svg>
  );
}
