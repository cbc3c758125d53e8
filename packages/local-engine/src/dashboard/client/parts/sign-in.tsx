import { useState } from "preact/hooks";
import { useAction } from "../runtime/hooks.ts";
import { ErrorLine } from "./basics.tsx";
import { Icon } from "./icon.tsx";

/** Asks for the engine's signing key. The browser keeps a cookie that no script can read until it is closed. */
export function SignIn({ signIn }: { signIn: (key: string) => Promise<void> }) {
  const [key, setKey] = useState("");
  const { start, isBusy, error } = useAction(() => signIn(key));
  return (
    <main class="sign-in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <h1>
          <Icon name="key" size={20} />
          Signing key
        </h1>
        <p class="hint" id="sign-in-hint">
          This engine was started with a signing key. It is asked for once; the browser keeps a cookie, not
          the key, until it is closed.
        </p>
        <input
          type="password"
          aria-label="Signing key"
          aria-describedby="sign-in-hint"
          autocomplete="off"
          required
          placeholder="signkey-…"
          value={key}
          onInput={({ currentTarget }) => setKey(currentTarget.value)}
        />
        <button type="submit" class="button primary" disabled={isBusy}>
          Open
        </button>
        <ErrorLine error={error} />
      </form>
    </main>
  );
}
