import type { FunctionView, PauseView } from "../../api-types.ts";
import { countOf, formatTime } from "../model/format.ts";
import { pathTo } from "../runtime/router.ts";
import { Icon } from "./icon.tsx";

export function PausedMark() {
  return (
    <span class="pill tone-wait">
      <Icon name="pause" size={12} />
      Paused
    </span>
  );
}

/** Said above the list, so that no pause is forgotten. */
export function PausedSummary({ functions }: { functions: FunctionView[] }) {
  const paused = functions.filter((config) => config.paused);
  if (paused.length === 0) return null;
  return (
    <p class="paused-note">
      <Icon name="pause" size={14} />
      <span>
        {countOf(paused.length, "function")} {paused.length === 1 ? "is" : "are"} paused:{" "}
        {paused.map(({ id, name }, place) => (
          <>
            {place > 0 && ", "}
            <a key={id} href={pathTo("functions", id)}>
              {name}
            </a>
          </>
        ))}
      </span>
    </p>
  );
}

/** What a pause means for this function's events and runs. */
export function PauseNote({ pause: { pausedAt, runs }, now }: { pause: PauseView; now: number }) {
  const held =
    runs === "hold"
      ? "Runs in progress wait before their next step; after 7 days they are cancelled."
      : "Runs that were in progress were cancelled.";
  return (
    <p class="paused-note">
      <Icon name="pause" size={14} />
      <span>
        Paused since {formatTime(pausedAt, now)}. What would start it is kept as a skipped run. {held}
      </span>
    </p>
  );
}
