import { useState } from "preact/hooks";
import type { FunctionView, Page, PauseView, Prefill, RunSummary } from "../../api-types.ts";
import { checkJson, checkObject } from "../model/json.ts";
import { describeSettings } from "../model/settings.ts";
import { ActionButton, ErrorLine, Facts, Identifier, Moment } from "../parts/basics.tsx";
import { Icon } from "../parts/icon.tsx";
import { JsonEditor } from "../parts/json-editor.tsx";
import { PausedMark, PauseNote } from "../parts/paused.tsx";
import { RunStatusPill } from "../parts/status.tsx";
import { Triggers } from "../parts/triggers.tsx";
import { getJson, postJson } from "../runtime/api.ts";
import { useAction, useNow, useResource } from "../runtime/hooks.ts";
import { useKeys } from "../runtime/keyboard.ts";
import { navigate, pathTo } from "../runtime/router.ts";
import { startRun } from "../runtime/start-run.ts";

const shownRuns = 8;

/** One function: its triggers and settings, its last runs, and a form to invoke it. */
export function FunctionPanel({ config }: { config: FunctionView }) {
  const now = useNow(false);
  useKeys({ Escape: () => navigate("/functions") });
  return (
    <aside class="panel" aria-label="Function">
      <header class="panel-head">
        <h1>
          {config.name} {config.paused && <PausedMark />}
        </h1>
        <a class="quiet" href="/functions" aria-label="Close" title="Close (Esc)">
          <Icon name="close" />
        </a>
      </header>
      <div class="panel-body">
        {config.paused && <PauseNote pause={config.paused} now={now} />}
        <PauseActions config={config} />
        <Facts
          facts={[
            ["Id", <Identifier key="id" id={config.id} label="the function's id" />],
            ["Triggers", <Triggers key="triggers" triggers={config.triggers} />],
            ...describeSettings(config).map(({ name, value }): [string, string] => [name, value]),
          ]}
        />
        <LastRuns functionId={config.id} />
        {!config.paused && <Invoke config={config} />}
      </div>
    </aside>
  );
}

function LastRuns({ functionId }: { functionId: string }) {
  const now = useNow(true, 5_000);
  const { data } = useResource(
    functionId,
    () => getJson<Page<RunSummary>>("/runs", { functionId }),
    (change) => change.runs.length > 0,
  );
  if (!data) return null;
  return (
    <section aria-label="Last runs">
      <h2>Last runs</h2>
      {data.rows.length === 0 && (
        <p class="hint">None yet. Invoke it below, or send an event that triggers it.</p>
      )}
      <ul class="run-links">
        {data.rows.slice(0, shownRuns).map((run) => (
          <li key={run.id}>
            <a href={pathTo("runs", run.id)}>
              <RunStatusPill status={run.status} />
              <span>{run.cron ?? run.eventName}</span>
              <span class="when">
                <Moment time={run.queuedAt} now={now} />
              </span>
            </a>
          </li>
        ))}
      </ul>
      {data.rows.length > shownRuns && (
        <a href={`/runs?function=${encodeURIComponent(functionId)}`}>All runs of this function</a>
      )}
    </section>
  );
}

function PauseActions({ config: { id, paused } }: { config: FunctionView }) {
  const [isAsking, setIsAsking] = useState(false);
  const path = `/functions/${encodeURIComponent(id)}`;
  async function pause(runs: PauseView["runs"]) {
    await postJson(`${path}/pause`, { runs });
    setIsAsking(false);
  }
  const metrics = (
    <a class="button plain" href={pathTo("metrics", id)}>
      <Icon name="chart" size={14} />
      Metrics
    </a>
  );
  if (paused) {
    const resume = async () => {
      await postJson(`${path}/resume`);
    };
    return (
      <div class="actions">
        <ActionButton icon="play" label="Resume" tone="primary" action={resume} />
        {metrics}
      </div>
    );
  }
  return (
    <div class="actions">
      <button
        type="button"
        class="button plain"
        aria-expanded={isAsking}
        onClick={() => setIsAsking(!isAsking)}
      >
        <Icon name="pause" size={14} />
        Pause
      </button>
      {metrics}
      {isAsking && (
        <section class="pause-choice" aria-label="Pause this function">
          <p class="hint">
            Events no longer start it; each is kept as a skipped run, which can be replayed. What becomes of
            the runs in progress?
          </p>
          <ActionButton icon="pause" label="Hold them before their next step" action={() => pause("hold")} />
          <ActionButton icon="ban" label="Cancel them" tone="danger" action={() => pause("cancel")} />
        </section>
      )}
    </div>
  );
}

function Invoke({ config }: { config: FunctionView }) {
  const [text, setText] = useState("{}");
  const trigger = config.triggers.find(({ event }) => event !== undefined && !event.includes("*"))?.event;
  const { data: prefill } = useResource(
    trigger ?? "",
    () => getJson<Prefill>("/prefill", { name: trigger }),
    () => false,
  );
  const example = prefill?.last ?? prefill?.examples[0];
  const { value: data, problem } = checkObject(text, "the data is an object: { … }");
  async function invoke() {
    if (!data) return;
    await startRun(`/functions/${encodeURIComponent(config.id)}/invoke`, { data });
  }
  const submit = useAction(invoke);
  return (
    <section class="invoke" aria-label="Invoke">
      <h2>Invoke</h2>
      <p class="hint">Starts this function alone, with this as the event's data.</p>
      {example !== undefined && (
        <button type="button" class="button plain" onClick={() => setText(dataOf(example))}>
          <Icon name="copy" size={14} />
          {prefill?.last === undefined ? "Use the example" : `Use the last ${trigger}`}
        </button>
      )}
      <JsonEditor
        label="Data to invoke with"
        text={text}
        rows={8}
        problem={problem}
        onChange={setText}
        onSubmit={() => submit.start()}
      />
      <ErrorLine error={submit.error} />
      {data && <ActionButton icon="invoke" label="Invoke" tone="primary" action={invoke} />}
    </section>
  );
}

/** The data of an event's JSON text. */
function dataOf(event: string): string {
  const checked = checkJson(event);
  const value = checked.ok ? checked.value : undefined;
  const data = typeof value === "object" && value !== null && "data" in value ? value.data : {};
  return JSON.stringify(data, undefined, 2);
}
