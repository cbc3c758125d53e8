import { channelNames } from "@org/commands/mohallamart/users/languages";
import { HourOptions } from "../design/hour-field.tsx";
import { currentWords } from "../language/current-words.ts";
import type { LinkedChoice } from "./find-linked-choice.ts";
import { accountFormWords, linkedChoiceWords } from "./words.ts";

interface LinkedChoiceFormProps extends Pick<LinkedChoice, "channels" | "quietHours"> {
  token: string;
  /** Whether the quiet hours that were sent cannot be. */
  isWrong: boolean;
}

const channelLabels = { email: "byEmail", sms: "bySms", push: "byPush" } as const;

/** Posts to its page without scripts or cookies: the link is all that is needed. */
export async function LinkedChoiceForm({ token, channels, quietHours, isWrong }: LinkedChoiceFormProps) {
  const [{ say }, form] = await Promise.all([
    currentWords(linkedChoiceWords),
    currentWords(accountFormWords),
  ]);
  return (
    <form method="post" action={`/u/${token}`} className="card">
      <fieldset className="choices">
        <legend>{form.say("channels")}</legend>
        {channelNames.map((name) => (
          <label key={name} className="choice">
            <input type="checkbox" name="channels" value={name} defaultChecked={channels[name]} />
            {form.say(channelLabels[name])}
          </label>
        ))}
      </fieldset>
      <p className="field-hint">{say("withoutAny")}</p>
      <fieldset className="choices">
        <legend>{form.say("quiet")}</legend>
        <p className="field-hint">{form.say("quietHint")}</p>
        {isWrong && (
          <p className="field-error" role="alert">
            {say("wrongHours")}
          </p>
        )}
        <label htmlFor="quietFrom">{form.say("from")}</label>
        <select id="quietFrom" name="quietFrom" defaultValue={quietHours?.from}>
          <HourOptions none={form.say("noHour")} />
        </select>
        <label htmlFor="quietTo">{form.say("until")}</label>
        <select id="quietTo" name="quietTo" defaultValue={quietHours?.to}>
          <HourOptions none={form.say("noHour")} />
        </select>
      </fieldset>
      <button type="submit" className="button">
        {form.say("save")}
      </button>
    </form>
  );
}
