import { useState } from "preact/hooks";
import type { AppView, FunctionView } from "../../api-types.ts";
import { countOf } from "../model/format.ts";
import { ActionButton, Empty, ErrorLine, Moment } from "../parts/basics.tsx";
import { Icon } from "../parts/icon.tsx";
import { PausedMark, PausedSummary } from "../parts/paused.tsx";
import { SearchField } from "../parts/search-field.tsx";
import { Triggers } from "../parts/triggers.tsx";
import { getJson, postJson } from "../runtime/api.ts";
import { useAction, useNow, useResource } from "../runtime/hooks.ts";
import { useRowKeys } from "../runtime/keyboard.ts";
import { pathTo, type Route, setQuery } from "../runtime/router.ts";
import { FunctionPanel } from "./function-panel.tsx";

/** The apps, whether they are in sync, and what they registered. */
export function FunctionsView({ route }: { route: Route }) {
  const { data: apps, error } = useResource(
    "apps",
    () => getJson<AppView[]>("/apps"),
    (change) => change.apps,
  );
  const search = route.query.get("search") ?? "";
  const chosen = apps?.flatMap((app) => app.functions).find(({ id }) => id === route.id);
  useRowKeys(".function-link");
  return (
    <div class={chosen ? "split with-panel" : "split"}>
      <section class="page" aria-label="Functions">
        <header class="page-head">
          <h1>Functions</h1>
          <SearchField
            label="Search function or trigger"
            value={search}
            onChange={(value) => setQuery("search", value)}
          />
        </header>
        <ErrorLine error={error} />
        <PausedSummary functions={apps?.flatMap((app) => app.functions) ?? []} />
        {apps?.length === 0 && <NoApps />}
        {apps?.map((app) => (
          <AppSection key={app.url} app={app} search={search} openId={route.id} />
        ))}
        {apps && <AddApp />}
      </section>
      {chosen && <FunctionPanel key={chosen.id} config={chosen} />}
    </div>
  );
}

function AppSection({ app, search, openId }: { app: AppView; search: string; openId: string | undefined }) {
  const now = useNow(true, 10_000);
  const wanted = search.toLowerCase();
  const functions = app.functions.filter((config) => textOf(config).includes(wanted));
  return (
    <section class="app" aria-label={`App ${app.id ?? app.url}`}>
      <header>
        <Icon name="plug" />
        <h2>{app.id ?? "Not connected yet"}</h2>
        <SyncState app={app} />
        <ActionButton
          icon="again"
          label="Sync"
          hint="Ask the app for its functions now"
          action={async () => {
            await postJson("/apps/sync", { url: app.url });
          }}
        />
      </header>
      <p class="app-facts">
        <code>{app.url}</code>
        {app.sdk !== undefined && <span>{app.sdk}</span>}
        {app.framework !== undefined && <span>{app.framework}</span>}
        {app.syncedAt !== undefined && (
          <span>
            synced <Moment time={app.syncedAt} now={now} />
          </span>
        )}
        <span>{countOf(app.functions.length, "function")}</span>
      </p>
      {app.error !== undefined && <ErrorLine error={app.error} />}
      <ul class="functions">
        {functions.map((config) => (
          <li key={config.id}>
            <a
              class="function-link"
              href={pathTo("functions", config.id)}
              aria-current={config.id === openId ? "true" : undefined}
            >
              <span class="function-name">
                <strong>
                  {config.name}
                  {config.paused && <PausedMark />}
                </strong>
                <code>{config.id}</code>
              </span>
              <Triggers triggers={config.triggers} />
              <Icon name="chevron" size={14} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SyncState({ app: { id, error } }: { app: AppView }) {
  const [tone, icon, text] =
    error === undefined
      ? (["good", "check", "In sync"] as const)
      : (["bad", "alert", id === undefined ? "Not reached" : "Sync failed"] as const);
  return (
    <span class={`pill tone-${tone}`}>
      <Icon name={icon} size={12} />
      {text}
    </span>
  );
}

function textOf({ id, name, triggers }: FunctionView): string {
  return [id, name, ...triggers.map((trigger) => trigger.event ?? trigger.cron ?? "")]
    .join(" ")
    .toLowerCase();
}

function NoApps() {
  return (
    <Empty icon="plug" title="No app is connected">
      <p>Start the engine with the address at which your app serves Inngest, or add it below:</p>
      <pre class="json">local-engine dev -u http://127.0.0.1:3000/api/inngest</pre>
      <p>The app has to run in development mode:</p>
      <pre class="json">INNGEST_DEV={location.origin}</pre>
    </Empty>
  );
}

function AddApp() {
  const [url, setUrl] = useState("");
  const { start, isBusy, error } = useAction(async () => {
    await postJson("/apps/sync", { url });
    setUrl("");
  });
  return (
    <form
      class="add-app"
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <label>
        Add an app
        <input
          type="url"
          required
          value={url}
          placeholder="http://127.0.0.1:3000/api/inngest"
          onInput={({ currentTarget }) => setUrl(currentTarget.value)}
        />
      </label>
      <button type="submit" class="button plain" disabled={isBusy}>
        <Icon name="plug" size={14} />
        Connect
      </button>
      <ErrorLine error={error} />
    </form>
  );
}
