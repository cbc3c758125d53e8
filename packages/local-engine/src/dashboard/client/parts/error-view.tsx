import type { SerializedError } from "../../api-types.ts";
import { CopyButton } from "./basics.tsx";
import { Icon } from "./icon.tsx";

interface ErrorViewProps {
  error: SerializedError;
  /** Without the stack. */
  isShort?: boolean;
  /** The run's own error, of which a step's is told apart. */
  isOfRun?: boolean;
}

/** An error with its stack; lines of libraries are paler than the app's own. */
export function ErrorView({ error, isShort = false, isOfRun = false }: ErrorViewProps) {
  const Heading = isOfRun ? "h2" : "h3";
  const { name, message, stack } = error;
  const lines = (stack ?? "").split("\n").filter((line) => line.trim().startsWith("at "));
  return (
    <section class="error-view" aria-label={isOfRun ? "Error of the run" : "Error"}>
      <header>
        <Icon name="cross" size={14} />
        <Heading>{name}</Heading>
        <CopyButton load={() => stack || `${name}: ${message}`} label="Copy the error" />
      </header>
      <p class="error-message">{message}</p>
      {lines.length > 0 && !isShort && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable with the keyboard
        <pre class="stack" tabIndex={0}>
          {lines.map((line, position) => (
            <span key={position} class={/node_modules|node:/.test(line) ? "library" : ""}>
              {`${line}\n`}
            </span>
          ))}
        </pre>
      )}
    </section>
  );
}
