import { useEffect, useRef, useState } from "preact/hooks";
import { Dialog } from "./parts/dialog.tsx";
import { KeyHelp } from "./parts/key-help.tsx";
import { Sidebar } from "./parts/sidebar.tsx";
import { SignIn } from "./parts/sign-in.tsx";
import { useKeys } from "./runtime/keyboard.ts";
import { navigate, type Route, useRoute } from "./runtime/router.ts";
import { useSession } from "./runtime/session.ts";
import { CascadeView } from "./views/cascade.tsx";
import { EventsView } from "./views/events.tsx";
import { FunctionsView } from "./views/functions.tsx";
import { MetricsView } from "./views/metrics.tsx";
import { RealtimeView } from "./views/realtime.tsx";
import { RunView } from "./views/run.tsx";
import { RunsView } from "./views/runs.tsx";
import { SendView } from "./views/send.tsx";

export function App() {
  const session = useSession();
  if (session.state === "unknown") return null;
  if (session.state === "locked") return <SignIn signIn={session.signIn} />;
  return <Shell onSignOut={session.signOut} />;
}

function Shell({ onSignOut }: { onSignOut: (() => void) | undefined }) {
  const route = useRoute();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  useKeys({
    "g e": () => navigate("/events"),
    "g r": () => navigate("/runs"),
    "g f": () => navigate("/functions"),
    "g m": () => navigate("/realtime"),
    "g t": () => navigate("/metrics"),
    "g s": () => navigate("/send"),
    "?": () => setIsHelpOpen(true),
  });
  useEffect(() => {
    const names = {
      events: "Events",
      runs: "Runs",
      functions: "Functions",
      realtime: "Realtime",
      metrics: "Metrics",
      cascade: "Cascade",
      send: "Send event",
    };
    document.title = `${names[route.view]} · local-engine`;
    main.current?.scrollTo(0, 0);
  }, [route.view, route.id]);
  return (
    <div class="shell">
      <Sidebar view={route.view} onHelp={() => setIsHelpOpen(true)} onSignOut={onSignOut} />
      <main ref={main}>
        <CurrentView route={route} />
      </main>
      {isHelpOpen && (
        <Dialog title="Keys" onClose={() => setIsHelpOpen(false)}>
          <KeyHelp />
        </Dialog>
      )}
    </div>
  );
}

function CurrentView({ route }: { route: Route }) {
  switch (route.view) {
    case "events":
      return <EventsView route={route} />;
    case "runs":
      return route.id === undefined ? <RunsView route={route} /> : <RunView key={route.id} id={route.id} />;
    case "functions":
      return <FunctionsView route={route} />;
    case "realtime":
      return <RealtimeView route={route} />;
    case "metrics":
      return <MetricsView route={route} />;
    case "cascade":
      return <CascadeView key={route.id} id={route.id ?? ""} />;
    case "send":
      return <SendView route={route} />;
  }
}
