"use client";

import type { Product } from "@org/commands/sessions/person";
import type { FormEvent } from "react";
import { TextField } from "../../design/field.tsx";
import { FormAlert } from "../../design/form-alert.tsx";
import type { Labels } from "../../language/labels.ts";
import type { addPasskeyWords } from "../security/words.ts";
import { askForPasskey, keepPasskey } from "./passkey-actions.ts";
import { useCeremony } from "./use-ceremony.ts";

interface AddPasskeyFormProps {
  product: Product;
  /** What the passkey is called unless its owner says otherwise. */
  name: string;
  labels: Labels<typeof addPasskeyWords>;
}

export function AddPasskeyForm({ product, name, labels }: AddPasskeyFormProps) {
  const { ready, state, run } = useCeremony();
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const chosen = String(new FormData(event.currentTarget).get("name") ?? "");
    void run(async () => {
      const asked = await askForPasskey(product);
      if (!asked.ok) return asked;
      const { startRegistration } = await import("@simplewebauthn/browser");
      return keepPasskey(product, chosen, await startRegistration({ optionsJSON: asked.options }));
    });
  }
  return (
    <form onSubmit={submit}>
      <FormAlert attempt={state} message={state.message} />
      <TextField
        id="passkey-name"
        name="name"
        label={labels.newName}
        hint={labels.nameHint}
        defaultValue={name}
        required
        maxLength={60}
        autoComplete="off"
      />
      <button type="submit" className="button" disabled={!ready}>
        {labels.add}
      </button>
    </form>
  );
}
