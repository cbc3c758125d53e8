import { channelNames } from "@org/commands/mohallamart/users/languages";
import { HourOptions } from "../design/hour-field.tsx";
import { channelLabels } from "./channel-labels.ts";
import type { LinkedChoice } from "./find-linked-choice.ts";

interface LinkedChoiceFormProps extends Pick<LinkedChoice, "channels" | "quietHours"> {
  token: string;
  /** Whether the quiet hours that were sent cannot be. */
  isWrong: boolean;
}

/** Posts to its page without scripts or cookies: the link is all that is needed. */
export function LinkedChoiceForm({ token, channels, quietHours, isWrong }: LinkedChoiceFormProps) {
  return (
    <form method="post" action={`/u/${token}`} className="card">
      <fieldset className="choices">
        <legend>How we may write to you besides your orders</legend>
        {channelNames.map((name) => (
          <label key={name} className="choice">
            <input type="checkbox" name="channels" value={name} defaultChecked={channels[name]} />
            {channelLabels[name]}
          </label>
        ))}
      </fieldset>
      <p className="field-hint">Without any, you hear of your orders alone.</p>
      <fieldset className="choices">
        <legend>Quiet hours</legend>
        <p className="field-hint">What you did not ask for waits until they end.</p>
        {isWrong && (
          <p className="field-error" role="alert">
            Nothing was saved. Choose when they begin and when they end, at two different times.
          </p>
        )}
        <label htmlFor="quietFrom">From</label>
        <select id="quietFrom" name="quietFrom" defaultValue={quietHours?.from}>
          <HourOptions />
        </select>
        <label htmlFor="quietTo">Until</label>
        <select id="quietTo" name="quietTo" defaultValue={quietHours?.to}>
          <HourOptions />
        </select>
      </fieldset>
      <button type="submit" className="button">
        Save
      </button>
    </form>
  );
}
