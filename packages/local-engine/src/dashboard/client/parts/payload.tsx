import { useMemo, useState } from "preact/hooks";
import type { Payload } from "../../api-types.ts";
import { formatBytes } from "../model/format.ts";
import { jsonTokens, prettyJson } from "../model/json.ts";
import { getText } from "../runtime/api.ts";
import { useAction } from "../runtime/hooks.ts";
import { CopyButton, ErrorLine } from "./basics.tsx";

interface PayloadViewProps {
  title: string;
  payload: Payload;
  /** Where the whole is read when only its beginning is here. */
  source: string;
  /** The level of its title: the next below what it stands under; h3 unless given. */
  heading?: "h2" | "h3";
}

const shortLines = 18;
/** Characters that are coloured; longer texts are shown plain, which browsers draw much faster. */
const colouredLength = 60_000;

/** JSON, coloured and folded when it is long. */
export function PayloadView({ title, payload, source, heading: Heading = "h3" }: PayloadViewProps) {
  const [whole, setWhole] = useState<{ of: string; text: string }>();
  const [isOpen, setIsOpen] = useState(false);
  const loaded = payload.complete ? payload.text : whole?.of === source ? whole.text : undefined;
  const text = useMemo(() => prettyJson(loaded ?? payload.text), [loaded, payload.text]);
  const { start, isBusy, error } = useAction(async () => {
    if (loaded === undefined) setWhole({ of: source, text: await getText(source) });
    setIsOpen(true);
  });
  const lines = text.split("\n");
  const isLong = !payload.complete || lines.length > shortLines || text.length > 6_000;
  const shown = isOpen || !isLong ? text : lines.slice(0, shortLines).join("\n").slice(0, 6_000);
  return (
    <section class="payload" aria-label={title}>
      <header>
        <Heading>{title}</Heading>
        <span class="size">{formatBytes(payload.bytes)}</span>
        <CopyButton
          load={async () => prettyJson(loaded ?? (await getText(source)))}
          label={`Copy ${title}`}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable with the keyboard */}
      <pre class={isOpen ? "json open" : isLong ? "json folded" : "json"} tabIndex={0}>
        <JsonText text={shown} />
      </pre>
      {isLong && (
        <button
          type="button"
          class="quiet fold"
          disabled={isBusy}
          aria-expanded={isOpen}
          onClick={() => (isOpen ? setIsOpen(false) : start())}
        >
          {isOpen ? "Show less" : `Show all (${formatBytes(payload.bytes)})`}
        </button>
      )}
      <ErrorLine error={error} />
    </section>
  );
}

/** What is here of a payload, indented and coloured. */
export function PayloadText({ payload }: { payload: Payload }) {
  const text = useMemo(() => prettyJson(payload.text), [payload.text]);
  return <JsonText text={text} />;
}

function JsonText({ text }: { text: string }) {
  const tokens = useMemo(() => (text.length > colouredLength ? undefined : jsonTokens(text)), [text]);
  if (!tokens) return <code>{text}</code>;
  return (
    <code>
      {tokens.map((token, position) =>
        token.kind === undefined || token.kind === "mark" ? (
          token.text
        ) : (
          <span key={position} class={`json-${token.kind}`}>
            {token.text}
          </span>
        ),
      )}
    </code>
  );
}
