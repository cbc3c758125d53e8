import type { TriggerConfig } from "../../api-types.ts";
import { Icon } from "./icon.tsx";

/** What starts a function, as small labels. */
export function Triggers({ triggers }: { triggers: TriggerConfig[] }) {
  if (triggers.length === 0) return <span class="triggers none">invoked only</span>;
  return (
    <span class="triggers">
      {triggers.map(({ event, cron, expression }) => (
        <span key={`${event}${cron}${expression}`} class="chip">
          <Icon name={cron === undefined ? "bolt" : "clock"} size={12} />
          {event ?? cron}
          {expression !== undefined && <em> if {expression}</em>}
        </span>
      ))}
    </span>
  );
}
