"use client";

import type { FormEvent } from "react";
import { FormAlert } from "../../design/form-alert.tsx";
import type { SignInLabels } from "../labels.ts";
import type { SignInContext } from "../sign-in-form.ts";
import { askToUsePasskey, signInWithPasskey } from "./passkey-actions.ts";
import { useCeremony } from "./use-ceremony.ts";

/** The way in for who has a passkey; it takes scripts, as passkeys do. */
export function PasskeySignIn({ next, labels }: Pick<SignInContext, "next"> & { labels: SignInLabels }) {
  const { ready, state, run } = useCeremony();
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    void run(async () => {
      const asked = await askToUsePasskey();
      if (!asked.ok) return asked;
      const { startAuthentication } = await import("@simplewebauthn/browser");
      return signInWithPasskey(next, await startAuthentication({ optionsJSON: asked.options }));
    });
  }
  return (
    <form onSubmit={submit} className="card after-card">
      <FormAlert attempt={state} message={state.message} />
      <p>{labels.passkeyHint}</p>
      <button type="submit" className="button quiet wide" disabled={!ready}>
        {labels.passkey}
      </button>
    </form>
  );
}
