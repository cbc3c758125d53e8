import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { formatRelative, formatTime } from "../model/format.ts";
import { useAction } from "../runtime/hooks.ts";
import { useKeys } from "../runtime/keyboard.ts";
import { Icon, type IconName } from "./icon.tsx";

interface ActionButtonProps {
  icon: IconName;
  label: string;
  action: () => Promise<void>;
  tone?: "plain" | "primary" | "danger";
  hint?: string;
  /** A key that does the same. */
  shortcut?: string;
}

/** A button that does something on the engine. What goes wrong is said beside it. */
export function ActionButton({ icon, label, action, tone = "plain", hint, shortcut }: ActionButtonProps) {
  const { isBusy, error, start } = useAction(action);
  useKeys(shortcut === undefined ? {} : { [shortcut]: () => start() });
  return (
    <span class="action">
      <button type="button" class={`button ${tone}`} disabled={isBusy} onClick={() => start()} title={hint}>
        <Icon name={isBusy ? "spinner" : icon} size={14} />
        {label}
      </button>
      <ErrorLine error={error} />
    </span>
  );
}

export function ErrorLine({ error }: { error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <span class="error-line" role="alert">
      <Icon name="alert" size={14} />
      {error}
    </span>
  );
}

const saidFor = 1_500;

/** @param load gets the text when it is not at hand. */
export function CopyButton({ load, label }: { load: () => string | Promise<string>; label: string }) {
  const [said, setSaid] = useState<"copied" | "refused">();
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  async function copy() {
    try {
      await navigator.clipboard.writeText(await load());
      setSaid("copied");
    } catch {
      setSaid("refused");
    }
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setSaid(undefined), saidFor);
  }
  const text = said === "copied" ? "Copied" : said === "refused" ? "Not allowed" : undefined;
  return (
    <button type="button" class="quiet" onClick={() => void copy()} aria-label={text ?? label} title={label}>
      <Icon name={said === "copied" ? "check" : "copy"} size={14} />
      <span aria-live="polite">{text}</span>
    </button>
  );
}

/** An id in full with a button to copy it. */
export function Identifier({ id, label }: { id: string; label: string }) {
  return (
    <span class="identifier">
      <code>{id}</code>
      <CopyButton load={() => id} label={`Copy ${label}`} />
    </span>
  );
}

export function Moment({
  time,
  now,
  isRelative = true,
}: {
  time: number;
  now: number;
  isRelative?: boolean;
}) {
  const exact = formatTime(time, now);
  return (
    <time dateTime={new Date(time).toISOString()} title={new Date(time).toString()}>
      {isRelative ? formatRelative(time, now) : exact}
    </time>
  );
}

interface EmptyProps {
  icon: IconName;
  title: string;
  children: ComponentChildren;
}

/** Nothing to show, and what to do about it. */
export function Empty({ icon, title, children }: EmptyProps) {
  return (
    <div class="empty">
      <Icon name={icon} size={28} />
      <h2>{title}</h2>
      <div class="empty-text">{children}</div>
    </div>
  );
}

interface FactsProps {
  facts: [name: string, value: ComponentChildren][];
  /** The list's class. */
  look?: "facts" | "figures-row";
}

export function Facts({ facts, look = "facts" }: FactsProps) {
  return (
    <dl class={look}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
