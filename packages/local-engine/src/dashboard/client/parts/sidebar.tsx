import { useState } from "preact/hooks";
import type { Home } from "../../api-types.ts";
import { getJson } from "../runtime/api.ts";
import { useConnection, useResource } from "../runtime/hooks.ts";
import type { Connection } from "../runtime/live.ts";
import { pathTo, type View } from "../runtime/router.ts";
import { readTheme, storeTheme, type Theme, themeAfter } from "../theme.ts";
import { Icon, type IconName } from "./icon.tsx";

const places: { view: View; icon: IconName; text: string; keys: string }[] = [
  { view: "events", icon: "bolt", text: "Events", keys: "g e" },
  { view: "runs", icon: "runs", text: "Runs", keys: "g r" },
  { view: "functions", icon: "function", text: "Functions", keys: "g f" },
  { view: "realtime", icon: "broadcast", text: "Realtime", keys: "g m" },
  { view: "metrics", icon: "chart", text: "Metrics", keys: "g t" },
  { view: "send", icon: "send", text: "Send", keys: "g s" },
];

interface SidebarProps {
  view: View;
  onHelp: () => void;
  /** Absent when the engine has no signing key. */
  onSignOut: (() => void) | undefined;
}

export function Sidebar({ view, onHelp, onSignOut }: SidebarProps) {
  return (
    <nav class="sidebar" aria-label="Main">
      <a class="brand" href="/events">
        <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="8" />
          <path d="M8 10h10M12 16h12M8 22h7" />
        </svg>
        <span>local-engine</span>
      </a>
      <ul>
        {places.map((place) => (
          <li key={place.view}>
            <a href={pathTo(place.view)} aria-current={place.view === view ? "page" : undefined}>
              <Icon name={place.icon} />
              <span>{place.text}</span>
              <kbd>{place.keys}</kbd>
            </a>
          </li>
        ))}
        <HomeItem />
      </ul>
      <div class="sidebar-foot">
        <ConnectionState />
        <ThemeSwitch />
        {onSignOut && (
          <button type="button" class="quiet" onClick={onSignOut} aria-label="Sign out" title="Sign out">
            <Icon name="key" />
          </button>
        )}
        <button type="button" class="quiet" onClick={onHelp} aria-label="Keyboard shortcuts" title="Keys (?)">
          <Icon name="keyboard" />
        </button>
      </div>
    </nav>
  );
}

/** To the page of the system that the engine is part of, where whoever started the engine named one. */
function HomeItem() {
  const { data } = useResource(
    "home",
    () => getJson<Home>("/home"),
    () => false,
  );
  if (data?.home === undefined) return null;
  return (
    <li class="home">
      <a href={data.home} title="How workflows do">
        <Icon name="globe" />
        <span>Console</span>
      </a>
    </li>
  );
}

const connectionTexts: Record<Connection, string> = {
  connecting: "Connecting…",
  live: "Live",
  lost: "Not live. Reconnecting…",
};

function ConnectionState() {
  const connection = useConnection();
  return (
    <span class={`connection ${connection}`} role="status" title={connectionTexts[connection]}>
      <span class="beacon" aria-hidden="true" />
      <span class="connection-text">{connectionTexts[connection]}</span>
    </span>
  );
}

const themeLooks: Record<Theme, { icon: IconName; text: string }> = {
  system: { icon: "half", text: "as the system" },
  light: { icon: "sun", text: "light" },
  dark: { icon: "moon", text: "dark" },
};

function ThemeSwitch() {
  const [theme, setTheme] = useState(readTheme);
  const { icon, text } = themeLooks[theme];
  function change() {
    const next = themeAfter(theme);
    storeTheme(next);
    setTheme(next);
  }
  const label = `Theme: ${text}. Change to ${themeLooks[themeAfter(theme)].text}`;
  return (
    <button type="button" class="quiet" onClick={change} aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}
