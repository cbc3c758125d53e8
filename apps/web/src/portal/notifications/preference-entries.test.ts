import type { KindPreference, Preferences } from "@org/stores/ten-ocean/port";
import { expect, it } from "vitest";
import { entriesOf } from "../../forms/form-data.ts";
import { preferenceEntries, toRequest, toValues } from "./preference-entries.ts";

const on: KindPreference = { email: true, push: true, timing: "immediate" };
const preferences: Preferences = {
  userId: "user_1",
  kinds: {
    announcement: on,
    community: { email: false, push: true, timing: "immediate" },
    maintenance: { email: true, push: false, timing: "digest" },
    forum: { email: false, push: false, timing: "digest" },
    verification: on,
  },
  digest: "daily",
  quietHours: { from: "22:00", to: "07:30" },
};

it("a form that is sent as it was shown asks for what there is", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries(toValues(preferences))) if (value !== "") form.set(name, value);
  expect(toRequest(entriesOf(form, preferenceEntries))).toEqual({
    kinds: preferences.kinds,
    digest: "daily",
    quietFrom: "22:00",
    quietTo: "07:30",
  });
});

it("without quiet hours there is nothing to choose", () => {
  expect(toValues({ ...preferences, quietHours: undefined })).toMatchObject({ quietFrom: "", quietTo: "" });
});
