import type { PreferencesField } from "@org/commands/ten-ocean/notifications/save-preferences";
import { notificationKinds } from "@org/stores/ten-ocean/notifications/kinds";
import type { KindPreference, NotificationKind, Preferences } from "@org/stores/ten-ocean/port";

/** The names of the form's controls. */
export type PreferenceEntry = PreferencesField | "digest" | `${NotificationKind}.${keyof KindPreference}`;

export type PreferenceValues = Record<PreferenceEntry, string>;

export const preferenceEntries: readonly PreferenceEntry[] = [
  ...notificationKinds.flatMap((kind) => [`${kind}.email`, `${kind}.push`, `${kind}.timing`] as const),
  "digest",
  "quietFrom",
  "quietTo",
];

/** As a form sends it: a box that is not ticked is not there. */
const ticked = "on";

/** What the form shows of a resident's preferences. */
export function toValues({ kinds, digest, quietHours }: Preferences): Partial<PreferenceValues> {
  const ofKinds = notificationKinds.flatMap((kind) => {
    const { email, push, timing } = kinds[kind];
    const box = (isTicked: boolean) => (isTicked ? ticked : "");
    return [
      [`${kind}.email`, box(email)],
      [`${kind}.push`, box(push)],
      [`${kind}.timing`, timing],
    ];
  });
  const quiet = { quietFrom: quietHours?.from ?? "", quietTo: quietHours?.to ?? "" };
  return { ...Object.fromEntries(ofKinds), digest, ...quiet };
}

/** The entries of a sent form, as the command takes them. */
export function toRequest(values: PreferenceValues) {
  const of = (kind: NotificationKind) => ({
    email: values[`${kind}.email`] === ticked,
    push: values[`${kind}.push`] === ticked,
    timing: values[`${kind}.timing`],
  });
  const { digest, quietFrom, quietTo } = values;
  const kinds = {
    announcement: of("announcement"),
    community: of("community"),
    maintenance: of("maintenance"),
    forum: of("forum"),
    verification: of("verification"),
  };
  return { kinds, digest, quietFrom, quietTo };
}
